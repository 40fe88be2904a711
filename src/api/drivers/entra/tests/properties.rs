//! Whatever comes: no panic, and no success without what a success must have.

use super::script::*;
use super::sign_in::PASSWORD_WANTED;
use crate::domain::recovery::{Input, Next};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Names and values that Entra uses, mixed with others, so that some of what is made is nearly right.
const NAMES: [&str; 16] = [
    "continuation_token",
    "challenge_type",
    "challenge_channel",
    "code_length",
    "expires_in",
    "poll_interval",
    "status",
    "error",
    "suberror",
    "error_codes",
    "correlation_id",
    "access_token",
    "id_token",
    "token_type",
    "redirect_reason",
    "x",
];
const TEXTS: [&str; 14] = [
    "",
    "t",
    "oob",
    "password",
    "redirect",
    "email",
    "succeeded",
    "failed",
    "in_progress",
    "Bearer",
    "invalid_grant",
    "user_not_found",
    "expired_token",
    "e30.e30.x",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(Value::from(8)),
        any::<String>().prop_map(Value::from),
        proptest::sample::select(&TEXTS[..]).prop_map(Value::from),
        proptest::sample::select(&TEXTS[..]).prop_map(Value::from),
    ];
    let fields = |values: BoxedStrategy<Value>| {
        proptest::collection::vec((proptest::sample::select(&NAMES[..]), values), 0..10).prop_map(|fields| {
            Value::from(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
        })
    };
    leaf.prop_recursive(3, 32, 8, move |inner| {
        prop_oneof![
            4 => fields(inner.clone().boxed()),
            1 => proptest::collection::vec(inner, 0..4).prop_map(Value::from),
        ]
    })
}

/// The texts of an answer.
struct Said<'a>(&'a Value);

impl Said<'_> {
    fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn is_elsewhere(&self) -> bool {
        self.text("challenge_type").trim() == "redirect"
    }
}

/// Lets every step meet this answer; what comes of it must be right about success.
fn try_everything(status: u16, body: &[u8], said: &Value) -> Result<(), TestCaseError> {
    let said = Said(said);
    let is_success = (200..300).contains(&status) && said.0.get("error").is_none_or(Value::is_null);
    let has_token = !said.text("continuation_token").is_empty();
    let is_code = said.text("challenge_type").trim() == "oob" && said.text("challenge_channel").trim() == "email";

    let steps = [STARTED, CODE_SENT, CODE_RIGHT, TAKEN];
    let inputs = [None, Some(code()), Some(Input::NewPassword(secret("x"))), Some(Input::Poll)];
    for (done, input) in (1..).zip(inputs) {
        let scripted = Scripted::after(if input.is_none() { &[] } else { &steps[..done] });
        if input.is_none() {
            scripted.will_answer(200, STARTED);
        }
        scripted.will_answer(status, body);
        let answer = input.map_or_else(|| scripted.identify(), |input| scripted.submit(input));
        let may_be = match &answer {
            Ok(Next::Leave { .. }) => said.is_elsewhere(),
            Ok(Next::EnterCode { .. }) => done == 1 && has_token && is_code,
            Ok(Next::SetPassword { .. }) => done == 2 && has_token,
            Ok(Next::Wait { .. }) if done == 3 => has_token,
            Ok(Next::Wait { .. }) => done == 4 && matches!(said.text("status"), "not_started" | "in_progress"),
            Ok(Next::Done { .. }) => done == 4 && said.text("status") == "succeeded",
            Ok(_) => false,
            Err(_) => true,
        };
        prop_assert!(may_be && (is_success || answer.is_err()), "{:?}", answer);
    }
    // No ID token that is right can come of this.
    let scripted = Scripted::new();
    scripted.will_answer(200, STARTED);
    scripted.will_answer(200, PASSWORD_WANTED);
    scripted.will_answer(status, body);
    prop_assert!(scripted.sign_in().is_err());
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_no_success(status in any::<u16>(), body in any::<Vec<u8>>()) {
        try_everything(status, &body, &Value::Null)?;
    }

    #[test]
    fn any_json_is_a_success_only_if_it_is_complete(status in prop_oneof![Just(200), any::<u16>()], json in any_json()) {
        try_everything(status, json.to_string().as_bytes(), &json)?;
    }

    #[test]
    fn any_answer_with_a_token_is_a_success_only_if_it_is_complete(json in any_json()) {
        let mut json = json;
        if let Value::Object(fields) = &mut json {
            fields.insert("continuation_token".to_owned(), "t".into());
        }
        try_everything(200, json.to_string().as_bytes(), &json)?;
    }

    #[test]
    fn a_broken_off_answer_is_no_success(end in 0usize..200) {
        for whole in [CODE_SENT, CODE_RIGHT, TAKEN] {
            try_everything(200, &whole.as_bytes()[..end.min(whole.len() - 1)], &Value::Null)?;
        }
    }
}
