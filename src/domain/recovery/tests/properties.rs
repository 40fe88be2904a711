//! What holds whatever a person does and an API answers, in any order.

mod happenings;

use super::super::samples::*;
use super::super::walk::*;
use super::super::*;
use crate::domain::moment::Seconds;
use crate::domain::problem::Problem;
use happenings::*;
use proptest::prelude::*;

/// The most steps back that lead from anywhere to the beginning.
const LONGEST_WAY_BACK: usize = 4;

fn is_request(words: &str) -> bool {
    words == "begin" || words.starts_with("send ")
}

proptest! {
    #[test]
    fn at_most_one_request_is_awaited(happenings in prop::collection::vec(happening(), 0..80)) {
        let mut walk = Walk::at_situation();
        for happening in happenings {
            let was_waiting = walk.journey.is_waiting();
            let is_person = matches!(happening, Happening::Person(_) | Happening::Fitting);
            let commands = live(&mut walk, happening);
            let requests = commands.iter().filter(|words| is_request(words)).count();
            prop_assert!(requests <= 1, "{commands:?}");
            prop_assert!(!(was_waiting && is_person) || commands.is_empty(), "{commands:?} while an answer is awaited");
            let polls = commands.iter().any(|words| words == "send poll");
            prop_assert!(requests == 0 || polls || walk.journey.is_waiting(), "{commands:?} and nobody waits for it");
        }
    }

    #[test]
    fn nothing_but_a_poll_is_sent_while_too_many_requests_block(happenings in prop::collection::vec(happening(), 0..80)) {
        let mut walk = Walk::at_situation();
        for happening in happenings {
            let commands = live(&mut walk, happening);
            if walk.journey.blocked_for(walk.now) > Seconds::ZERO {
                prop_assert!(!commands.iter().any(|words| is_request(words) && words != "send poll"), "{commands:?}");
            }
        }
    }

    #[test]
    fn no_answer_keeps_the_journey_sending(mut walk in awaiting(), answers in prop::collection::vec((next(), fault(), any::<bool>()), 2)) {
        let mut sent = 0;
        for (next, fault, is_fault) in answers {
            if walk.journey.is_waiting() {
                let commands = if is_fault { walk.fails(fault) } else { walk.answers(next) };
                sent += commands.iter().filter(|words| is_request(words)).count();
            }
        }
        prop_assert!(sent <= 1, "{sent} requests without the person");
    }

    #[test]
    fn tickets_never_repeat(walk in lived()) {
        for (at, ticket) in walk.tickets.iter().enumerate() {
            prop_assert!(!walk.tickets[..at].contains(ticket));
        }
    }

    #[test]
    fn an_answer_counts_once(mut walk in awaiting(), next in next(), repeated in next()) {
        let ticket = walk.newest_ticket();
        walk.answers(next);
        let before = walk.journey.clone();
        prop_assert!(walk.does(Event::Answered(ticket, Ok(repeated))).is_empty());
        prop_assert_eq!(walk.journey, before);
    }

    #[test]
    fn starting_again_keeps_the_user_id_and_a_block_and_nothing_else(mut walk in lived()) {
        let before = walk.journey.clone();
        prop_assert_eq!(walk.does(Event::StartedAgain), ["cancel"]);
        let fresh = Journey {
            user_id: before.user_id,
            blocked_until: before.blocked_until,
            last_ticket: before.last_ticket,
            ..Journey::default()
        };
        prop_assert_eq!(walk.journey, fresh);
    }

    #[test]
    fn going_back_leaves_every_step_between_and_ends_at_the_beginning(mut walk in lived()) {
        for _ in 0..LONGEST_WAY_BACK {
            let before = walk.screen();
            let user_id = walk.journey.user_id().to_owned();
            let commands = walk.does(Event::WentBack);
            prop_assert!(commands.iter().all(|words| !words.starts_with("send ")), "{commands:?}");
            prop_assert_eq!(walk.journey.user_id(), user_id);
            if !matches!(before, Screen::Situation | Screen::Done) {
                prop_assert_ne!(walk.screen(), before);
            }
        }
        prop_assert!(matches!(walk.screen(), Screen::Situation | Screen::Done));
    }

    #[test]
    fn a_good_end_and_a_stop_can_be_reached_from_everywhere(mut walk in lived()) {
        walk.does(Event::StartedAgain);
        walk.passes(Seconds::LONGEST);
        prop_assert_eq!(walk.does(forgot_password()), ["begin"]);
        prop_assert_eq!(walk.clone().answered(DONE).screen(), Screen::Done);
        walk.fails(Problem::RecoveryLocked);
        prop_assert_eq!(walk.screen(), Screen::Stopped);
    }

    #[test]
    fn a_wait_always_has_something_that_ends_it(walk in lived()) {
        prop_assert!(walk.screen() != Screen::Wait || walk.journey.sent.is_some());
    }
}
