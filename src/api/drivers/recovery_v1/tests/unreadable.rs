//! Answers that say "success" and are none.

use super::script::Scripted;
use crate::domain::problem::{Fault, Problem};

fn fault(status: u16, body: impl AsRef<[u8]>) -> Fault {
    Scripted::answering(status, body).begin().unwrap_err()
}

#[test]
fn a_success_without_a_token_and_a_step_is_none() {
    for body in [
        "",
        " ",
        "null",
        "true",
        "7",
        "\"token\"",
        "[]",
        "{}",
        r#"{"token":"t"}"#,
        r#"{"next":{"step":"done"}}"#,
        r#"{"token":null,"next":{"step":"done"}}"#,
        r#"{"token":7,"next":{"step":"done"}}"#,
        r#"{"token":["t"],"next":{"step":"done"}}"#,
        r#"{"token":"t","next":null}"#,
        r#"{"token":"t","next":"done"}"#,
        r#"{"token":"t","next":{"step":"done"}"#,
        r#"{"token":"t","next":{"step":"done"}} x"#,
        r#"{"token":"t","token":"u","next":{"step":"done"}}"#,
        "<!doctype html><title>Proxy</title><p>Sign in to the company network.",
    ] {
        for status in [200, 201, 202, 204, 299] {
            assert_eq!(fault(status, body), Problem::Unreadable.into(), "{status} {body}");
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_no_success() {
    assert_eq!(fault(200, b"\xFF\xFE\x00{"), Problem::Unreadable.into());
    assert_eq!(fault(200, b"{\"token\":\"\xFF\",\"next\":{\"step\":\"done\"}}"), Problem::Unreadable.into());
    assert_eq!(fault(503, b"\xFF"), Problem::Unavailable.into());
}

#[test]
fn fields_without_their_names_are_no_success() {
    // Some readers take a list for an object, field after field; the contract knows objects only.
    let next = r#"{"step":"done","notice_sent":true}"#;
    let positional = format!(r#"["t",{next},null,null,null,null,null,null,null,null]"#);
    assert_eq!(fault(200, &positional), Problem::Unreadable.into());
    assert_eq!(fault(200, format!(r#"[{{"token":"t","next":{next}}}]"#)), Problem::Unreadable.into());
}

#[test]
fn deep_nesting_is_unreadable_and_does_no_harm() {
    for (open, close) in [("[", "]"), (r#"{"next":"#, "}"), (r#"{"x":"#, "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        assert_eq!(fault(200, &deep), Problem::Unreadable.into(), "{open}");
        assert_eq!(fault(503, &deep).problem, Problem::Unavailable, "{open}");
    }
}

#[test]
fn a_status_that_is_no_success_is_none_whatever_the_body_says() {
    for status in [0, 100, 199, 300, 304, 400, 500, 999] {
        let body = r#"{"token":"t","next":{"step":"done","notice_sent":true}}"#;
        assert!(Scripted::answering(status, body).begin().is_err(), "{status}");
    }
}
