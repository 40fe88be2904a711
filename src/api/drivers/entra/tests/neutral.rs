//! Whether there is an account cannot be seen: everything that is shown is the same, for as long as one looks.

use super::script::*;
use crate::api::http::Failure;
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, Next};

/// The first wrong code after one was sent.
const WRONG: Option<Problem> = Some(Problem::CodeIncorrect { attempts_left: Some(4) });

/// The same person with an account and without one.
struct Pair {
    known: Scripted,
    unknown: Scripted,
}

impl Pair {
    /// Both are asked for the code.
    fn identified() -> Self {
        let (known, unknown) = (Scripted::new(), Scripted::new());
        known.will_answer(200, STARTED);
        known.will_answer(200, CODE_SENT);
        unknown.will_answer(400, NO_SUCH_USER);
        let step = unknown.identify();
        assert!(matches!(step, Ok(Next::EnterCode { .. })));
        assert_eq!(known.identify(), step);
        Self { known, unknown }
    }

    fn enter_wrong_code(&self) -> Result<Next, Fault> {
        self.unknown.will_answer(400, NO_SUCH_USER);
        self.unknown.submit(code())
    }

    fn pass(&self, seconds: u64) {
        self.known.pass(Seconds::clamped(seconds));
        self.unknown.pass(Seconds::clamped(seconds));
    }
}

#[test]
fn any_code_is_wrong_and_too_many_are_the_end() {
    let pair = Pair::identified();
    for left in [4, 3, 2, 1, 0] {
        pair.known.will_refuse("invalid_grant", "invalid_oob_value", "50181");
        let answer = pair.enter_wrong_code();
        assert_eq!(pair.known.submit(code()), answer);
        let expected = match left {
            0 => Problem::RecoveryLocked,
            left => Problem::CodeIncorrect { attempts_left: Some(left) },
        };
        assert_eq!(problem(answer), Some(expected));
    }
    let sent = [&pair.known, &pair.unknown].map(|scripted| scripted.paths().len());
    for scripted in [&pair.known, &pair.unknown] {
        for input in [code(), Input::Resend] {
            assert_eq!(problem(scripted.submit(input)), Some(Problem::RecoveryExpired));
        }
    }
    assert_eq!([&pair.known, &pair.unknown].map(|scripted| scripted.paths().len()), sent, "it is over");
}

#[test]
fn another_code_can_be_asked_for() {
    let pair = Pair::identified();
    pair.known.will_answer(200, CODE_SENT);
    pair.unknown.will_answer(400, NO_SUCH_USER);
    let step = pair.unknown.submit(Input::Resend);
    assert!(matches!(step, Ok(Next::EnterCode { .. })));
    assert_eq!(pair.known.submit(Input::Resend), step);
    assert_eq!(problem(pair.enter_wrong_code()), WRONG);
}

#[test]
fn it_is_over_when_a_real_flow_is() {
    let pair = Pair::identified();
    pair.pass(599);
    assert_eq!(problem(pair.enter_wrong_code()), WRONG);
    pair.pass(1);
    assert_eq!(problem(pair.enter_wrong_code()), Some(Problem::RecoveryExpired), "as Entra says of its token");

    let pair = Pair::identified();
    pair.pass(599);
    pair.unknown.will_answer(400, NO_SUCH_USER);
    assert!(pair.unknown.submit(Input::Resend).is_ok());
    pair.pass(599);
    assert_eq!(problem(pair.enter_wrong_code()), WRONG, "another code lives as long again");
}

#[test]
fn a_lost_connection_and_a_limit_show_as_they_do_for_a_known_account() {
    for input in [code, || Input::Resend] {
        for (status, body, expected) in
            [(429, "", Problem::TooManyRequests), (503, "", Problem::Unavailable), (200, "<html>", Problem::Unreadable)]
        {
            let pair = Pair::identified();
            for scripted in [&pair.known, &pair.unknown] {
                scripted.will_answer(status, body);
                assert_eq!(problem(scripted.submit(input())), Some(expected.clone()));
            }
            assert_eq!(problem(pair.enter_wrong_code()), WRONG, "it goes on where it was");
        }
        let pair = Pair::identified();
        for scripted in [&pair.known, &pair.unknown] {
            scripted.will(Err(Failure::Offline));
            assert_eq!(problem(scripted.submit(input())), Some(Problem::Offline));
        }
    }
}

#[test]
fn an_account_that_comes_into_being_is_found_with_another_code() {
    let pair = Pair::identified();
    pair.unknown.will_answer(200, STARTED);
    assert_eq!(problem(pair.unknown.submit(code())), WRONG, "no code was sent to it");
    pair.unknown.will_answer(200, STARTED);
    pair.unknown.will_answer(200, CODE_SENT);
    assert!(pair.unknown.submit(Input::Resend).is_ok());
    pair.unknown.will_answer(200, CODE_RIGHT);
    assert!(matches!(pair.unknown.submit(code()), Ok(Next::SetPassword { .. })));
}

#[test]
fn nothing_else_can_be_done_where_there_is_no_account() {
    let pair = Pair::identified();
    for input in [Input::NewPassword(secret("x")), Input::Poll] {
        assert_eq!(problem(pair.unknown.submit(input)), Some(Problem::RecoveryExpired));
    }
}

#[test]
fn signing_in_fails_alike() {
    let unknown = Scripted::new();
    unknown.will_answer(400, NO_SUCH_USER);
    assert_eq!(problem(unknown.sign_in()), Some(Problem::SignInFailed));
    let known = Scripted::new();
    known.will_answer(200, STARTED);
    known.will_answer(200, r#"{"continuation_token":"t2","challenge_type":"password"}"#);
    known.will_refuse("invalid_grant", "", "50126");
    assert_eq!(problem(known.sign_in()), Some(Problem::SignInFailed));
}
