//! Signing in and out.

use crate::person::{PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::sign_in::{Event, Page};

pub async fn a_session_ends_with_its_token(api: SharedApi, surroundings: &Surroundings) {
    Person::new(api.clone(), surroundings).signs_in(USER, PASSWORD).await;
    let mut person = Person::new(api.clone(), surroundings);
    person.does_at_sign_in(Event::AccountOpened(Page::Account)).await;
    assert!(person.sign_in.session().is_some(), "the page remembers it");
    surroundings.pass(Seconds::clamped(3600)).await;
    let mut person = Person::new(api, surroundings);
    person.does_at_sign_in(Event::AccountOpened(Page::Account)).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::SignIn), Some(Problem::SessionRequired)));
}

pub async fn nobody_is_signed_in_on_another_page(api: SharedApi, surroundings: &Surroundings) {
    // Tokens and what they say are in the memory of one page.
    Person::new(api, surroundings).signs_in(USER, PASSWORD).await;
    let mut person = Person::new(surroundings.connect(), surroundings);
    person.does_at_sign_in(Event::AccountOpened(Page::Account)).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::SignIn), Some(Problem::SessionRequired)));
}

pub async fn a_password_that_has_had_its_day_is_said(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api, surroundings);
    person.signs_in("password-expired@contoso.example", PASSWORD).await;
    assert_eq!((person.page, person.sign_in_problem()), (None, Some(Problem::PasswordExpired)));
    person.signs_in("password-expired@contoso.example", "not this one").await;
    assert_eq!(person.sign_in_problem(), Some(Problem::SignInFailed), "only who knows it learns that it is old");
}

pub async fn signing_in_may_lead_elsewhere(api: SharedApi, surroundings: &Surroundings) {
    for name in ["redirect-initiate", "redirect-challenge", "redirect-token", "mfa", "registration"] {
        let mut person = Person::new(api.clone(), surroundings);
        person.signs_in(&format!("{name}@contoso.example"), PASSWORD).await;
        assert_eq!((person.page, person.sign_in_problem()), (None, Some(Problem::AnotherPage)), "{name}");
    }
}
