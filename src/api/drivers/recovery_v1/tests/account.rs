//! The users of the company and what is verified of it.

use super::script::{Scripted, now};
use crate::domain::problem::Problem;
use crate::domain::session::Role;
use crate::domain::users::{self, User};
use crate::domain::verification::{self, Check, Kind, Status};

type Found = (Vec<User>, Option<String>);

fn search(status: u16, body: &str) -> Result<Found, Problem> {
    let request = users::Request::Search { query: String::new(), cursor: None };
    match now(Scripted::answering(status, body).api.users(request)) {
        Ok(users::Answer::Users { users, next_cursor }) => Ok((users, next_cursor)),
        Ok(_) => panic!("the answer belongs to another question"),
        Err(fault) => Err(fault.problem),
    }
}

/// The password and until when it can be used.
fn reset(status: u16, body: &str) -> Result<(String, Option<String>), Problem> {
    match now(Scripted::answering(status, body).api.users(users::Request::Reset("u1".to_owned()))) {
        Ok(users::Answer::Reset(given)) => {
            Ok((given.password.expose().to_owned(), given.expires_at.map(|at| at.as_str().to_owned())))
        }
        Ok(_) => panic!("the answer belongs to another question"),
        Err(fault) => Err(fault.problem),
    }
}

fn load(status: u16, body: &str) -> Result<Vec<Check>, Problem> {
    match now(Scripted::answering(status, body).api.verification(verification::Request::Load)) {
        Ok(verification::Answer::Checks(checks)) => Ok(checks),
        Ok(_) => panic!("the answer belongs to another question"),
        Err(fault) => Err(fault.problem),
    }
}

#[test]
fn a_page_of_users_is_read() {
    let body = r#"{"users":[
        {"id":"u-1_Z","display_name":"A \u202eB","user_id":"a@contoso.example","roles":["global_admin","pilot"]},
        {"id":"2","user_id":"b@contoso.example"}],"next_cursor":"c 1/+="}"#;
    let expected = vec![
        User {
            id: "u-1_Z".to_owned(),
            display_name: "A B".to_owned(),
            user_id: "a@contoso.example".to_owned(),
            roles: vec![Role::GlobalAdmin, Role::Other("pilot".to_owned())],
        },
        User {
            id: "2".to_owned(),
            display_name: String::new(),
            user_id: "b@contoso.example".to_owned(),
            roles: vec![],
        },
    ];
    assert_eq!(search(200, body), Ok((expected, Some("c 1/+=".to_owned()))));
}

#[test]
fn the_last_page_has_no_next_one() {
    for body in [r#"{"users":[]}"#, r#"{"users":[],"next_cursor":null}"#, r#"{"users":[],"next_cursor":""}"#] {
        assert_eq!(search(200, body), Ok((vec![], None)), "{body}");
    }
}

#[test]
fn an_answer_without_readable_users_is_no_success() {
    for body in [
        "",
        "<!doctype html><p>Users",
        "[]",
        "{}",
        r#"{"users":null}"#,
        r#"{"users":{}}"#,
        r#"{"users":["a"]}"#,
        r#"{"users":[{"id":"1"}]}"#,
        r#"{"users":[{"user_id":"a@contoso.example"}]}"#,
        r#"{"users":[{"id":7,"user_id":"a@contoso.example"}]}"#,
        r#"{"users":[],"next_cursor":7}"#,
    ] {
        assert_eq!(search(200, body), Err(Problem::Unreadable), "{body}");
    }
}

#[test]
fn a_user_cannot_choose_the_path_of_the_reset() {
    let too_long = "x".repeat(65);
    for id in ["", ".", "..", "%2e%2e", "../session", "a/b", "a?b", "a#b", "a b", "猫", "@evil", "a.b", &too_long] {
        let body = format!(r#"{{"users":[{{"id":"{id}","user_id":"a@contoso.example"}}]}}"#);
        assert_eq!(search(200, &body), Err(Problem::Unreadable), "{id:?}");
        let scripted = Scripted::new();
        let answer = now(scripted.api.users(users::Request::Reset(id.to_owned())));
        assert_eq!(answer.err().map(|fault| fault.problem), Some(Problem::UserNotFound), "{id:?}");
        assert_eq!(scripted.sent(), Vec::<String>::new(), "{id:?}");
    }
}

#[test]
fn a_temporary_password_is_read_as_it_is() {
    let body = r#"{"temporary_password":"Kx7-mv2q <b>","expires_at":"2026-11-25T03:21:11Z"}"#;
    assert_eq!(reset(201, body), Ok(("Kx7-mv2q <b>".to_owned(), Some("2026-11-25T03:21:11Z".to_owned()))));
    for (time, why) in [("null", "it may be missing"), (r#""soon""#, "it is no time"), (r#""2026-11-25""#, "a day")] {
        let body = format!(r#"{{"temporary_password":"Kx7-mv2q","expires_at":{time}}}"#);
        assert_eq!(reset(201, &body), Ok(("Kx7-mv2q".to_owned(), None)), "{why}");
    }
}

#[test]
fn a_password_that_nobody_could_read_out_is_none() {
    for body in [
        "",
        "<!doctype html><p>Password",
        "{}",
        r#"{"temporary_password":null}"#,
        r#"{"temporary_password":7}"#,
        r#"{"temporary_password":""}"#,
        r#"{"temporary_password":" "}"#,
        r#"{"temporary_password":"a\n"}"#,
        r#"{"temporary_password":"a\u0000b"}"#,
        r#"{"temporary_password":"a\u202eb"}"#,
        r#"{"temporary_password":"a\u200bb"}"#,
        r#"{"password":"Kx7-mv2q"}"#,
    ] {
        assert_eq!(reset(201, body), Err(Problem::Unreadable), "{body}");
    }
}

#[test]
fn every_refusal_of_the_users_has_its_problem() {
    for (status, name, problem) in [
        (401, "session-required", Problem::SessionRequired),
        (403, "admin-required", Problem::AdminRequired),
        (403, "reset-not-allowed", Problem::ResetNotAllowed),
        (404, "user-not-found", Problem::UserNotFound),
        (429, "too-many-requests", Problem::TooManyRequests),
    ] {
        let body = format!(r#"{{"type":"urn:partner-recovery:{name}","temporary_password":"x","users":[]}}"#);
        assert_eq!(reset(status, &body), Err(problem.clone()));
        assert_eq!(search(status, &body), Err(problem));
    }
}

#[test]
fn what_is_verified_is_read() {
    let body = r#"{"checks":[
        {"kind":"email_ownership","status":"pending","updated_at":"2026-11-25T03:21:11Z","action":"resend_mail"},
        {"kind":"moon_phase","status":"full"},
        {"kind":"employment","status":"rejected","updated_at":"2026-11-25T03:21:11+09:00","action":"dance"},
        {"kind":"business","status":"authorized","updated_at":"2026-11-25T03:21:11.5Z"}]}"#;
    let read: Vec<_> = load(200, body).unwrap().into_iter().map(|c| (c.kind, c.status, c.can_resend)).collect();
    let expected = [
        (Kind::EmailOwnership, Status::Pending, true),
        (Kind::Employment, Status::Rejected, false),
        (Kind::Business, Status::Authorized, false),
    ];
    assert_eq!(read, expected);
}

#[test]
fn nothing_is_verified_by_an_answer_that_makes_no_sense() {
    for check in [
        "",
        "{}",
        r#""business""#,
        r#"{"kind":"moon_phase","status":"full"}"#,
        r#"{"kind":"business","status":"verified","updated_at":"2026-11-25T03:21:11Z"}"#,
        r#"{"kind":"business","status":"authorized"}"#,
        r#"{"kind":"business","status":"authorized","updated_at":"yesterday"}"#,
        r#"{"kind":"business","updated_at":"2026-11-25T03:21:11Z"}"#,
    ] {
        assert_eq!(load(200, &format!(r#"{{"checks":[{check}]}}"#)), Err(Problem::Unreadable), "{check}");
    }
    for body in ["", "[]", "{}", r#"{"checks":null}"#, r#"{"checks":{}}"#] {
        assert_eq!(load(200, body), Err(Problem::Unreadable), "{body}");
    }
}

#[test]
fn a_mail_is_sent_again_only_by_a_plain_success() {
    let resend = |status, body| {
        let answer = now(Scripted::answering(status, body).api.verification(verification::Request::ResendMail));
        answer.map(|answer| assert!(matches!(answer, verification::Answer::MailSent))).map_err(|fault| fault.problem)
    };
    assert_eq!(resend(202, ""), Ok(()));
    assert_eq!(resend(200, "<!doctype html><title>Proxy</title>"), Err(Problem::Unreadable));
    assert_eq!(resend(409, r#"{"type":"urn:partner-recovery:invalid-request"}"#), Err(Problem::InvalidRequest));
    assert_eq!(resend(429, ""), Err(Problem::TooManyRequests));
}

#[test]
fn these_calls_carry_no_token() {
    let scripted = Scripted::new();
    scripted.will_rotate_to("t1");
    scripted.begin().unwrap();
    let _ = now(scripted.api.users(users::Request::Reset("u1".to_owned())));
    let _ = now(scripted.api.verification(verification::Request::Load));
    assert!(scripted.sent().iter().all(|request| !request.contains("Authorization")));
}
