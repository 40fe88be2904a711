//! What goes wrong, and where it leads.

use super::super::samples::*;
use super::super::walk::*;
use super::super::*;
use crate::domain::code::Channel;
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};

const NOTHING: &[&str] = &[];

/// Where a problem leads that was reported for what was sent; `None` if the step stays as it is.
fn promised_stop(sent: &str, problem: &Problem) -> Option<Stop> {
    match problem {
        Problem::RecoveryExpired => Some(Stop::Expired),
        Problem::RecoveryLocked => Some(Stop::Locked),
        Problem::SelfServiceUnavailable => Some(Stop::NotOffered),
        Problem::Unreachable | Problem::TimedOut | Problem::Unreadable if sent == "the new password" => {
            Some(Stop::OutcomeUnknown)
        }
        other if sent == "a poll" && !other.may_pass() => Some(Stop::OutcomeUnknown),
        _ => None,
    }
}

#[test]
fn every_problem_leads_where_it_is_promised() {
    for (sent, walk) in Walk::every_awaited() {
        for problem in every_problem() {
            let case = format!("{problem:?} after {sent}");
            let mut walk = walk.clone();
            let before = walk.screen();
            let commands = walk.fails(problem.clone());
            if let Some(stop) = promised_stop(sent, &problem) {
                assert_eq!(walk.journey.step(), &Step::Stopped(stop), "{case}");
                assert_eq!(commands, NOTHING, "{case}");
            } else if sent == "a poll" {
                assert_eq!(walk.screen(), Screen::Wait, "{case}");
                assert_eq!(commands, ["poll after 5 s"], "{case}");
            } else {
                let needs_challenge = matches!(problem, Problem::CaptchaIncorrect | Problem::CaptchaExpired);
                let sends = if needs_challenge && sent == "the user ID" { &["send new challenge"] } else { NOTHING };
                assert_eq!(walk.screen(), before, "{case}");
                assert_eq!(commands, sends, "{case}");
                assert_eq!(walk.journey.trouble().map(|trouble| &trouble.problem), Some(&problem), "{case}");
            }
            assert_eq!(walk.journey.notice(), None, "{case}");
        }
    }
}

#[test]
fn the_reference_for_support_is_kept() {
    let mut walk = Walk::at_identify().having(identified());
    walk.fails(Fault { trace: Some("4711".to_owned()), ..Problem::Unexpected.into() });
    assert_eq!(walk.journey.trouble().and_then(|trouble| trouble.trace.as_deref()), Some("4711"));
}

#[test]
fn a_wrong_check_brings_a_new_one_and_still_says_so() {
    let Next::Identify { account_types, .. } = two_types() else { panic!() };
    let fresh = Next::Identify { account_types, captcha: Some(challenge("2")) };

    let mut asked_for = Walk::at_identify().having(identified());
    assert_eq!(asked_for.fails(Problem::CaptchaIncorrect), ["send new challenge"]);
    assert!(matches!(asked_for.journey.step(), Step::Identify(now) if now.captcha == Captcha::Missing));
    asked_for.answers(fresh.clone());

    let mut sent_along = Walk::at_identify().having(identified());
    let fault = Fault { next: Some(Box::new(fresh)), ..Problem::CaptchaIncorrect.into() };
    assert_eq!(sent_along.fails(fault), NOTHING);

    for walk in [asked_for, sent_along] {
        assert!(matches!(walk.journey.step(), Step::Identify(now) if now.captcha == Captcha::Ready(challenge("2"))));
        assert_eq!(walk.journey.user_id(), USER_ID);
        assert_eq!(walk.journey.trouble().map(|trouble| &trouble.problem), Some(&Problem::CaptchaIncorrect));
        assert_eq!(walk.journey.notice(), None);
    }
}

#[test]
fn a_wrong_code_can_be_corrected_and_keeps_the_other_methods() {
    let incorrect = Problem::CodeIncorrect { attempts_left: Some(2) };
    for next in [None, Some(enter_code(Channel::Email))] {
        let mut walk = Walk::at_enter_code().having(Event::CodeEntered(secret()));
        walk.fails(Fault { next: next.map(Box::new), ..incorrect.clone().into() });
        assert!(matches!(walk.journey.step(), Step::EnterCode(sent) if sent.methods.len() == 2));
        assert_eq!(walk.journey.trouble().map(|trouble| &trouble.problem), Some(&incorrect));
        assert_eq!(walk.does(Event::CodeEntered(secret())), ["send code"]);
    }
}

#[test]
fn the_methods_of_one_proof_are_not_offered_for_another() {
    let mut walk = Walk::at_enter_code().having(Event::CodeEntered(secret()));
    walk.answers(enter_code(Channel::Sms));
    assert!(matches!(walk.journey.step(), Step::EnterCode(sent) if sent.methods.is_empty()));
}

#[test]
fn a_code_that_expired_can_be_replaced_at_once() {
    let mut walk = Walk::at_enter_code();
    assert_eq!(walk.does(Event::ResendAsked), NOTHING);
    walk.does(Event::CodeEntered(secret()));
    walk.fails(Problem::CodeExpired);
    assert_eq!(walk.does(Event::ResendAsked), ["send resend"]);
}

#[test]
fn after_a_failure_no_method_is_chosen_for_the_person() {
    for (problem, mut walk) in [
        (Problem::DeliveryFailed, Walk::at_choose_method().having(method_chosen())),
        (Problem::CodeExpired, Walk::at_enter_code().having(Event::CodeEntered(secret()))),
    ] {
        assert_eq!(walk.fails(Fault { next: Some(Box::new(one_method())), ..problem.clone().into() }), NOTHING);
        assert!(matches!(walk.journey.step(), Step::ChooseMethod(methods) if methods.len() == 1));
        assert_eq!(walk.journey.trouble().map(|trouble| &trouble.problem), Some(&problem));
    }
}

#[test]
fn an_api_that_repeats_itself_does_not_keep_us_sending() {
    let mut methods = Walk::begun().answered(one_type()).having(identified()).answered(one_method());
    assert_eq!(methods.answers(one_method()), NOTHING);
    assert_eq!(methods.screen(), Screen::ChooseMethod);

    let mut challenges = Walk::at_identify().having(identified());
    assert_eq!(challenges.fails(Problem::CaptchaExpired), ["send new challenge"]);
    assert_eq!(challenges.fails(Problem::CaptchaExpired), NOTHING);
    assert_eq!(challenges.does(new_challenge_asked()), ["begin"], "the person gets out of it");
}

#[test]
fn too_many_requests_block_as_long_as_the_api_says() {
    for (retry_after, seconds) in [(Some(20), 20), (Some(0), 1), (None, 30)] {
        let mut walk = Walk::at_choose_method().having(method_chosen());
        let retry_after = retry_after.map(Seconds::clamped);
        walk.fails(Fault { retry_after, ..Problem::TooManyRequests.into() });
        assert_eq!(walk.journey.blocked_for(walk.now).get(), seconds);
        assert_eq!(walk.does(method_chosen()), NOTHING);
        assert_eq!(walk.journey.trouble().map(|trouble| &trouble.problem), Some(&Problem::TooManyRequests));
        walk.passes(Seconds::clamped(seconds.into()));
        assert_eq!(walk.does(method_chosen()), ["send method mail"]);
        assert_eq!(walk.journey.trouble(), None);
    }
}

#[test]
fn starting_again_is_no_way_around_a_block() {
    let mut walk = Walk::begun();
    walk.fails(Problem::TooManyRequests);
    walk.does(Event::StartedAgain);
    assert_eq!(walk.does(forgot_password()), NOTHING);
}

#[test]
fn no_method_is_taken_by_itself_while_too_many_requests_block() {
    let mut walk = Walk::begun();
    walk.fails(Fault { next: Some(Box::new(wait())), ..Problem::TooManyRequests.into() });
    assert_eq!(walk.timer_ends_after(POLL_AFTER), ["send poll"]);
    assert_eq!(walk.answers(one_method()), NOTHING);
    assert_eq!(walk.screen(), Screen::ChooseMethod);
}

#[test]
fn without_a_connection_the_step_stays_and_can_be_tried_again() {
    for (sent, mut walk) in Walk::every_awaited() {
        let step = walk.journey.step().clone();
        walk.fails(Problem::Offline);
        assert_eq!(walk.journey.step(), &step, "after {sent}");
        assert!(!walk.journey.is_waiting(), "after {sent}");
    }
}

#[test]
fn an_answer_without_content_is_a_failure_and_changes_no_step() {
    let keeps_the_step = |sent: &str| sent != "a poll" && sent != "the new password";
    for (sent, walk) in Walk::every_awaited().into_iter().filter(|(sent, _)| keeps_the_step(sent)) {
        for next in empty_nexts() {
            let mut walk = walk.clone();
            let step = walk.journey.step().clone();
            assert_eq!(walk.answers(next), NOTHING, "after {sent}");
            assert_eq!(walk.journey.step(), &step, "after {sent}");
            assert_eq!(walk.journey.trouble().map(|trouble| &trouble.problem), Some(&Problem::Unreadable));
        }
    }
}

#[test]
fn a_stop_says_nothing_of_what_was_before() {
    let mut walk = Walk::at_choose_method().having(Event::WentBack);
    assert_eq!(walk.journey.notice(), Some(Notice::CheckedAgain));
    walk.fails(Problem::RecoveryLocked);
    assert_eq!(walk.journey.notice(), None);
    assert_eq!(walk.journey.trouble(), None);
}
