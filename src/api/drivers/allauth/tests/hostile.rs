//! Answers that are changed, broken or not from the server at all: never a success.

use super::script::{Scripted, fault, now, recorded, secret};
use crate::api::SessionRequest;
use crate::api::http::Failure;
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::Input;

/// Every request that there is, each with a server of its own, which answers it like this.
fn every_request(status: u16, body: &str) -> Vec<(&'static str, Result<(), Fault>)> {
    let fresh = || {
        let scripted = Scripted::answering(&["configuration"]);
        scripted.will_answer(status, body);
        scripted
    };
    let without_token = || {
        let scripted = Scripted::answering(&[]);
        scripted.will_answer(status, body);
        scripted
    };
    let at_set_password = || {
        let scripted = Scripted::at_set_password();
        scripted.will_answer(status, body);
        scripted
    };
    let change = SessionRequest::ChangePassword(secret("old"), secret("new"));
    vec![
        ("begin", now(without_token().api.begin()).map(drop)),
        ("the user ID", fresh().identify().map(drop)),
        ("another code", fresh().submit(Input::Resend).map(drop)),
        ("the code", fresh().submit(Input::Code(secret("ABCDEFGH"))).map(drop)),
        ("the new password", at_set_password().submit(Input::NewPassword(secret("a quiet walk"))).map(drop)),
        ("who is it", without_token().session(SessionRequest::Load).map(drop)),
        ("sign in", fresh().sign_in("user@contoso.example").map(drop)),
        ("change the password", fresh().session(change).map(drop)),
        ("sign out", fresh().session(SessionRequest::SignOut).map(drop)),
    ]
}

#[test]
fn no_other_answer_is_a_success() {
    let bodies = [
        "",
        "<!doctype html><p>Welcome",
        "[]",
        "{}",
        "{\"status\":200}",
        "{\"status\":200,\"data\":{}}",
        "{\"status\":200,\"data\":{\"user\":{\"display\":\"user\"}},\"meta\":{\"is_authenticated\":true}}",
        "{\"status\":200,\"data\":{\"user\":{\"email\":\"user@contoso.example\"}}}",
        "{\"status\":200,\"data\":{\"account\":{}}}",
        "{\"status\":200,\"data\":{\"account\":{\"password_reset_by_code_enabled\":\"yes\"}}}",
        "{\"status\":400}",
        "{\"status\":400,\"errors\":[]}",
        "{\"status\":400,\"errors\":[{}]}",
        "{\"status\":401}",
        "{\"status\":401,\"data\":{\"flows\":{}}}",
        "{\"status\":401,\"data\":{\"flows\":[]},\"status\":401}",
    ];
    for status in [200, 201, 204, 302, 400, 401, 403, 404, 405, 409, 410, 418, 429, 500, 502, 503] {
        for body in bodies {
            for (request, answer) in every_request(status, body) {
                assert!(answer.is_err(), "{request}, {status}: {body}");
            }
        }
    }
}

/// An answer with the status of another one, as something in between may make it.
#[test]
fn an_answer_with_another_status_is_no_answer() {
    for (name, status, body) in recorded() {
        for other in [200, 400, 401, 409].into_iter().filter(|other| *other != status) {
            for (request, answer) in every_request(other, &body) {
                assert!(answer.is_err(), "{request}, {name} with {other}");
            }
        }
    }
}

#[test]
fn each_kind_of_breakdown_has_its_problem() {
    for (status, body, problem) in [
        (403, "<!DOCTYPE html><h1>Forbidden</h1>", Problem::Unexpected),
        (404, "<!DOCTYPE html>", Problem::Unexpected),
        (405, "", Problem::Unexpected),
        (403, "{\"status\":403}", Problem::Unexpected),
        (410, "{\"status\":410}", Problem::Unexpected),
        (500, "<!doctype html>", Problem::Unreadable),
        (502, "<html>", Problem::Unavailable),
        (503, "", Problem::Unavailable),
        (200, "<html>", Problem::Unreadable),
        (302, "", Problem::Unreadable),
    ] {
        for (request, answer) in every_request(status, body) {
            assert_eq!(fault(answer), Some((problem.clone(), None)), "{request}, {status}: {body}");
        }
    }
}

#[test]
fn what_does_not_come_is_said() {
    for (failure, problem) in [
        (Failure::Offline, Problem::Offline),
        (Failure::Lost, Problem::Unreachable),
        (Failure::TimedOut, Problem::TimedOut),
    ] {
        let scripted = Scripted::answering(&[]);
        scripted.will_fail(failure);
        assert_eq!(fault(now(scripted.api.begin())), Some((problem, None)));
    }
}

#[test]
fn a_name_cannot_reorder_what_stands_around_it() {
    let scripted = Scripted::answering(&[]);
    let user = "{\"display\":\"\\u202eadmin\",\"email\":\"\",\"username\":\"user\\u202e\"}";
    let body = ["{\"status\":200,\"data\":{\"user\":", user, "},\"meta\":{\"is_authenticated\":true}}"].concat();
    scripted.will_answer(200, &body);
    let Ok(crate::domain::sign_in::Answer::Session(session)) = scripted.session(SessionRequest::Load) else {
        panic!("somebody is signed in");
    };
    assert_eq!((session.display_name.as_str(), session.user_id.as_str()), ("admin", "user"));
}

#[test]
fn what_it_cannot_do_is_refused_without_a_request() {
    let scripted = Scripted::answering(&[]);
    for input in [Input::NewChallenge, Input::Poll] {
        assert_eq!(fault(scripted.submit(input)), Some((Problem::Unexpected, None)));
    }
    let users = scripted.api.users(crate::domain::users::Request::Reset("1".to_owned()));
    assert_eq!(fault(now(users)), Some((Problem::Unexpected, None)));
    let checks = scripted.api.verification(crate::domain::verification::Request::Load);
    assert_eq!(fault(now(checks)), Some((Problem::Unexpected, None)));
    assert_eq!(scripted.sent(), [""; 0]);
}
