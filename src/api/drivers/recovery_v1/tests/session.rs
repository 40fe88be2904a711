//! What the API says about who is signed in.

use super::script::{Scripted, now};
use crate::api::SessionRequest;
use crate::domain::password::{Charset, Policy};
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;
use crate::domain::session::{Role, Session};
use crate::domain::sign_in::Answer;

fn load(status: u16, body: &str) -> Result<Session, Problem> {
    match now(Scripted::answering(status, body).api.session(SessionRequest::Load)) {
        Ok(Answer::Session(session)) => Ok(session),
        Ok(_) => panic!("the answer belongs to another question"),
        Err(fault) => Err(fault.problem),
    }
}

#[test]
fn a_session_is_read() {
    let body = r#"{"user":{"display_name":"A B","user_id":"user@contoso.example","roles":["global_admin","pilot"]},
        "must_change_password":true,"password_policy":{"min_length":8,"max_length":64,"charset":"ascii"}}"#;
    let expected = Session {
        display_name: "A B".to_owned(),
        user_id: "user@contoso.example".to_owned(),
        roles: vec![Role::GlobalAdmin, Role::Other("pilot".to_owned())],
        must_change_password: true,
        password_policy: Policy { min_length: 8, max_length: 64, min_classes: None, charset: Charset::Ascii },
    };
    assert_eq!(load(200, body), Ok(expected));
}

#[test]
fn a_name_and_roles_may_be_missing() {
    let session = load(200, r#"{"user":{"user_id":"u@x"},"must_change_password":false}"#).unwrap();
    assert_eq!((session.display_name.as_str(), session.roles), ("", vec![]));
    assert_eq!(session.password_policy, Policy::default());
}

#[test]
fn nobody_is_signed_in_by_an_answer_that_makes_no_sense() {
    for body in [
        "",
        "<!doctype html><p>Welcome!",
        "[]",
        "{}",
        r#"{"user":{"user_id":"u@x"}}"#,
        r#"{"user":{"user_id":"u@x"},"must_change_password":null}"#,
        r#"{"user":{"user_id":"u@x"},"must_change_password":"no"}"#,
        r#"{"user":{"display_name":"A"},"must_change_password":false}"#,
        r#"{"user":{"user_id":7},"must_change_password":false}"#,
        r#"{"user":"u@x","must_change_password":false}"#,
        r#"{"must_change_password":false}"#,
        r#"{"token":"t","next":{"step":"done"}}"#,
    ] {
        for status in [200, 204] {
            assert_eq!(load(status, body), Err(Problem::Unreadable), "{status} {body}");
        }
    }
}

#[test]
fn a_change_and_a_sign_out_need_no_body() {
    let change = || SessionRequest::ChangePassword(Secret::new("a".to_owned()), Secret::new("b".to_owned()));
    let answer = now(Scripted::answering(204, "").api.session(change()));
    assert!(matches!(answer, Ok(Answer::PasswordChanged)));
    let answer = now(Scripted::answering(204, "").api.session(SessionRequest::SignOut));
    assert!(matches!(answer, Ok(Answer::SignedOut)));
    let refused = r#"{"type":"urn:partner-recovery:sign-in-failed"}"#;
    let answer = now(Scripted::answering(401, refused).api.session(change()));
    assert_eq!(answer.err().map(|fault| fault.problem), Some(Problem::SignInFailed));
}

#[test]
fn a_page_that_a_proxy_answers_with_changes_no_password_and_signs_nobody_out() {
    let change = || SessionRequest::ChangePassword(Secret::new("a".to_owned()), Secret::new("b".to_owned()));
    for body in ["<!doctype html><title>Proxy</title>", "{}", " "] {
        for request in [change(), SessionRequest::SignOut] {
            let answer = now(Scripted::answering(200, body).api.session(request));
            assert_eq!(answer.err().map(|fault| fault.problem), Some(Problem::Unreadable), "{body}");
        }
    }
}

#[test]
fn session_calls_carry_no_token_and_leave_the_recovery_alone() {
    let scripted = Scripted::new();
    scripted.will_rotate_to("t1");
    scripted.begin().unwrap();
    scripted.will_answer(200, r#"{"token":"t2","user":{"user_id":"u@x"},"must_change_password":false}"#);
    assert!(now(scripted.api.session(SessionRequest::Load)).is_ok());
    assert!(!scripted.last_sent().contains("Authorization"));
    let _ = scripted.poll();
    assert!(scripted.last_sent().contains("Bearer t1\n"));
}
