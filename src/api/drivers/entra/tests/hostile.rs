//! Answers that say "success" and are none.

use super::script::*;
use crate::domain::problem::Problem;
use crate::domain::recovery::Input;

#[test]
fn a_success_without_a_token_is_none() {
    for body in [
        "",
        " ",
        "null",
        "7",
        "[]",
        "{}",
        r#"["t"]"#,
        r#"[{"continuation_token":"t"}]"#,
        r#"{"continuation_token":""}"#,
        r#"{"continuation_token":7}"#,
        r#"{"continuation_token":null}"#,
        r#"{"continuation_token":["t"]}"#,
        r#"{"continuation_token":"t""#,
        r#"{"continuation_token":"t"} x"#,
        r#"{"continuation_token":"t","continuation_token":"u"}"#,
        "<!doctype html><title>Proxy</title><p>Sign in to the company network.",
    ] {
        for status in [200, 201, 202, 204, 299] {
            let scripted = Scripted::new();
            scripted.will_answer(status, body);
            assert_eq!(problem(scripted.identify()), Some(Problem::Unreadable), "{status} {body}");
        }
    }
}

#[test]
fn a_code_that_was_sent_in_another_way_is_unreadable() {
    for (change, by) in [
        (r#""oob""#, r#""password""#),
        (r#""oob""#, r#""preverified""#),
        (r#""oob""#, "7"),
        (r#""challenge_type""#, r#""kind""#),
        (r#""email""#, r#""carrier pigeon""#),
        (r#""email""#, "null"),
        (r#""code_length":8"#, r#""code_length":0"#),
        (r#""code_length":8"#, r#""code_length":-8"#),
        (r#""code_length":8"#, r#""code_length":300"#),
        (r#""code_length":8"#, r#""code_length":"8""#),
    ] {
        let changed = CODE_SENT.replace(change, by);
        assert_ne!(changed, CODE_SENT);
        let scripted = Scripted::new();
        scripted.will_answer(200, STARTED);
        scripted.will_answer(200, &changed);
        assert_eq!(problem(scripted.identify()), Some(Problem::Unreadable), "{changed}");
    }
}

#[test]
fn a_status_that_is_none_is_no_end() {
    for body in [
        r#"{"continuation_token":"t"}"#,
        r#"{"continuation_token":"t","status":"Succeeded"}"#,
        r#"{"continuation_token":"t","status":"done"}"#,
        r#"{"continuation_token":"t","status":true}"#,
        r#"{"continuation_token":"t","status":["succeeded"]}"#,
        r#"{"status":"succeeded","error":"x"}"#,
    ] {
        let scripted = Scripted::after(&[STARTED, CODE_SENT, CODE_RIGHT, TAKEN]);
        scripted.will_answer(200, body);
        assert!(scripted.submit(Input::Poll).is_err(), "{body}");
    }
}

#[test]
fn a_refusal_that_carries_a_success_is_a_refusal() {
    for status in [0, 199, 300, 302, 400, 401, 500] {
        let scripted = Scripted::after(&[STARTED, CODE_SENT, CODE_RIGHT, TAKEN]);
        scripted.will_answer(status, r#"{"continuation_token":"t","status":"succeeded"}"#);
        assert!(scripted.submit(Input::Poll).is_err(), "{status}");
    }
}

#[test]
fn a_redirect_counts_only_as_a_success() {
    let scripted = Scripted::new();
    scripted.will_answer(400, r#"{"challenge_type":"redirect"}"#);
    assert_eq!(problem(scripted.identify()), Some(Problem::Unexpected));
}
