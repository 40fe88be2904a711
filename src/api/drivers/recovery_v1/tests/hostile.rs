//! Texts that want to be more than texts.

use super::script::{Scripted, now};
use super::steps::next;
use crate::api::SessionRequest;
use crate::domain::captcha::Media;
use crate::domain::problem::Problem;
use crate::domain::recovery::{Input, LeaveReason, MethodId, Next};
use crate::domain::sign_in::Answer;

const MARKUP: &str = "<img src=x onerror=alert(1)>";

fn fault_with_trace(trace: &str) -> Option<String> {
    let body = format!(r#"{{"type":"urn:partner-recovery:unavailable","title":"x","trace_id":"{trace}"}}"#);
    Scripted::answering(503, body).begin().unwrap_err().trace
}

#[test]
fn markup_stays_the_text_it_is() {
    let step = format!(
        r#"{{"step":"choose_method","methods":[{{"id":"{MARKUP}","channel":"email","hint":"{MARKUP}"}},{{"id":"b","channel":"sms"}}]}}"#
    );
    let Ok(Next::ChooseMethod(methods)) = next(&step) else { panic!("it is a step") };
    assert_eq!((methods[0].id.0.as_str(), methods[0].hint.as_deref()), (MARKUP, Some(MARKUP)));
}

#[test]
fn marks_that_reorder_text_are_taken_out_of_everything_that_is_shown() {
    const MARKED: &str = r"a\u202e\u2066b\u2069";
    let step = format!(
        r#"{{"step":"choose_method","methods":[{{"id":"{MARKED}","channel":"email","hint":"{MARKED}"}},{{"id":"b","channel":"sms"}}]}}"#
    );
    let Ok(Next::ChooseMethod(methods)) = next(&step) else { panic!("it is a step") };
    assert_eq!(methods[0].hint.as_deref(), Some("ab"));
    assert_eq!(methods[0].id.0, "a\u{202e}\u{2066}b\u{2069}", "an ID is sent back, never shown");

    let step = format!(r#"{{"step":"enter_code","channel":"email","alphabet":"digits","hint":"{MARKED}"}}"#);
    assert!(matches!(next(&step), Ok(Next::EnterCode { hint: Some(hint), .. }) if hint == "ab"));

    let body = format!(
        r#"{{"user":{{"display_name":"{MARKED}","user_id":"{MARKED}","roles":["{MARKED}"]}},"must_change_password":false}}"#
    );
    let answer = now(Scripted::answering(200, body).api.session(SessionRequest::Load));
    let Ok(Answer::Session(session)) = answer else { panic!("somebody is signed in") };
    assert_eq!((session.display_name.as_str(), session.user_id.as_str()), ("ab", "ab"));
    assert_eq!(format!("{:?}", session.roles), r#"[Other("ab")]"#);
}

#[test]
fn a_reference_is_shown_only_if_it_can_be_read_out() {
    assert_eq!(fault_with_trace("4f2a-09").as_deref(), Some("4f2a-09"));
    assert_eq!(fault_with_trace(&"x".repeat(64)).map(|trace| trace.len()), Some(64));
    for trace in [MARKUP, &"x".repeat(65), r"a\u202eb", r"a\nb", "追跡"] {
        assert_eq!(fault_with_trace(trace), None, "{trace}");
    }
}

#[test]
fn a_dangerous_link_is_left_out() {
    for url in ["javascript:alert(1)", "http://contoso.example/", "//evil.example", "https://a@evil.example", ""] {
        let step = format!(r#"{{"step":"leave","reason":"another_page","url":"{url}"}}"#);
        assert_eq!(next(&step), Ok(Next::Leave { reason: LeaveReason::AnotherPage, url: None }), "{url}");
    }
}

#[test]
fn a_challenge_cannot_choose_the_path_of_its_media() {
    for id in ["", ".", "..", "%2e%2e", "../session", "a/b", "a?b", "a#b", "a\\b", "a b", "\n", "猫", "@evil", "a.b"] {
        for media in [Media::Picture, Media::Audio { slow: true }] {
            let scripted = Scripted::new();
            let answer = now(scripted.api.media(id.to_owned(), media));
            assert_eq!(answer.err().map(|fault| fault.problem), Some(Problem::Unreadable), "{id:?}");
            assert_eq!(scripted.sent(), Vec::<String>::new(), "{id:?}");
        }
    }
}

#[test]
fn a_method_is_sent_back_as_it_came() {
    let scripted = Scripted::new();
    let _ = scripted.submit(Input::Method(MethodId("../\"\\\u{2028}</script>".to_owned())));
    let request = scripted.last_sent();
    let body: serde_json::Value = serde_json::from_str(request.lines().last().unwrap()).unwrap();
    assert_eq!(body["method_id"], "../\"\\\u{2028}</script>");
    assert!(request.starts_with("POST https://api.contoso.example/v1/recoveries/current/method\n"));
}

#[test]
fn a_proof_of_work_comes_back_byte_for_byte() {
    // Its signature covers fields that we do not know, the order of all of them, and how each number is written.
    const CHALLENGE: &str = r#"{ "signature" : "ab",  "parameters":{"nonce":"0A","salt":"ff","keyPrefix":"00","z":[1.50, 1e2],
        "expiresAt":99999999999999999999,"algorithm":"PBKDF2/SHA-256","cost":1000,"keyLength":32,"né":"\u00e9/\/" } }"#;
    let step = format!(
        r#"{{"step":"identify","account_types":["work_or_school"],"captcha":{{"id":"c","proof_of_work":{CHALLENGE}}}}}"#
    );
    let Ok(Next::Identify { captcha: Some(challenge), .. }) = next(&step) else { panic!("it is a step") };
    let work = challenge.proof_of_work.unwrap();
    assert_eq!(work.challenge_json, CHALLENGE);
    assert_eq!(
        (work.nonce.as_slice(), work.salt.as_slice(), work.cost, work.key_length),
        (&[10][..], &[255][..], 1000, 32)
    );
    let payload = work.payload(7, &[0, 1]);
    assert_eq!(payload, format!(r#"{{"challenge":{CHALLENGE},"solution":{{"counter":7,"derivedKey":"0001"}}}}"#));
}

#[test]
fn a_calculation_that_we_cannot_do_is_not_offered() {
    let parameters = r#""nonce":"00","salt":"00","keyPrefix":"00","cost":1,"keyLength":32"#;
    for (work, beside) in [
        (format!(r#"{{"parameters":{{{parameters},"algorithm":"SCRYPT"}}}}"#), true),
        (r#"{"parameters":{"algorithm":"PBKDF2/SHA-256"}}"#.to_owned(), true),
        (format!(r#"{{"parameters":{{{},"algorithm":"PBKDF2/SHA-256"}}}}"#, parameters.replacen("00", "zz", 1)), true),
        ("7".to_owned(), true),
        ("7".to_owned(), false),
    ] {
        let step = format!(
            r#"{{"step":"identify","account_types":["personal"],"captcha":{{"id":"c","picture":{beside},"proof_of_work":{work}}}}}"#
        );
        match next(&step) {
            Ok(Next::Identify { captcha: Some(challenge), .. }) => {
                assert!(beside, "there is no way to answer it: {work}");
                assert_eq!(challenge.proof_of_work, None, "{work}");
            }
            other => assert!(!beside && other == Err(Problem::Unreadable), "{work}: {other:?}"),
        }
    }
}
