//! Signing in and out, and changing the own password.

use super::script::{Scripted, fault, secret};
use crate::api::SessionRequest;
use crate::domain::problem::Problem;
use crate::domain::sign_in::Answer;

#[test]
fn who_is_signed_in_is_told() {
    for request in [SessionRequest::Load, SessionRequest::SignIn(Default::default(), secret("x"))] {
        let scripted = Scripted::answering(&["somebody is signed in"]);
        scripted.will("signed in");
        let Ok(Answer::Session(session)) = scripted.session(request) else { panic!("nobody is signed in") };
        assert_eq!((session.display_name.as_str(), session.user_id.as_str()), ("user", "user@contoso.example"));
        assert!(session.roles.is_empty() && !session.must_change_password);
    }
    let scripted = Scripted::answering(&["nobody is signed in"]);
    assert_eq!(fault(scripted.session(SessionRequest::Load)), Some((Problem::SessionRequired, None)));
}

#[test]
fn a_wrong_password_and_no_account_are_one() {
    for answer in ["a wrong password", "no address to sign in with", "a name where an address is asked for"] {
        let scripted = Scripted::answering(&["configuration", answer]);
        assert_eq!(fault(scripted.sign_in("user@contoso.example")), Some((Problem::SignInFailed, None)), "{answer}");
    }
    let scripted = Scripted::answering(&["configuration", "too many wrong passwords"]);
    assert_eq!(fault(scripted.sign_in("user@contoso.example")), Some((Problem::TooManyRequests, Some(300))));
}

#[test]
fn a_user_id_is_an_address_or_a_name() {
    for (user_id, field) in [("user@contoso.example", "email"), ("user", "username")] {
        let scripted = Scripted::answering(&["configuration", "signed in"]);
        assert!(scripted.sign_in(user_id).is_ok());
        let end = format!(r#" {{"{field}":"{user_id}","password":"a quiet walk"}}"#);
        assert!(scripted.sent()[1].ends_with(&end));
    }
}

#[test]
fn whoever_was_signed_in_before_is_signed_out() {
    let scripted = Scripted::answering(&["configuration", "signed in already", "signed out", "signed in"]);
    assert!(matches!(scripted.sign_in("user@contoso.example"), Ok(Answer::Session(_))));
    let sent = scripted.sent();
    assert!(sent[2].starts_with("DELETE ") && sent[2].contains("/auth/session"), "{sent:?}");
    assert!(sent[3].contains("/auth/login") && sent[3].contains("token-3"), "{sent:?}");
    let scripted = Scripted::answering(&["configuration", "signed in already", "signed out", "a wrong password"]);
    assert_eq!(fault(scripted.sign_in("user@contoso.example")), Some((Problem::SignInFailed, None)));
}

#[test]
fn a_second_proof_is_not_asked_for_here() {
    let scripted = Scripted::answering(&["configuration"]);
    scripted.will_answer(
        401,
        r#"{"status":401,"data":{"flows":[{"id":"mfa_authenticate","is_pending":true}]},"meta":{"is_authenticated":false}}"#,
    );
    assert_eq!(fault(scripted.sign_in("user@contoso.example")), Some((Problem::Unexpected, None)));
}

fn change(scripted: &Scripted) -> Result<Answer, crate::domain::problem::Fault> {
    scripted.session(SessionRequest::ChangePassword(secret("old"), secret("new")))
}

#[test]
fn the_password_is_changed_or_it_is_said_why_not() {
    let scripted = Scripted::answering(&["configuration", "the password is changed"]);
    assert!(matches!(change(&scripted), Ok(Answer::PasswordChanged)));
    assert!(scripted.sent()[1].ends_with(r#" {"current_password":"old","new_password":"new"}"#));
    for (answer, problem) in [
        ("a wrong current password", Problem::SignInFailed),
        ("a weak password instead", Problem::PasswordRejected(vec![crate::domain::password::Rejection::TooShort])),
        ("a change without a session", Problem::SessionRequired),
    ] {
        let scripted = Scripted::answering(&["configuration", answer]);
        assert_eq!(fault(change(&scripted)), Some((problem, None)), "{answer}");
    }
}

#[test]
fn signing_out_is_believed_only_if_nobody_is_signed_in() {
    let scripted = Scripted::answering(&["configuration", "signed out"]);
    assert!(matches!(scripted.session(SessionRequest::SignOut), Ok(Answer::SignedOut)));
    let scripted = Scripted::answering(&["configuration", "signed in"]);
    assert_eq!(fault(scripted.session(SessionRequest::SignOut)), Some((Problem::Unreadable, None)));
}
