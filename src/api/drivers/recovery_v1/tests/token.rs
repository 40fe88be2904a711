//! The token that proves to the API which recovery it is.

use super::script::{Scripted, now};
use crate::api::http::Failure;
use crate::domain::problem::Problem;

/// The token of each request.
fn tokens(scripted: &Scripted) -> Vec<Option<String>> {
    let token = |request: &String| {
        let line = request.lines().find_map(|line| line.strip_prefix("Authorization: Bearer "));
        line.map(str::to_owned)
    };
    scripted.sent().iter().map(token).collect()
}

fn some(token: &str) -> Option<String> {
    Some(token.to_owned())
}

#[test]
fn each_success_brings_the_token_of_the_next_call() {
    let scripted = Scripted::new();
    scripted.will_rotate_to("t1");
    scripted.will_rotate_to("t2");
    scripted.will_rotate_to("t3");
    scripted.begin().unwrap();
    scripted.poll().unwrap();
    scripted.poll().unwrap();
    assert_eq!(tokens(&scripted), [None, some("t1"), some("t2")]);
}

#[test]
fn a_fault_keeps_the_token() {
    let scripted = Scripted::new();
    scripted.will_rotate_to("t1");
    scripted.begin().unwrap();
    let problem = r#"{"type":"urn:partner-recovery:code-incorrect","token":"stolen","next":{"step":"done"}}"#;
    scripted.will_answer(422, problem);
    scripted.will_answer(200, r#"{"token":"t2","next":{"step":"dance"}}"#);
    scripted.will(Err(Failure::TimedOut));
    scripted.will_rotate_to("t3");
    for _ in 0..3 {
        assert!(scripted.poll().is_err());
    }
    scripted.poll().unwrap();
    assert_eq!(tokens(&scripted), [None, some("t1"), some("t1"), some("t1"), some("t1")]);
}

#[test]
fn beginning_again_forgets_the_token_even_if_it_fails() {
    let scripted = Scripted::new();
    scripted.will_rotate_to("t1");
    scripted.begin().unwrap();
    assert_eq!(scripted.begin().unwrap_err().problem, Problem::Unreachable);
    assert_eq!(scripted.poll().unwrap_err().problem, Problem::Unreachable);
    assert_eq!(tokens(&scripted), [None, None, None]);
}

#[test]
fn giving_up_forgets_the_token_and_without_one_says_nothing() {
    let scripted = Scripted::new();
    assert!(now(scripted.api.cancel()).is_ok());
    assert_eq!(scripted.sent(), Vec::<String>::new());
    scripted.will_rotate_to("t1");
    scripted.begin().unwrap();
    assert_eq!(now(scripted.api.cancel()).unwrap_err().problem, Problem::Unreachable);
    assert!(now(scripted.api.cancel()).is_ok(), "there is nothing left to give up");
    assert_eq!(tokens(&scripted), [None, some("t1")]);
}

#[test]
fn a_token_that_cannot_be_a_header_is_no_success() {
    for token in ["", " ", "a b", "a\\nb", "a\\r\\nX-Evil: 1", "é", "\\u0000", "\\u007f"] {
        let scripted = Scripted::new();
        scripted.will_rotate_to(token);
        assert_eq!(scripted.begin().unwrap_err().problem, Problem::Unreadable, "{token:?}");
        let _ = scripted.poll();
        assert_eq!(tokens(&scripted), [None, None], "{token:?}");
    }
}
