//! Every error and suberror that Microsoft documents, and those that its own client knows beside them.

use super::script::*;
use crate::api::http::{Failure, Response};
use crate::domain::moment::Seconds;
use crate::domain::password::Rejection;
use crate::domain::problem::Problem;
use crate::domain::recovery::Input;

/// What the endpoint refuses that is asked next after so many successes.
fn refused_after(steps: &[&str], error: &str, suberror: &str, codes: &str) -> Option<Problem> {
    let scripted = Scripted::after(if steps.len() < 2 { &[] } else { steps });
    if steps.len() == 1 {
        scripted.will_answer(200, STARTED);
    }
    scripted.will_refuse(error, suberror, codes);
    problem(match steps.len() {
        0 | 1 => scripted.identify(),
        2 => scripted.submit(code()),
        3 => scripted.submit(Input::NewPassword(secret("x"))),
        _ => scripted.submit(Input::Poll),
    })
}

#[test]
fn start_refuses() {
    for (error, suberror, codes, expected) in [
        ("invalid_request", "", "901007", Problem::Unexpected),
        ("invalid_request", "", "90100", Problem::InvalidRequest),
        ("invalid_request", "", "901001", Problem::InvalidRequest),
        ("unsupported_challenge_type", "", "901007", Problem::Unexpected),
        ("invalid_client", "nativeauthapi_disabled", "", Problem::Unexpected),
        ("invalid_client", "", "", Problem::Unexpected),
        ("unauthorized_client", "", "700016", Problem::Unexpected),
        ("server_error", "", "", Problem::Unavailable),
        ("something_new", "", "", Problem::Unexpected),
    ] {
        assert_eq!(refused_after(&[], error, suberror, codes), Some(expected), "{error} {suberror} {codes}");
    }
}

#[test]
fn challenge_refuses() {
    for (error, suberror, codes, expected) in [
        ("expired_token", "", "552003", Problem::RecoveryExpired),
        ("invalid_request", "", "55200", Problem::RecoveryExpired),
        ("unsupported_challenge_type", "", "901007", Problem::Unexpected),
        ("access_denied", "provider_blocked_by_rep", "", Problem::DeliveryFailed),
        ("access_denied", "", "", Problem::Unexpected),
        // Only `start` says so; here it would be something new.
        ("user_not_found", "", "", Problem::Unexpected),
    ] {
        assert_eq!(refused_after(&[STARTED], error, suberror, codes), Some(expected), "{error} {suberror} {codes}");
    }
}

#[test]
fn continue_refuses() {
    for (error, suberror, codes, expected) in [
        ("invalid_grant", "invalid_oob_value", "50181", Problem::CodeIncorrect { attempts_left: Some(4) }),
        ("invalid_grant", "", "", Problem::Unexpected),
        ("expired_token", "", "552003", Problem::RecoveryExpired),
        ("invalid_request", "", "55200", Problem::RecoveryExpired),
        ("invalid_request", "", "500222", Problem::Unexpected),
    ] {
        let refused = refused_after(&[STARTED, CODE_SENT], error, suberror, codes);
        assert_eq!(refused, Some(expected), "{error} {suberror} {codes}");
    }
}

#[test]
fn submit_refuses() {
    let rejected = |rule| Problem::PasswordRejected(vec![rule]);
    for (error, suberror, expected) in [
        ("invalid_grant", "password_too_weak", rejected(Rejection::TooFewClasses)),
        ("invalid_grant", "password_too_short", rejected(Rejection::TooShort)),
        ("invalid_grant", "password_too_long", rejected(Rejection::TooLong)),
        ("invalid_grant", "password_recently_used", rejected(Rejection::RecentlyUsed)),
        ("invalid_grant", "password_banned", rejected(Rejection::TooCommon)),
        ("invalid_grant", "password_is_invalid", rejected(Rejection::InvalidCharacters)),
        ("invalid_grant", "password_too_new", Problem::Unexpected),
        ("invalid_grant", "", Problem::Unexpected),
        ("expired_token", "", Problem::RecoveryExpired),
        ("invalid_request", "", Problem::Unexpected),
    ] {
        let refused = refused_after(&[STARTED, CODE_SENT, CODE_RIGHT], error, suberror, "");
        assert_eq!(refused, Some(expected), "{error} {suberror}");
    }
}

#[test]
fn once_a_password_was_sent_nothing_is_said_to_have_failed_without_knowing() {
    let steps = [STARTED, CODE_SENT, CODE_RIGHT, TAKEN];
    for (error, codes) in [("expired_token", "552003"), ("invalid_request", "55200"), ("invalid_request", "")] {
        assert_eq!(refused_after(&steps, error, "", codes), Some(Problem::Unexpected), "{error}");
    }
}

#[test]
fn a_status_without_an_error_we_know_says_something_too() {
    for (status, body, expected) in [
        (429, "", Problem::TooManyRequests),
        (429, r#"{"error":"invalid_request"}"#, Problem::TooManyRequests),
        (429, r#"{"error":"user_not_found"}"#, Problem::TooManyRequests),
        (503, "<html>", Problem::Unavailable),
        (500, r#"{"error":"expired_token"}"#, Problem::Unavailable),
        (403, "<html>blocked", Problem::Unexpected),
        (404, "{}", Problem::Unexpected),
        (400, "[]", Problem::Unexpected),
        (301, "", Problem::Unexpected),
    ] {
        let scripted = Scripted::new();
        let retry_after = Some(Seconds::clamped(7));
        scripted.will(Ok(Response { status, retry_after, body: body.into() }));
        let fault = scripted.identify().unwrap_err();
        assert_eq!((fault.problem, fault.retry_after), (expected, retry_after), "{status} {body}");
    }
}

#[test]
fn a_lost_connection_is_told_as_what_it_is() {
    for (failure, expected) in [
        (Failure::Offline, Problem::Offline),
        (Failure::Lost, Problem::Unreachable),
        (Failure::TimedOut, Problem::TimedOut),
    ] {
        let scripted = Scripted::new();
        scripted.will(Err(failure));
        assert_eq!(problem(scripted.identify()), Some(expected.clone()));
        scripted.will(Err(failure));
        assert_eq!(problem(scripted.sign_in()), Some(expected));
    }
}

#[test]
fn the_reference_is_the_one_that_support_asks_for() {
    for (body, reference) in [
        (r#"{"error":"x","correlation_id":"c","trace_id":"t"}"#, Some("c")),
        (r#"{"error":"x","trace_id":"t"}"#, Some("t")),
        (r#"{"error":"x","correlation_id":"<b> x","trace_id":"t"}"#, Some("t")),
        (r#"{"error":"x","correlation_id":7}"#, None),
        (r#"{"error":"x","correlation_id":""}"#, None),
        (r#"{"error":"x"}"#, None),
    ] {
        let scripted = Scripted::new();
        scripted.will_answer(400, body);
        assert_eq!(scripted.identify().unwrap_err().trace.as_deref(), reference, "{body}");
    }
}
