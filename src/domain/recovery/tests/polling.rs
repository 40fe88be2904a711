//! Waiting for an API that is at work.

use super::super::samples::*;
use super::super::walk::*;
use super::super::*;
use crate::domain::moment::Seconds;
use crate::domain::password::Rejection;
use crate::domain::problem::{Fault, Problem};

const NOTHING: &[&str] = &[];

#[test]
fn the_wait_ends_with_whatever_the_api_says_next() {
    for (next, screen) in [(DONE, Screen::Done), (set_password(&[Rejection::Breached]), Screen::SetPassword)] {
        let mut walk = Walk::at_set_password().having(Event::PasswordChosen(secret()));
        assert_eq!(walk.answers(wait()), ["poll after 5 s"]);
        assert!(!walk.journey.is_waiting(), "the screen says that the API is at work, not that something is sent");
        assert_eq!(walk.timer_ends_after(POLL_AFTER), ["send poll"]);
        assert_eq!(walk.answers(wait()), ["poll after 5 s"]);
        assert_eq!(walk.timer_ends_after(POLL_AFTER), ["send poll"]);
        assert_eq!(walk.answers(next), NOTHING);
        assert_eq!(walk.screen(), screen);
    }
}

#[test]
fn polling_stops_at_the_time_that_was_named_first() {
    let answers: [fn(&mut Walk) -> Vec<String>; 2] = [|walk| walk.answers(wait()), |walk| walk.fails(Problem::Offline)];
    for answer in answers {
        let mut walk = Walk::at_wait();
        for _ in 1..GIVE_UP_AFTER.get() / POLL_AFTER.get() {
            assert_eq!(walk.timer_ends_after(POLL_AFTER), ["send poll"]);
            assert_eq!(answer(&mut walk), ["poll after 5 s"]);
        }
        assert_eq!(walk.timer_ends_after(POLL_AFTER), ["send poll"], "once more at the very end");
        assert_eq!(answer(&mut walk), NOTHING);
        assert_eq!(walk.journey.step(), &Step::Stopped(Stop::WaitedTooLong));
    }
}

#[test]
fn no_pause_is_longer_than_the_time_that_is_left_or_shorter_than_a_second() {
    for (asked_for, words) in [(0, "poll after 1 s"), (7, "poll after 7 s"), (3600, "poll after 55 s")] {
        let mut walk = Walk::at_wait();
        walk.timer_ends_after(POLL_AFTER);
        let fault = Fault { retry_after: Some(Seconds::clamped(asked_for)), ..Problem::TooManyRequests.into() };
        assert_eq!(walk.fails(fault), [words]);
        let mut walk = Walk::at_wait();
        walk.timer_ends_after(POLL_AFTER);
        let next = Next::Wait { poll_after: Seconds::clamped(asked_for), give_up_after: GIVE_UP_AFTER };
        assert_eq!(walk.answers(next), [words]);
    }
}

#[test]
fn a_wait_that_nobody_would_end_stops() {
    for problem in every_problem().into_iter().filter(|problem| !problem.may_pass()) {
        let mut walk = Walk::at_wait();
        walk.timer_ends_after(POLL_AFTER);
        assert_eq!(walk.fails(problem.clone()), NOTHING, "{problem:?}");
        assert_eq!(walk.screen(), Screen::Stopped, "{problem:?}");
    }
    for next in empty_nexts() {
        let mut walk = Walk::at_wait();
        walk.timer_ends_after(POLL_AFTER);
        walk.answers(next);
        assert_eq!(walk.journey.step(), &Step::Stopped(Stop::OutcomeUnknown));
    }
}

#[test]
fn a_timer_is_no_request_and_a_request_no_timer() {
    let mut walk = Walk::at_wait();
    let timer = walk.newest_ticket();
    assert_eq!(walk.does(Event::Answered(timer, Ok(DONE))), NOTHING);
    assert_eq!(walk.screen(), Screen::Wait);
    assert_eq!(walk.does(Event::PollDue(timer)), ["send poll"]);
    assert_eq!(walk.does(Event::PollDue(timer)), NOTHING, "a timer runs out once");
    for (sent, mut walk) in Walk::every_awaited() {
        let request = walk.newest_ticket();
        assert_eq!(walk.does(Event::PollDue(request)), NOTHING, "after {sent}");
    }
}
