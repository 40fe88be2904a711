//! From the user ID to the new password.

use super::script::{Scripted, fault, now, secret};
use crate::domain::account::AccountType;
use crate::domain::code::{Alphabet, Channel};
use crate::domain::password::Rejection;
use crate::domain::problem::Problem;
use crate::domain::recovery::{Input, Next};

const RESET: &str = "POST https://api.contoso.example/_allauth/browser/v1/auth/password/reset";

#[test]
fn a_recovery_begins_where_codes_are_sent() {
    let scripted = Scripted::answering(&["configuration"]);
    let first = Next::Identify { account_types: vec![AccountType::WorkOrSchool], captcha: None };
    assert_eq!(now(scripted.api.begin()), Ok(first));
    assert_eq!(
        scripted.sent(),
        ["GET https://api.contoso.example/_allauth/browser/v1/config Accept-Language=ja"],
        "without the token, which would make the browser ask first"
    );
    scripted.will_answer(
        200,
        r#"{"status":200,"data":{"account":{"password_reset_by_code_enabled":false,"login_methods":["email"]}}}"#,
    );
    assert_eq!(fault(now(scripted.api.begin())), Some((Problem::SelfServiceUnavailable, None)));
}

#[test]
fn a_code_is_sent_and_sent_again() {
    let scripted = Scripted::answering(&["configuration", "a code was sent", "a code was sent"]);
    now(scripted.api.begin()).unwrap();
    scripted.sent();
    for answer in [scripted.identify(), scripted.submit(Input::Resend)] {
        let Ok(Next::EnterCode { channel: Channel::Email, hint: None, form, resend_after: Some(_), .. }) = answer
        else {
            panic!("no code is asked for but {answer:?}");
        };
        assert_eq!((form.length, form.alphabet), (None, Alphabet::LettersAndDigits));
    }
    let path = "POST https://api.contoso.example/_allauth/browser/v1/auth/password/request Accept-Language=ja";
    let end = r#"Content-Type=application/json {"email":"user@contoso.example"}"#;
    assert_eq!(
        scripted.sent(),
        [format!("{path} X-CSRFToken=token-1 {end}"), format!("{path} X-CSRFToken=token-2 {end}")],
        "the token is read anew each time"
    );
}

#[test]
fn somebody_who_is_signed_in_may_have_forgotten_the_password() {
    let scripted = Scripted::answering(&["configuration", "a code was sent to somebody who is signed in"]);
    now(scripted.api.begin()).unwrap();
    assert!(matches!(scripted.identify(), Ok(Next::EnterCode { .. })));
}

#[test]
fn the_token_is_fetched_if_it_is_not_there() {
    let scripted = Scripted::answering(&["configuration", "a code was sent"]);
    assert!(scripted.identify().is_ok());
    let sent = scripted.sent();
    assert!(sent[0].ends_with("/config Accept-Language=ja") && sent[1].contains(" X-CSRFToken=token-1 "), "{sent:?}");
}

#[test]
fn a_code_is_checked_without_a_password() {
    let scripted = Scripted::answering(&["configuration", "a wrong code", "the right code"]);
    let wrong = fault(scripted.submit(Input::Code(secret("ABCDEFGH"))));
    assert_eq!(wrong, Some((Problem::CodeIncorrect { attempts_left: None }, None)));
    assert!(matches!(scripted.submit(Input::Code(secret("WWGHDGTK"))), Ok(Next::SetPassword { .. })));
    let sent = scripted.sent();
    assert!(sent[1].starts_with(RESET) && sent[1].ends_with(r#" {"key":"ABCDEFGH"}"#), "{sent:?}");
    assert!(sent[2].starts_with(RESET) && sent[2].ends_with(r#" {"key":"WWGHDGTK"}"#), "{sent:?}");
}

#[test]
fn nothing_pending_means_to_start_again() {
    let scripted = Scripted::answering(&["configuration", "nothing is pending"]);
    assert_eq!(fault(scripted.submit(Input::Code(secret("ABCDEFGH")))), Some((Problem::RecoveryExpired, None)));
    let scripted = Scripted::at_set_password();
    scripted.will("the code again");
    assert_eq!(fault(scripted.submit(Input::NewPassword(secret("x")))), Some((Problem::RecoveryExpired, None)));
}

#[test]
fn the_new_password_goes_with_the_code_and_holds() {
    for end in ["the new password holds", "signed in"] {
        let scripted = Scripted::at_set_password();
        scripted.will(end);
        let answer = scripted.submit(Input::NewPassword(secret("a \"quiet\" walk")));
        assert_eq!(answer, Ok(Next::Done { notice_sent: false }), "{end}");
        let sent = scripted.sent();
        assert!(sent[0].starts_with(RESET), "{sent:?}");
        assert!(sent[0].ends_with(r#" {"key":"WWGHDGTK","password":"a \"quiet\" walk"}"#), "{sent:?}");
        // The code is used up, and nothing is sent with it again.
        assert_eq!(fault(scripted.submit(Input::NewPassword(secret("x")))), Some((Problem::Unexpected, None)));
        assert_eq!(scripted.sent(), [""; 0]);
    }
}

#[test]
fn a_password_that_is_refused_says_every_rule() {
    for (answer, password, rules) in [
        ("a weak password", "12345", vec![Rejection::TooShort, Rejection::TooCommon, Rejection::TooFewClasses]),
        ("a password like the address", "user@contoso", vec![Rejection::ContainsUserId]),
    ] {
        let scripted = Scripted::at_set_password();
        scripted.will(answer);
        let refused = scripted.submit(Input::NewPassword(secret(password))).unwrap_err();
        assert_eq!((refused.problem, refused.next), (Problem::PasswordRejected(rules), None), "{answer}");
        scripted.will("the new password holds");
        assert!(scripted.submit(Input::NewPassword(secret("a quiet walk"))).is_ok(), "the code is still good");
    }
}

#[test]
fn a_server_that_wants_more_characters_than_announced_is_believed() {
    let scripted = Scripted::at_set_password();
    scripted.will("a weak password");
    let refused = scripted.submit(Input::NewPassword(secret("ten letter"))).unwrap_err();
    let Some(Next::SetPassword { policy, .. }) = refused.next.as_deref() else { panic!("{refused:?}") };
    assert_eq!(policy.min_length, 11);
}

#[test]
fn a_code_that_is_wrong_only_with_the_password_is_asked_for_again() {
    let scripted = Scripted::at_set_password();
    scripted.will("a wrong code with a password");
    let refused = scripted.submit(Input::NewPassword(secret("a quiet walk"))).unwrap_err();
    assert_eq!(refused.problem, Problem::CodeIncorrect { attempts_left: None });
    assert!(matches!(refused.next.as_deref(), Some(Next::EnterCode { .. })), "{refused:?}");
}

#[test]
fn a_user_id_that_is_no_address_can_be_mended() {
    let scripted = Scripted::answering(&["configuration", "no address"]);
    assert_eq!(fault(scripted.identify()), Some((Problem::InvalidRequest, None)));
}

#[test]
fn too_many_codes_wait_for_a_minute() {
    let scripted = Scripted::answering(&["configuration", "too many codes"]);
    assert_eq!(fault(scripted.identify()), Some((Problem::TooManyRequests, Some(60))));
}

#[test]
fn what_was_given_up_is_forgotten_without_a_request() {
    let scripted = Scripted::at_set_password();
    assert_eq!(now(scripted.api.cancel()), Ok(()));
    assert_eq!(fault(scripted.submit(Input::NewPassword(secret("x")))), Some((Problem::Unexpected, None)));
    assert_eq!(scripted.sent(), [""; 0]);
}

/// "Not signed in" alone is neither "a code was sent" nor "the new password holds".
#[test]
fn what_the_server_waits_for_must_fit() {
    const SILENT: &str = r#"{"status":401,"data":{"flows":[{"id":"login"}]},"meta":{"is_authenticated":false}}"#;
    let scripted = Scripted::answering(&["configuration", "nobody is signed in"]);
    scripted.will_answer(401, SILENT);
    assert_eq!(fault(scripted.identify()), Some((Problem::Unexpected, None)));
    assert_eq!(fault(scripted.identify()), Some((Problem::Unexpected, None)));
    let scripted = Scripted::at_set_password();
    scripted.will("a code was sent");
    scripted.will_answer(401, SILENT);
    for _ in 0..2 {
        assert_eq!(fault(scripted.submit(Input::NewPassword(secret("x")))), Some((Problem::Unreadable, None)));
    }
}
