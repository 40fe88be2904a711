//! Whatever comes: no panic, and no success without what a success must have.

use super::script::{Scripted, now};
use crate::api::SessionRequest;
use crate::domain::problem::Problem;
use crate::domain::{users, verification};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Names and values that the contract uses, mixed with others, so that some of what is made is nearly right.
const NAMES: [&str; 30] = [
    "token",
    "next",
    "step",
    "type",
    "user",
    "user_id",
    "must_change_password",
    "captcha",
    "id",
    "picture",
    "methods",
    "channel",
    "alphabet",
    "policy",
    "account_types",
    "retry_after",
    "attempts_left",
    "errors",
    "reason",
    "url",
    "proof_of_work",
    "users",
    "next_cursor",
    "temporary_password",
    "expires_at",
    "checks",
    "kind",
    "status",
    "updated_at",
    "x",
];
const TEXTS: [&str; 17] = [
    "",
    "t",
    "a b",
    "done",
    "wait",
    "identify",
    "choose_method",
    "enter_code",
    "set_password",
    "leave",
    "email",
    "digits",
    "personal",
    "urn:partner-recovery:recovery-locked",
    "business",
    "pending",
    "2026-11-25T03:21:11Z",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        proptest::sample::select(&TEXTS[..]).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((proptest::sample::select(&NAMES[..]), inner), 0..8)
                .prop_map(|fields| fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect::<Map<_, _>>())
                .prop_map(Value::from),
        ]
    })
}

/// Whether an answer has what every success of the recovery must have.
fn is_complete(answer: &Value) -> bool {
    let token = answer.get("token").and_then(Value::as_str).unwrap_or_default();
    let step = answer.get("next").and_then(|next| next.get("step")).and_then(Value::as_str).unwrap_or_default();
    let required: &[&str] = match step {
        "done" | "wait" => &[],
        "identify" => &["account_types"],
        "choose_method" => &["methods"],
        "enter_code" => &["channel", "alphabet"],
        "set_password" => &["policy"],
        "leave" => &["reason"],
        _ => return false,
    };
    !token.is_empty() && required.iter().all(|name| answer["next"].get(name).is_some())
}

/// Lets every call meet this answer. The answers to a recovery must be right about success.
fn try_everything(status: u16, body: &[u8], may_be_success: bool) -> Result<(), TestCaseError> {
    let is_success = (200..300).contains(&status);
    for answer in [Scripted::answering(status, body).begin(), Scripted::answering(status, body).poll()] {
        match answer {
            Ok(next) => prop_assert!(is_success && may_be_success, "{next:?}"),
            Err(fault) if is_success => prop_assert_eq!(fault.problem, Problem::Unreadable),
            Err(_) => {}
        }
    }
    let session = now(Scripted::answering(status, body).api.session(SessionRequest::Load));
    prop_assert!(is_success || session.is_err());
    let search = users::Request::Search { query: String::new(), cursor: None };
    prop_assert!(is_success || now(Scripted::answering(status, body).api.users(search)).is_err());
    match now(Scripted::answering(status, body).api.users(users::Request::Reset("u".to_owned()))) {
        Ok(users::Answer::Reset(given)) => prop_assert!(is_success && !given.password.is_empty()),
        Ok(users::Answer::Users { .. }) => prop_assert!(false, "a reset brings no users"),
        Err(_) => {}
    }
    match now(Scripted::answering(status, body).api.verification(verification::Request::Load)) {
        Ok(verification::Answer::Checks(checks)) => prop_assert!(is_success && !checks.is_empty()),
        Ok(verification::Answer::MailSent) => prop_assert!(false, "no mail was asked for"),
        Err(_) => {}
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_no_success(status in any::<u16>(), body in any::<Vec<u8>>()) {
        try_everything(status, &body, false)?;
    }

    #[test]
    fn any_json_is_a_success_only_if_it_is_complete(status in prop_oneof![Just(200), any::<u16>()], json in any_json()) {
        try_everything(status, json.to_string().as_bytes(), is_complete(&json))?;
    }

    #[test]
    fn any_step_is_a_success_only_if_it_is_complete(step in proptest::sample::select(&TEXTS[..]), json in any_json()) {
        let mut next = json;
        if let Value::Object(fields) = &mut next {
            fields.insert("step".to_owned(), step.into());
        }
        let answer = serde_json::json!({ "token": "t", "next": next });
        try_everything(200, answer.to_string().as_bytes(), is_complete(&answer))?;
    }

    #[test]
    fn a_broken_off_answer_is_no_success(end in 0usize..150) {
        let whole = r#"{"token":"t","next":{"step":"enter_code","channel":"email","alphabet":"digits","hint":"u•••","length":6,"expires_in":600}}"#;
        let broken_off = &whole.as_bytes()[..end.min(whole.len() - 1)];
        try_everything(200, broken_off, false)?;
    }
}
