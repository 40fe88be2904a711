//! What the API's steps become.

use super::names_after;
use super::script::Scripted;
use crate::domain::account::AccountType;
use crate::domain::captcha::Challenge;
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::link::Link;
use crate::domain::moment::Seconds;
use crate::domain::password::{Charset, Policy, Rejection};
use crate::domain::problem::Problem;
use crate::domain::recovery::{LeaveReason, Method, MethodId, Next};

/// What a success with this step becomes.
pub(super) fn next(step: &str) -> Result<Next, Problem> {
    let body = format!(r#"{{"token":"t","next":{step}}}"#);
    Scripted::answering(200, body).begin().map_err(|fault| fault.problem)
}

fn seconds(seconds: u64) -> Option<Seconds> {
    Some(Seconds::clamped(seconds))
}

/// Each step with everything it can carry, under the name of it, and what it becomes.
fn every_step() -> [(&'static str, &'static str, Next); 7] {
    [
        (
            "choose_method",
            r#"{"step":"choose_method","methods":[{"id":"m1","channel":"email","hint":"u•••"},{"id":"m2","channel":"app"}]}"#,
            Next::ChooseMethod(vec![
                Method { id: MethodId("m1".to_owned()), channel: Channel::Email, hint: Some("u•••".to_owned()) },
                Method { id: MethodId("m2".to_owned()), channel: Channel::App, hint: None },
            ]),
        ),
        ("done", r#"{"step":"done","notice_sent":true}"#, Next::Done { notice_sent: true }),
        (
            "enter_code",
            r#"{"step":"enter_code","channel":"sms","hint":"•••1","length":8,"alphabet":"letters_and_digits","resend_after":30,"expires_in":600}"#,
            Next::EnterCode {
                channel: Channel::Sms,
                hint: Some("•••1".to_owned()),
                form: CodeForm { length: Some(8), alphabet: Alphabet::LettersAndDigits },
                resend_after: seconds(30),
                expires_in: seconds(600),
            },
        ),
        (
            "identify",
            r#"{"step":"identify","account_types":["personal","martian","work_or_school"],"captcha":{"id":"c","picture":true,"audio":true,"audio_language":"en","expires_in":600}}"#,
            Next::Identify {
                account_types: vec![AccountType::Personal, AccountType::WorkOrSchool],
                captcha: Some(Challenge {
                    id: "c".to_owned(),
                    picture: true,
                    audio_language: Some("en".to_owned()),
                    proof_of_work: None,
                    expires_in: seconds(600),
                }),
            },
        ),
        (
            "leave",
            r#"{"step":"leave","reason":"personal_account","url":"https://personal.contoso.example/"}"#,
            Next::Leave { reason: LeaveReason::PersonalAccount, url: Link::parse("https://personal.contoso.example/") },
        ),
        (
            "set_password",
            r#"{"step":"set_password","policy":{"min_length":8,"max_length":64,"min_classes":3,"charset":"ascii"},"expires_in":900,"rejected":["too_common","moon"]}"#,
            Next::SetPassword {
                policy: Policy { min_length: 8, max_length: 64, min_classes: Some(3), charset: Charset::Ascii },
                expires_in: seconds(900),
                rejected: vec![Rejection::TooCommon],
            },
        ),
        (
            "wait",
            r#"{"step":"wait","poll_after":2,"give_up_after":60}"#,
            Next::Wait { poll_after: Seconds::clamped(2), give_up_after: Seconds::clamped(60) },
        ),
    ]
}

#[test]
fn every_step_of_the_contract_is_understood() {
    let table = every_step();
    assert_eq!(names_after("step: { const: "), table.each_ref().map(|(name, ..)| *name));
    for (name, json, expected) in table {
        assert_eq!(next(json), Ok(expected), "{name}");
    }
}

#[test]
fn what_may_be_left_out_may_be_left_out() {
    for (json, expected) in [
        (
            r#"{"step":"identify","account_types":["work_or_school"]}"#,
            Next::Identify { account_types: vec![AccountType::WorkOrSchool], captcha: None },
        ),
        (
            r#"{"step":"enter_code","channel":"call","alphabet":"digits"}"#,
            Next::EnterCode {
                channel: Channel::Call,
                hint: None,
                form: CodeForm { length: None, alphabet: Alphabet::Digits },
                resend_after: None,
                expires_in: None,
            },
        ),
        (
            r#"{"step":"set_password","policy":{}}"#,
            Next::SetPassword { policy: Policy::default(), expires_in: None, rejected: vec![] },
        ),
        (r#"{"step":"wait"}"#, Next::Wait { poll_after: Seconds::clamped(2), give_up_after: Seconds::clamped(300) }),
        (r#"{"step":"done"}"#, Next::Done { notice_sent: false }),
        (r#"{"step":"leave","reason":"moon"}"#, Next::Leave { reason: LeaveReason::AnotherPage, url: None }),
    ] {
        assert_eq!(next(json), Ok(expected), "{json}");
    }
}

#[test]
fn what_is_unknown_beside_it_does_not_matter() {
    let json = r#"{"step":"done","notice_sent":true,"moon":{"phase":[1,2,{"x":null}]},"type":"urn:x"}"#;
    assert_eq!(next(json), Ok(Next::Done { notice_sent: true }));
    let body = r#"{"token":"t","links":[{}],"next":{"step":"done","notice_sent":true}}"#;
    assert!(Scripted::answering(201, body).begin().is_ok());
}

#[test]
fn a_step_without_what_it_needs_is_no_step() {
    for json in [
        "null",
        "7",
        "\"done\"",
        "[]",
        "{}",
        r#"{"step":null}"#,
        r#"{"step":"dance"}"#,
        r#"{"step":"Done"}"#,
        r#"{"step":"identify"}"#,
        r#"{"step":"identify","account_types":"personal"}"#,
        r#"{"step":"identify","account_types":["personal"],"captcha":{}}"#,
        r#"{"step":"identify","account_types":["personal"],"captcha":{"id":"c"}}"#,
        r#"{"step":"identify","account_types":["personal"],"captcha":{"picture":true}}"#,
        r#"{"step":"identify","account_types":["personal"],"captcha":{"id":"c","picture":"yes"}}"#,
        r#"{"step":"choose_method"}"#,
        r#"{"step":"choose_method","methods":[{}]}"#,
        r#"{"step":"choose_method","methods":[{"id":"m","channel":"email"},{"id":"n","channel":"pigeon"}]}"#,
        r#"{"step":"choose_method","methods":[{"channel":"email"}]}"#,
        r#"{"step":"enter_code"}"#,
        r#"{"step":"enter_code","channel":"email"}"#,
        r#"{"step":"enter_code","alphabet":"digits"}"#,
        r#"{"step":"enter_code","channel":"pigeon","alphabet":"digits"}"#,
        r#"{"step":"enter_code","channel":"email","alphabet":"runes"}"#,
        r#"{"step":"enter_code","channel":"email","alphabet":"digits","length":"six"}"#,
        r#"{"step":"set_password"}"#,
        r#"{"step":"set_password","policy":null}"#,
        r#"{"step":"wait","poll_after":"soon"}"#,
        r#"{"step":"done","notice_sent":"yes"}"#,
        r#"{"step":"leave"}"#,
    ] {
        assert_eq!(next(json), Err(Problem::Unreadable), "{json}");
    }
}

#[test]
fn absurd_numbers_are_kept_within_reason() {
    let longest = Seconds::LONGEST;
    for (json, expected) in [("1e300", longest), ("-5", Seconds::ZERO), ("99999999999", longest)] {
        let step = format!(r#"{{"step":"wait","poll_after":{json},"give_up_after":{json}}}"#);
        assert_eq!(next(&step), Ok(Next::Wait { poll_after: expected, give_up_after: expected }), "{json}");
    }
    let Ok(Next::SetPassword { policy, .. }) =
        next(r#"{"step":"set_password","policy":{"min_length":-1,"max_length":1e300,"min_classes":1e9}}"#)
    else {
        panic!("it is a step")
    };
    assert_eq!((policy.min_length, policy.max_length, policy.min_classes), (0, u32::MAX, None));
    let Ok(Next::EnterCode { form, .. }) =
        next(r#"{"step":"enter_code","channel":"email","alphabet":"digits","length":1e9}"#)
    else {
        panic!("it is a step")
    };
    assert_eq!(form.length, None, "a code that long has no length worth checking");
}
