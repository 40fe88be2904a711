//! Signing in, and what is kept of it.

use super::script::*;
use crate::api::SessionRequest;
use crate::domain::moment::Seconds;
use crate::domain::problem::Problem;
use crate::domain::sign_in::Answer;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

pub(super) const PASSWORD_WANTED: &str = r#"{"continuation_token":"t2","challenge_type":"password"}"#;

/// A set of tokens whose ID token says this.
fn tokens_with(claims: &Value) -> Value {
    let id_token = ["e30", &URL_SAFE_NO_PAD.encode(claims.to_string()), "c2ln"].join(".");
    json!({ "token_type": "Bearer", "scope": "openid profile", "expires_in": 3600, "access_token": "a", "id_token": id_token })
}

/// A right set of tokens.
pub(super) fn tokens() -> String {
    tokens_with(&json!({ "aud": CLIENT_ID, "name": "A \u{202e}User" })).to_string()
}

fn signed_in(tokens: &str) -> (Scripted, Result<Answer, crate::domain::problem::Fault>) {
    let scripted = Scripted::new();
    scripted.will_answer(200, STARTED);
    scripted.will_answer(200, PASSWORD_WANTED);
    scripted.will_answer(200, tokens);
    let answer = scripted.sign_in();
    (scripted, answer)
}

fn loads(scripted: &Scripted) -> Result<Answer, Problem> {
    now(scripted.api.session(SessionRequest::Load)).map_err(|fault| fault.problem)
}

#[test]
fn the_right_password_lets_in_until_the_token_ends() {
    let (scripted, answer) = signed_in(&tokens());
    let Ok(Answer::Session(session)) = answer else { panic!("it is right") };
    assert_eq!((session.display_name.as_str(), session.user_id.as_str()), ("A User", USER));
    assert!(session.roles.is_empty() && !session.must_change_password);
    scripted.pass(Seconds::clamped(3599));
    assert!(matches!(loads(&scripted), Ok(Answer::Session(same)) if same == session));
    scripted.pass(Seconds::clamped(1));
    assert_eq!(loads(&scripted).err(), Some(Problem::SessionRequired));
    assert_eq!(scripted.paths().len(), 3, "the rest is remembered here");
}

#[test]
fn signing_out_forgets_everything() {
    let (scripted, _) = signed_in(&tokens());
    assert!(matches!(now(scripted.api.session(SessionRequest::SignOut)), Ok(Answer::SignedOut)));
    assert_eq!(loads(&scripted).err(), Some(Problem::SessionRequired));
}

#[test]
fn nobody_is_signed_in_at_first_and_after_a_failure() {
    assert_eq!(loads(&Scripted::new()).err(), Some(Problem::SessionRequired));
    let (scripted, answer) = signed_in("{}");
    assert_eq!(problem(answer), Some(Problem::Unreadable));
    assert_eq!(loads(&scripted).err(), Some(Problem::SessionRequired));
}

#[test]
fn tokens_that_are_not_right_let_nobody_in() {
    let right = tokens_with(&json!({ "aud": CLIENT_ID }));
    let (_, answer) = signed_in(&right.to_string());
    assert!(answer.is_ok(), "a name is not needed");
    for (name, wrong) in [
        ("access_token", json!("")),
        ("access_token", Value::Null),
        ("access_token", json!(7)),
        ("token_type", json!("mac")),
        ("token_type", Value::Null),
        ("expires_in", json!(0)),
        ("expires_in", json!("3600")),
        ("expires_in", Value::Null),
        ("id_token", Value::Null),
        ("id_token", json!("e30.e30.x")),
        ("id_token", tokens_with(&json!({ "aud": "another app" }))["id_token"].clone()),
        ("error", json!("invalid_grant")),
    ] {
        let mut tokens = right.clone();
        tokens[name] = wrong.clone();
        let (_, answer) = signed_in(&tokens.to_string());
        assert!(answer.is_err(), "{name}: {wrong}");
    }
}

#[test]
fn every_endpoint_of_signing_in_may_lead_elsewhere() {
    let successes = [STARTED, PASSWORD_WANTED];
    for done in 0..=successes.len() {
        let scripted = Scripted::new();
        successes[..done].iter().for_each(|body| scripted.will_answer(200, body));
        scripted.will_answer(200, r#"{"challenge_type":"redirect"}"#);
        assert_eq!(problem(scripted.sign_in()), Some(Problem::AnotherPage), "after {done} steps");
    }
}

#[test]
fn initiate_and_challenge_refuse() {
    for done in [&[][..], &[STARTED]] {
        for (error, suberror, codes, expected) in [
            ("invalid_request", "", "901007", Problem::Unexpected),
            ("invalid_request", "", "90100", Problem::InvalidRequest),
            ("unauthorized_client", "", "700016", Problem::Unexpected),
            ("invalid_client", "nativeauthapi_disabled", "", Problem::Unexpected),
            ("user_not_found", "", "", Problem::SignInFailed),
            ("unsupported_challenge_type", "", "901007", Problem::Unexpected),
            ("invalid_grant", "", "55200", Problem::Unexpected),
            ("expired_token", "", "552003", Problem::Unexpected),
        ] {
            let scripted = Scripted::new();
            done.iter().for_each(|body| scripted.will_answer(200, body));
            scripted.will_refuse(error, suberror, codes);
            assert_eq!(problem(scripted.sign_in()), Some(expected), "{error} {suberror} {codes}");
        }
    }
}

#[test]
fn token_refuses() {
    for (error, suberror, codes, expected) in [
        ("invalid_grant", "", "50126", Problem::SignInFailed),
        // Locked, disabled: nobody learns which.
        ("invalid_grant", "", "50053", Problem::SignInFailed),
        ("invalid_grant", "", "50057", Problem::SignInFailed),
        ("invalid_request", "", "50142", Problem::PasswordExpired),
        ("invalid_grant", "", "50055", Problem::PasswordExpired),
        ("invalid_grant", "mfa_required", "50076", Problem::AnotherPage),
        ("invalid_grant", "registration_required", "50072", Problem::AnotherPage),
        ("invalid_grant", "something_new", "", Problem::Unexpected),
        ("expired_token", "", "552003", Problem::Unexpected),
        ("invalid_request", "", "55200", Problem::Unexpected),
        ("invalid_scope", "", "70011", Problem::Unexpected),
        ("unsupported_grant_type", "", "", Problem::Unexpected),
        ("unauthorized_client", "", "", Problem::Unexpected),
        ("invalid_client", "", "", Problem::Unexpected),
    ] {
        let scripted = Scripted::new();
        scripted.will_answer(200, STARTED);
        scripted.will_answer(200, PASSWORD_WANTED);
        scripted.will_refuse(error, suberror, codes);
        assert_eq!(problem(scripted.sign_in()), Some(expected), "{error} {suberror} {codes}");
    }
}

#[test]
fn a_code_instead_of_a_password_was_not_asked_for() {
    let scripted = Scripted::new();
    scripted.will_answer(200, STARTED);
    scripted.will_answer(200, CODE_SENT);
    assert_eq!(problem(scripted.sign_in()), Some(Problem::Unreadable));
}
