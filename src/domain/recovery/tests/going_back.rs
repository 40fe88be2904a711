//! The way back: one step at a time, with nothing sent behind the person's back.

use super::super::samples::*;
use super::super::walk::*;
use super::super::*;
use crate::domain::account::AccountType;
use crate::domain::code::Channel;
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};

const NOTHING: &[&str] = &[];

#[test]
fn back_leads_one_step_back_and_sends_only_a_new_beginning() {
    let without_choice = Walk::begun().answered(one_type()).having(identified()).answered(one_method());
    let straight_to_code = without_choice.answered(enter_code(Channel::Email));
    for (from, mut walk, screen, words) in [
        ("the situation", Walk::at_situation(), Screen::Situation, NOTHING),
        ("advice", Walk::at_advice(), Screen::Situation, NOTHING),
        ("the account type", Walk::at_account_type(), Screen::Situation, &["cancel"]),
        ("the user ID", Walk::at_identify(), Screen::AccountType, NOTHING),
        ("the user ID, one type", Walk::begun().answered(one_type()), Screen::Situation, &["cancel"]),
        ("the method", Walk::at_choose_method(), Screen::Identify, &["begin"]),
        ("the code", Walk::at_enter_code(), Screen::ChooseMethod, NOTHING),
        ("the code, one method", straight_to_code, Screen::Identify, &["begin"]),
        ("the password", Walk::at_set_password(), Screen::Identify, &["begin"]),
        ("the wait", Walk::at_wait(), Screen::Stopped, NOTHING),
        ("the end", Walk::at_set_password().having(password()).answered(DONE), Screen::Done, &["show sign-in"]),
        ("a stop", Walk::at_wait().having(Event::WentBack), Screen::Situation, &["cancel"]),
    ] {
        let user_id = walk.journey.user_id().to_owned();
        assert_eq!(walk.does(Event::WentBack), words, "from {from}");
        assert_eq!(walk.screen(), screen, "from {from}");
        assert_eq!(walk.journey.user_id(), user_id, "from {from}");
    }
}

#[test]
fn an_answer_to_a_step_that_was_left_is_dropped() {
    for (sent, walk) in Walk::every_awaited() {
        let ticket = walk.newest_ticket();
        for leave in [|| Event::WentBack, || Event::StartedAgain] {
            let mut walk = walk.clone();
            walk.does(leave());
            let left = walk.journey.clone();
            assert_eq!(walk.does(Event::Answered(ticket, Ok(DONE))), NOTHING, "after {sent}");
            assert_eq!(walk.does(Event::Answered(ticket, Err(Problem::RecoveryLocked.into()))), NOTHING);
            assert_eq!(walk.does(Event::PollDue(ticket)), NOTHING, "after {sent}");
            assert_eq!(walk.journey, left, "after {sent}");
        }
    }
}

#[test]
fn the_check_that_was_passed_is_asked_for_again_and_says_why() {
    let mut walk = Walk::at_set_password();
    assert_eq!(walk.does(Event::WentBack), ["begin"]);
    assert!(matches!(walk.journey.step(), Step::Identify(now) if now.captcha == Captcha::Missing));
    walk.answers(two_types());
    assert_eq!(walk.screen(), Screen::Identify, "the type of account is not asked again");
    assert_eq!(walk.journey.user_id(), USER_ID);
    assert_eq!(walk.journey.notice(), Some(Notice::CheckedAgain));
}

#[test]
fn where_no_challenge_came_the_person_gets_one_before_anything_is_sent() {
    for ask in [identified, new_challenge_asked] {
        let mut walk = Walk::at_choose_method().having(Event::WentBack);
        walk.fails(Problem::Offline);
        assert_eq!(walk.does(ask()), ["begin"]);
        assert_eq!(walk.journey.user_id(), USER_ID);
    }
}

#[test]
fn a_challenge_that_may_be_used_up_is_not_shown_again() {
    let mut walk = Walk::at_identify().having(identified());
    assert_eq!(walk.does(Event::WentBack), NOTHING);
    assert_eq!(walk.screen(), Screen::AccountType);
    assert_eq!(walk.does(Event::AccountTypeChosen(AccountType::WorkOrSchool)), ["begin"]);

    let mut unused = Walk::at_identify().having(Event::WentBack);
    assert_eq!(unused.does(Event::AccountTypeChosen(AccountType::WorkOrSchool)), NOTHING);
    assert!(matches!(unused.journey.step(), Step::Identify(now) if now.captcha == Captcha::Ready(challenge("1"))));
}

#[test]
fn back_while_the_new_password_is_under_way_says_that_nobody_knows() {
    let mut walk = Walk::at_set_password().having(password());
    assert_eq!(walk.does(Event::WentBack), NOTHING);
    assert_eq!(walk.journey.step(), &Step::Stopped(Stop::OutcomeUnknown));
}

#[test]
fn back_begins_nothing_while_too_many_requests_block() {
    let mut walk = Walk::at_enter_code().having(Event::WentBack).having(method_chosen());
    walk.fails(Fault { retry_after: Some(Seconds::clamped(20)), ..Problem::TooManyRequests.into() });
    assert_eq!(walk.does(Event::WentBack), NOTHING);
    assert_eq!(walk.screen(), Screen::Identify);
    walk.passes(Seconds::clamped(20));
    assert_eq!(walk.does(identified()), ["begin"]);
}

#[test]
fn giving_up_while_a_recovery_begins_cancels_it() {
    assert_eq!(Walk::begun().does(Event::WentBack), ["cancel"]);
}

#[test]
fn starting_again_is_possible_everywhere_and_keeps_only_the_user_id() {
    for (sent, mut walk) in Walk::every_awaited() {
        let user_id = walk.journey.user_id().to_owned();
        assert_eq!(walk.does(Event::StartedAgain), ["cancel"], "after {sent}");
        assert_eq!(walk.screen(), Screen::Situation);
        assert_eq!(walk.journey.user_id(), user_id);
        assert_eq!(walk.journey.account_type(), None);
        assert!(walk.journey.trouble().is_none() && walk.journey.notice().is_none());
        assert!(!walk.journey.is_waiting());
    }
}

#[test]
fn a_page_that_was_loaded_anew_says_that_it_starts_again() {
    let mut walk = Walk::of(Journey::begun_again());
    assert_eq!(walk.journey.notice(), Some(Notice::StartedAgain));
    walk.does(forgot_password());
    assert_eq!(walk.journey.notice(), None);
}

fn password() -> Event {
    Event::PasswordChosen(secret())
}
