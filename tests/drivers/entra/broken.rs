//! Answers that Entra does not give, or that something between gives: the step stays, and the person is told something clear.

use crate::person::{PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::Screen;
use std::time::Duration;

pub async fn answers_that_make_no_sense_keep_the_step(api: SharedApi, surroundings: &Surroundings) {
    for user_id in ["html@contoso.example", "missing-fields@contoso.example"] {
        let mut person = Person::identified(api.clone(), surroundings, user_id).await;
        assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::Unreadable)), "{user_id}");
        assert_eq!(person.journey.user_id(), user_id);
        person.signs_in(user_id, PASSWORD).await;
        assert_eq!((person.page, person.sign_in_problem()), (None, Some(Problem::Unreadable)), "{user_id}");
    }
}

pub async fn a_service_that_is_down_is_no_fault_of_the_person(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "down@contoso.example").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::Unavailable)));
    person.identifies(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
    person.signs_in("down@contoso.example", PASSWORD).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::Unavailable));
}

pub async fn too_many_requests_block_for_as_long_as_the_api_says(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "busy@contoso.example").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::TooManyRequests)));
    assert_eq!(person.journey.blocked_for(person.now), Seconds::clamped(20));
    let sent = surroundings.entra().seen().len();
    person.identifies(USER).await;
    assert_eq!(surroundings.entra().seen().len(), sent, "nothing was sent");
    person.waits(Seconds::clamped(20)).await;
    person.identifies(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
}

pub async fn silence_ends_with_the_time_out(_: SharedApi, surroundings: &Surroundings) {
    // The one request that is made here is never answered, however fast the machine is.
    let api = surroundings.connect_with(Duration::from_millis(200));
    let person = Person::identified(api, surroundings, "silent@contoso.example").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::TimedOut)));
}
