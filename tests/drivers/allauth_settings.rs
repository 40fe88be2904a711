//! Servers of django-allauth that are set up in other ways.

use crate::person::{NEW_PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::domain::password::Rejection;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event, Screen, Situation, Step, Stop};
use partner_recovery::domain::sign_in::Page;

#[tokio::test]
async fn whoever_is_signed_in_by_the_reset_can_sign_in_too() {
    let surroundings = Surroundings::allauth_with(&[("ALLAUTH_SIGNS_IN_AFTER_RESET", "1")]);
    let mut person = Person::at_set_password(surroundings.connect(), &surroundings, USER).await;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!((person.screen(), person.problem()), (Screen::Done, None));
    person.signs_in(USER, NEW_PASSWORD).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::Account), None));
}

#[tokio::test]
async fn a_server_that_mails_links_offers_no_recovery_here() {
    let surroundings = Surroundings::allauth_with(&[("ALLAUTH_BY_CODE", "0")]);
    let mut person = Person::new(surroundings.connect(), &surroundings);
    person.does(Event::SituationChosen(Situation::ForgotPassword)).await;
    assert_eq!(*person.journey.step(), Step::Stopped(Stop::NotOffered));
}

#[tokio::test]
async fn a_server_that_wants_longer_passwords_is_believed() {
    let surroundings = Surroundings::allauth_with(&[("ALLAUTH_MIN_LENGTH", "20")]);
    let mut person = Person::at_set_password(surroundings.connect(), &surroundings, USER).await;
    assert_eq!(person.password_asked().policy.min_length, 8);
    person.sets_password("ten litres").await;
    assert_eq!(person.problem(), Some(Problem::PasswordRejected(vec![Rejection::TooShort])));
    assert_eq!(person.password_asked().policy.min_length, 11, "more than the ten that were not enough");
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(person.screen(), Screen::Done);
}
