//! APIs that are down, busy, silent or out of their mind: the step stays, and the person is told something clear.

use crate::person::{PASSWORD, Person, USER};
use crate::stand_in::sentinels::MARKUP;
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event, Screen, Situation};
use partner_recovery::domain::session::Role;
use partner_recovery::domain::sign_in::Step;
use std::time::Duration;

/// What each account gets instead of a proper answer.
const SENSELESS: [(&str, Problem); 5] = [
    ("html@contoso.example", Problem::Unreadable),
    ("unknown-problem@contoso.example", Problem::Unexpected),
    ("unknown-step@contoso.example", Problem::Unreadable),
    ("missing-fields@contoso.example", Problem::Unreadable),
    ("absurd-retry@contoso.example", Problem::TooManyRequests),
];

pub async fn answers_that_make_no_sense_keep_the_step(api: SharedApi, surroundings: &Surroundings) {
    for (user_id, problem) in SENSELESS {
        let person = Person::identified(api.clone(), surroundings, user_id).await;
        assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(problem.clone())), "{user_id}");
        assert_eq!(person.journey.user_id(), user_id);
        let blocked = if problem == Problem::TooManyRequests { Seconds::LONGEST } else { Seconds::ZERO };
        assert_eq!(person.journey.blocked_for(person.now), blocked, "{user_id}");
    }
}

pub async fn answers_that_make_no_sense_let_nobody_in(api: SharedApi, surroundings: &Surroundings) {
    for (user_id, problem) in SENSELESS {
        let mut person = Person::new(api.clone(), surroundings);
        person.signs_in(user_id, PASSWORD).await;
        assert_eq!((person.sign_in_problem(), person.page), (Some(problem), None), "{user_id}");
        assert!(matches!(person.sign_in.step(), Step::Password(kept) if kept.as_str() == user_id), "{user_id}");
    }
}

pub async fn a_service_that_is_down_is_no_fault_of_the_person(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "down@contoso.example").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::Unavailable)));
    person.identifies(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None), "a new challenge came along");
    person.signs_in("down@contoso.example", PASSWORD).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::Unavailable));
}

pub async fn too_many_requests_block_for_as_long_as_the_api_says(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "busy@contoso.example").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::TooManyRequests)));
    assert_eq!(person.journey.blocked_for(person.now), Seconds::clamped(20));
    let challenge = person.challenge();
    person.identifies(USER).await;
    assert_eq!(person.challenge(), challenge, "nothing was sent");
    person.waits(Seconds::clamped(20)).await;
    person.identifies(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
    person.signs_in("busy@contoso.example", PASSWORD).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::TooManyRequests));
    assert_eq!(person.sign_in.exchange().blocked_for(person.now), Seconds::clamped(20));
}

pub async fn markup_stays_text(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "markup@contoso.example").await;
    assert_eq!(person.methods()[1].hint.as_deref(), Some(MARKUP));
    person.chooses(1).await;
    assert_eq!(person.code_sent().hint.as_deref(), Some(MARKUP));
    person.enters_wrong_code().await;
    let trouble = person.journey.trouble().expect("the code was wrong");
    assert_eq!(trouble.trace, None, "a reference that cannot be read out is left out");
    person.signs_in("markup@contoso.example", PASSWORD).await;
    let session = person.sign_in.session().expect("the password is right");
    assert_eq!((session.display_name.as_str(), &session.roles[..]), (MARKUP, &[Role::Other(MARKUP.to_owned())][..]));
}

pub async fn silence_ends_with_the_time_out(_: SharedApi, surroundings: &Surroundings) {
    // The one request that is made here is never answered, however fast the machine is.
    let mut person = Person::new(surroundings.connect_with(Duration::from_millis(200)), surroundings);
    person.signs_in("silent@contoso.example", PASSWORD).await;
    assert_eq!((person.sign_in_problem(), person.page), (Some(Problem::TimedOut), None));
    assert!(matches!(person.sign_in.step(), Step::Password(_)));
}

pub async fn nobody_answers(_: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(surroundings.connect_to_nobody(), surroundings);
    person.does(Event::SituationChosen(Situation::ForgotPassword)).await;
    assert_eq!((person.screen(), person.problem()), (Screen::Situation, Some(Problem::Unreachable)));
    person.signs_in(USER, PASSWORD).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::Unreachable));
}
