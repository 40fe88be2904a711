//! Steps, the token that rotates, and late answers.

use super::script::*;
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::moment::Seconds;
use crate::domain::password::Charset;
use crate::domain::problem::Problem;
use crate::domain::recovery::{Input, LeaveReason, Next};

fn enter_code(length: u8) -> Next {
    Next::EnterCode {
        channel: Channel::Email,
        hint: None,
        form: CodeForm { length: Some(length), alphabet: Alphabet::Digits },
        resend_after: Some(Seconds::clamped(60)),
        expires_in: None,
    }
}

fn wait(seconds: u64) -> Next {
    Next::Wait { poll_after: Seconds::clamped(seconds), give_up_after: Seconds::clamped(300) }
}

#[test]
fn beginning_asks_for_the_account_and_sends_nothing() {
    let scripted = Scripted::new();
    assert_eq!(now(scripted.api.begin()), Ok(identify()));
    assert_eq!(scripted.paths(), Vec::<String>::new());
}

#[test]
fn each_step_leads_to_the_next_with_the_newest_token() {
    let scripted = Scripted::new();
    scripted.will_answer(200, STARTED);
    scripted.will_answer(200, CODE_SENT);
    assert_eq!(scripted.identify(), Ok(enter_code(8)));
    scripted.will_answer(200, CODE_SENT.replace("t2", "t2b"));
    assert_eq!(scripted.submit(Input::Resend), Ok(enter_code(8)));
    scripted.will_answer(200, CODE_RIGHT);
    let Ok(Next::SetPassword { policy, expires_in, rejected }) = scripted.submit(code()) else { panic!("it is right") };
    assert_eq!((policy.min_length, policy.max_length, policy.min_classes), (8, 256, Some(3)));
    assert_eq!((policy.charset, expires_in, rejected), (Charset::Ascii, Some(Seconds::clamped(600)), vec![]));
    scripted.will_answer(200, TAKEN);
    assert_eq!(scripted.submit(Input::NewPassword(secret("a new one"))), Ok(wait(5)));
    scripted.will_answer(200, r#"{"status":"not_started","continuation_token":"t5"}"#);
    assert_eq!(scripted.submit(Input::Poll), Ok(wait(5)));
    scripted.will_answer(200, r#"{"status":"in_progress"}"#);
    assert_eq!(scripted.submit(Input::Poll), Ok(wait(5)));
    scripted.will_answer(200, r#"{"status":"succeeded","continuation_token":"t6"}"#);
    assert_eq!(scripted.submit(Input::Poll), Ok(Next::Done { notice_sent: false }));

    let reset = |path: &str| format!("/resetpassword/v1.0/{path}");
    let paths = [
        "start",
        "challenge",
        "challenge",
        "continue",
        "submit",
        "poll_completion",
        "poll_completion",
        "poll_completion",
    ];
    assert_eq!(scripted.paths(), paths.map(reset));
    let some = |token: &str| Some(token.to_owned());
    let tokens = [None, some("t1"), some("t2"), some("t2b"), some("t3"), some("t4"), some("t5"), some("t5")];
    assert_eq!(scripted.sent_fields("continuation_token"), tokens);
}

#[test]
fn a_wrong_code_keeps_the_token() {
    let scripted = Scripted::after(&[STARTED, CODE_SENT]);
    scripted.will_refuse("invalid_grant", "invalid_oob_value", "50181");
    assert_eq!(problem(scripted.submit(code())), Some(Problem::CodeIncorrect { attempts_left: Some(4) }));
    scripted.will_answer(200, CODE_RIGHT);
    assert!(scripted.submit(code()).is_ok());
    assert_eq!(scripted.sent_fields("continuation_token")[2..], [Some("t2".to_owned()), Some("t2".to_owned())]);
}

#[test]
fn a_password_that_could_not_be_set_is_asked_for_again() {
    let scripted = Scripted::after(&[STARTED, CODE_SENT, CODE_RIGHT, TAKEN]);
    scripted.will_answer(200, r#"{"status":"failed","continuation_token":"t5"}"#);
    let fault = scripted.submit(Input::Poll).unwrap_err();
    assert_eq!(fault.problem, Problem::ResetFailed);
    assert!(matches!(fault.next.as_deref(), Some(Next::SetPassword { .. })));
    scripted.will_answer(200, TAKEN);
    assert_eq!(scripted.submit(Input::NewPassword(secret("another"))), Ok(wait(5)));
    assert_eq!(scripted.sent_fields("continuation_token").pop(), Some(Some("t5".to_owned())), "the newest token");
}

#[test]
fn lengths_of_time_are_taken_as_they_come_or_as_documented() {
    for (body, seconds) in [
        (r#"{"continuation_token":"t"}"#, 2),
        (r#"{"continuation_token":"t","poll_interval":0}"#, 2),
        (r#"{"continuation_token":"t","poll_interval":-1}"#, 2),
        (r#"{"continuation_token":"t","poll_interval":7.5}"#, 7),
        (r#"{"continuation_token":"t","poll_interval":1e300}"#, 86_400),
    ] {
        let scripted = Scripted::after(&[STARTED, CODE_SENT, CODE_RIGHT]);
        scripted.will_answer(200, body);
        assert_eq!(scripted.submit(Input::NewPassword(secret("x"))), Ok(wait(seconds)), "{body}");
    }
}

#[test]
fn spaces_around_values_do_not_matter() {
    // Microsoft's own examples have them.
    let scripted = Scripted::new();
    scripted.will_answer(200, STARTED);
    scripted.will_answer(
        200,
        r#"{"continuation_token":"t","challenge_type":"oob ","binding_method":"prompt ","challenge_channel":"email ","challenge_target_label ":"c***r ","code_length":6}"#,
    );
    assert_eq!(scripted.identify(), Ok(enter_code(6)));
}

#[test]
fn every_endpoint_may_lead_elsewhere() {
    const REDIRECT: &str = r#"{"challenge_type":"redirect","redirect_reason":"…"}"#;
    let elsewhere = Ok(Next::Leave { reason: LeaveReason::AnotherPage, url: None });
    let steps = [STARTED, CODE_SENT, CODE_RIGHT, TAKEN];
    for done in 0..=steps.len() {
        let input = match done {
            0 | 1 => None,
            2 => Some(code()),
            3 => Some(Input::NewPassword(secret("x"))),
            _ => Some(Input::Poll),
        };
        let scripted = Scripted::after(if done < 2 { &[] } else { &steps[..done] });
        if done == 1 {
            scripted.will_answer(200, STARTED);
        }
        scripted.will_answer(200, REDIRECT);
        let answer = input.map_or_else(|| scripted.identify(), |input| scripted.submit(input));
        assert_eq!(answer, elsewhere, "after {done} steps");
    }
}

#[test]
fn a_recovery_that_was_given_up_is_over() {
    for begin_again in [false, true] {
        let scripted = Scripted::after(&[STARTED, CODE_SENT]);
        if begin_again {
            assert_eq!(now(scripted.api.begin()), Ok(identify()));
        } else {
            assert_eq!(now(scripted.api.cancel()), Ok(()));
        }
        let sent = scripted.paths().len();
        for input in [code(), Input::Resend, Input::NewPassword(secret("x")), Input::Poll] {
            assert_eq!(problem(scripted.submit(input)), Some(Problem::RecoveryExpired));
        }
        assert_eq!(scripted.paths().len(), sent, "nothing is sent of what is over");
    }
}

#[test]
fn a_late_answer_belongs_to_the_recovery_that_asked() {
    let scripted = Scripted::new();
    scripted.will_answer(200, STARTED);
    scripted.will_answer(200, CODE_SENT);
    let late = scripted.api.submit(Input::Identity {
        account_type: crate::domain::account::AccountType::WorkOrSchool,
        user_id: user(),
        captcha: None,
    });
    assert!(now(scripted.api.begin()).is_ok());
    assert!(now(late).is_ok());
    assert_eq!(problem(scripted.submit(code())), Some(Problem::RecoveryExpired), "nobody was asked for a code here");
}
