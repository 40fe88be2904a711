//! What the API's problems become.

use super::names_after;
use super::script::Scripted;
use crate::api::http::Failure;
use crate::domain::moment::Seconds;
use crate::domain::password::Rejection;
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::Next;

/// The fault that a response becomes.
fn fault(status: u16, body: &str) -> Fault {
    Scripted::answering(status, body).begin().unwrap_err()
}

fn problem(status: u16, name: &str, more: &str) -> Fault {
    fault(status, &format!(r#"{{"type":"urn:partner-recovery:{name}","status":{status},"title":"x"{more}}}"#))
}

#[test]
fn every_problem_of_the_contract_has_its_meaning() {
    let table = [
        ("admin-required", 403, Problem::AdminRequired),
        ("captcha-expired", 422, Problem::CaptchaExpired),
        ("captcha-incorrect", 422, Problem::CaptchaIncorrect),
        ("code-expired", 422, Problem::CodeExpired),
        ("code-incorrect", 422, Problem::CodeIncorrect { attempts_left: None }),
        ("delivery-failed", 502, Problem::DeliveryFailed),
        ("idempotency-conflict", 409, Problem::IdempotencyConflict),
        ("invalid-request", 400, Problem::InvalidRequest),
        ("password-rejected", 422, Problem::PasswordRejected(vec![])),
        ("recovery-expired", 401, Problem::RecoveryExpired),
        ("recovery-locked", 403, Problem::RecoveryLocked),
        ("reset-failed", 500, Problem::ResetFailed),
        ("reset-not-allowed", 403, Problem::ResetNotAllowed),
        ("self-service-unavailable", 403, Problem::SelfServiceUnavailable),
        ("service-request-not-found", 404, Problem::ServiceRequestNotFound),
        ("session-required", 401, Problem::SessionRequired),
        ("sign-in-failed", 401, Problem::SignInFailed),
        ("too-many-requests", 429, Problem::TooManyRequests),
        ("unavailable", 503, Problem::Unavailable),
        ("user-not-found", 404, Problem::UserNotFound),
    ];
    assert_eq!(names_after("urn:partner-recovery:"), table.each_ref().map(|(name, ..)| *name));
    for (name, status, expected) in table {
        assert_eq!(problem(status, name, "").problem, expected, "{name}");
    }
}

#[test]
fn every_password_rule_of_the_contract_is_known() {
    let table = [
        ("too_short", Rejection::TooShort),
        ("too_long", Rejection::TooLong),
        ("too_common", Rejection::TooCommon),
        ("breached", Rejection::Breached),
        ("contains_user_id", Rejection::ContainsUserId),
        ("recently_used", Rejection::RecentlyUsed),
        ("too_few_classes", Rejection::TooFewClasses),
        ("invalid_characters", Rejection::InvalidCharacters),
    ];
    let names = table.each_ref().map(|(name, _)| *name).join(", ");
    assert!(super::CONTRACT.contains(&format!("enum: [{names}]\n")), "the contract has other rules than {names}");
    for (name, rule) in table {
        let errors = format!(r#","errors":[{{"pointer":"/new_password","code":"{name}"}},{{"code":"moon"}},{{}}]"#);
        assert_eq!(problem(422, "password-rejected", &errors).problem, Problem::PasswordRejected(vec![rule]));
    }
}

#[test]
fn what_is_no_problem_of_ours_goes_by_its_status() {
    for (status, expected) in [
        (302, Problem::Unexpected),
        (400, Problem::Unexpected),
        (401, Problem::Unexpected),
        (404, Problem::Unexpected),
        (418, Problem::Unexpected),
        (429, Problem::TooManyRequests),
        (500, Problem::Unavailable),
        (502, Problem::Unavailable),
        (503, Problem::Unavailable),
        (599, Problem::Unavailable),
    ] {
        for body in [
            "",
            "<!doctype html><title>Proxy</title>",
            "[]",
            "null",
            "{}",
            r#"{"type":"about:blank"}"#,
            r#"{"type":"urn:partner-recovery:moon-phase"}"#,
            r#"{"type":"recovery-locked"}"#,
            r#"{"type":"urn:partner-recovery:Recovery-Locked"}"#,
            r#"{"type":7}"#,
            r#"{"type":"urn:partner-recovery:recovery-locked","retry_after":"soon"}"#,
            r#"{"type":"urn:partner-recovery:recovery-locked""#,
        ] {
            assert_eq!(fault(status, body).problem, expected, "{status} {body}");
        }
    }
}

#[test]
fn the_attempts_that_are_left_are_a_number() {
    for (json, left) in [("2", 2), ("0", 0), ("-1", 0), ("2.9", 2), ("1e300", u32::MAX), ("99999999999", u32::MAX)] {
        let expected = Problem::CodeIncorrect { attempts_left: Some(left) };
        assert_eq!(problem(422, "code-incorrect", &format!(r#","attempts_left":{json}"#)).problem, expected, "{json}");
    }
}

#[test]
fn an_absurd_wait_is_kept_within_reason() {
    for (json, seconds) in [
        ("20", 20),
        ("0", 0),
        ("-5", 0),
        ("-1e300", 0),
        ("0.5", 0),
        ("1e300", Seconds::LONGEST.get()),
        ("1e999", Seconds::LONGEST.get()),
        ("99999999999", Seconds::LONGEST.get()),
        ("99999999999999999999999999", Seconds::LONGEST.get()),
    ] {
        let fault = problem(429, "too-many-requests", &format!(r#","retry_after":{json}"#));
        assert_eq!(fault.problem, Problem::TooManyRequests, "{json}");
        assert_eq!(fault.retry_after.map(Seconds::get), Some(seconds), "{json}");
    }
    for json in ["\"soon\"", "[]", "true"] {
        let fault = problem(429, "too-many-requests", &format!(r#","retry_after":{json}"#));
        assert_eq!((fault.problem, fault.retry_after), (Problem::TooManyRequests, None), "{json}");
    }
}

#[test]
fn the_header_says_how_long_to_wait_also_where_a_proxy_answers() {
    for body in ["<html>", r#"{"type":"urn:partner-recovery:unavailable","retry_after":99}"#] {
        let scripted = Scripted::new();
        scripted.will_answer_later(503, body, Seconds::clamped(7));
        let fault = scripted.begin().unwrap_err();
        assert_eq!((fault.problem, fault.retry_after.map(Seconds::get)), (Problem::Unavailable, Some(7)), "{body}");
    }
}

#[test]
fn a_problem_may_say_where_it_goes_on() {
    let next = problem(422, "captcha-incorrect", r#","next":{"step":"done","notice_sent":true}"#).next;
    assert_eq!(next.map(|next| *next), Some(Next::Done { notice_sent: true }));
    for unknown in [r#"{"step":"dance"}"#, r#"{"step":"enter_code"}"#, "null"] {
        let fault = problem(422, "captcha-incorrect", &format!(r#","next":{unknown}"#));
        assert_eq!((fault.problem, fault.next), (Problem::CaptchaIncorrect, None), "{unknown}");
    }
}

#[test]
fn no_answer_is_a_problem_of_the_line() {
    for (failure, expected) in [
        (Failure::Offline, Problem::Offline),
        (Failure::Lost, Problem::Unreachable),
        (Failure::TimedOut, Problem::TimedOut),
    ] {
        let scripted = Scripted::new();
        scripted.will(Err(failure));
        assert_eq!(scripted.begin().unwrap_err(), expected.into());
    }
}
