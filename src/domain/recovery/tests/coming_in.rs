//! Coming in from another page, such as a help page: straight to the question, and never at the cost of what is under way.

use super::super::samples::*;
use super::super::walk::*;
use super::super::*;
use crate::domain::account::AccountType;
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};

const NOTHING: &[&str] = &[];

/// Journeys that have not begun, have ended, or are about something else.
fn at_rest() -> [(&'static str, Walk); 4] {
    [
        ("the situation", Walk::at_situation()),
        ("advice", Walk::at_advice()),
        ("the end", Walk::at_set_password().having(Event::PasswordChosen(secret())).answered(DONE)),
        ("a stop", Walk::at_wait().having(Event::WentBack)),
    ]
}

#[test]
fn each_entrance_leads_to_its_question_with_the_user_id_that_is_known() {
    for (place, walk) in at_rest() {
        for (entrance, words, screen) in [
            (Entrance::Situation, NOTHING, Screen::Situation),
            (Entrance::AccountType, &["begin"], Screen::AccountType),
            (Entrance::Identify, &["begin"], Screen::Identify),
        ] {
            let mut walk = walk.clone();
            assert_eq!(walk.does(Event::Entered(entrance, "known@contoso.example".to_owned())), words, "from {place}");
            assert_eq!(walk.screen(), Screen::Situation, "from {place}, until the API has answered");
            if !words.is_empty() {
                walk.answers(two_types());
            }
            assert_eq!(walk.screen(), screen, "from {place}");
            assert_eq!(walk.journey.user_id(), "known@contoso.example", "from {place}");
        }
    }
}

#[test]
fn the_entrance_at_the_user_id_takes_the_work_account_as_chosen() {
    let mut walk = Walk::at_situation().having(entered(Entrance::Identify)).answered(two_types());
    assert_eq!(walk.journey.account_type(), Some(AccountType::WorkOrSchool));
    walk.does(Event::WentBack);
    assert_eq!(walk.screen(), Screen::AccountType, "and it can be changed");
}

#[test]
fn what_is_under_way_goes_on_where_it_is() {
    let resting = [
        Walk::at_account_type(),
        Walk::at_identify(),
        Walk::at_choose_method(),
        Walk::at_enter_code(),
        Walk::at_set_password(),
        Walk::at_wait(),
    ];
    let awaited = Walk::every_awaited().into_iter().map(|(_, walk)| walk);
    for mut walk in resting.into_iter().chain(awaited) {
        for entrance in Entrance::ALL {
            let before = walk.journey.clone();
            assert!(before.is_under_way(), "{:?}", walk.screen());
            assert_eq!(walk.does(Event::Entered(entrance, "other@contoso.example".to_owned())), NOTHING);
            assert_eq!(walk.journey, before);
        }
    }
    assert!(at_rest().iter().all(|(_, walk)| !walk.journey.is_under_way()));
}

#[test]
fn while_too_many_requests_block_nothing_begins_and_the_reason_is_said() {
    let mut walk = Walk::begun();
    walk.fails(Fault { retry_after: Some(Seconds::clamped(20)), ..Problem::TooManyRequests.into() });
    assert_eq!(walk.does(entered(Entrance::Identify)), NOTHING);
    assert_eq!(walk.screen(), Screen::Situation);
    assert!(walk.journey.trouble().is_some_and(|trouble| trouble.problem == Problem::TooManyRequests));
    walk.passes(Seconds::clamped(20));
    assert_eq!(walk.does(entered(Entrance::Identify)), ["begin"]);
}

#[test]
fn a_user_id_that_is_being_typed_is_kept_unless_another_one_is_with_the_api() {
    let typed = |text: &str| Event::UserIdTyped(text.to_owned());
    let mut walk = Walk::at_identify();
    assert_eq!(walk.does(typed("half@cont")), NOTHING);
    assert_eq!(walk.journey.user_id(), "half@cont");
    assert_eq!(walk.screen(), Screen::Identify);

    walk.does(new_challenge_asked());
    walk.does(typed("while a new check is fetched"));
    assert_eq!(walk.journey.user_id(), "while a new check is fetched");

    for mut elsewhere in [Walk::at_identify().having(identified()), Walk::at_enter_code(), Walk::at_situation()] {
        let before = elsewhere.journey.clone();
        assert_eq!(elsewhere.does(typed("other@contoso.example")), NOTHING);
        assert_eq!(elsewhere.journey, before);
    }
}
