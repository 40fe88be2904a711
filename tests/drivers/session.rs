//! Signing in and out, and changing the own password.

use crate::person::{NEW_PASSWORD, PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::password::Rejection;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::secret::Secret;
use partner_recovery::domain::session::Role;
use partner_recovery::domain::sign_in::{Event, Notice, Page, Step};

fn change(current: &str, new: &str) -> Event {
    Event::PasswordChangeAsked { current: Secret::new(current.to_owned()), new: Secret::new(new.to_owned()) }
}

pub async fn the_right_password_lets_in_and_out(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api, surroundings);
    person.signs_in("admin@contoso.example", PASSWORD).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::Account), None));
    let session = person.sign_in.session().expect("somebody is signed in");
    assert_eq!(
        (session.display_name.as_str(), session.roles.as_slice()),
        ("Admin (Contoso)", &[Role::GlobalAdmin][..])
    );
    person.does_at_sign_in(Event::SignedOut).await;
    assert_eq!((person.page, person.sign_in.notice()), (Some(Page::SignIn), Some(Notice::SignedOut)));
    person.does_at_sign_in(Event::AccountOpened(Page::Account)).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::SessionRequired));
}

pub async fn a_wrong_password_keeps_the_user_id(api: SharedApi, surroundings: &Surroundings) {
    for user_id in [USER, "nobody@contoso.example", "locked@contoso.example"] {
        let mut person = Person::new(api.clone(), surroundings);
        person.signs_in(user_id, "not this one").await;
        assert_eq!(person.sign_in_problem(), Some(Problem::SignInFailed), "{user_id}");
        assert!(matches!(person.sign_in.step(), Step::Password(kept) if kept.as_str() == user_id), "{user_id}");
    }
}

pub async fn a_temporary_password_is_changed(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api, surroundings);
    person.signs_in("temporary@contoso.example", PASSWORD).await;
    assert_eq!(person.page, Some(Page::ChangePassword));
    person.does_at_sign_in(change("not this one", NEW_PASSWORD)).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::SignInFailed));
    person.does_at_sign_in(change(PASSWORD, PASSWORD)).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::PasswordRejected(vec![Rejection::RecentlyUsed])));
    person.does_at_sign_in(change(PASSWORD, NEW_PASSWORD)).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::Account), None));
    assert_eq!(person.sign_in.notice(), Some(Notice::PasswordChanged));
    person.does_at_sign_in(Event::SignedOut).await;
    assert_eq!(person.page, Some(Page::SignIn));
    person.signs_in("temporary@contoso.example", NEW_PASSWORD).await;
    assert_eq!(person.page, Some(Page::Account), "it is no temporary password any more");
}

pub async fn a_session_that_has_ended_leads_to_sign_in(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api, surroundings);
    person.signs_in(USER, PASSWORD).await;
    person.waits(Seconds::clamped(8 * 60 * 60)).await;
    person.does_at_sign_in(change(PASSWORD, NEW_PASSWORD)).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::SignIn), Some(Problem::SessionRequired)));
    assert_eq!(person.sign_in.user_id(), USER);
}

pub async fn too_many_failures_block_for_a_while(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api, surroundings);
    for _ in 0..10 {
        person.signs_in(USER, "not this one").await;
        assert_eq!(person.sign_in_problem(), Some(Problem::SignInFailed));
    }
    person.signs_in(USER, PASSWORD).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::TooManyRequests));
    let wait = person.sign_in.exchange().blocked_for(person.now);
    assert!((14 * 60..=15 * 60).contains(&wait.get()), "{wait:?}");
    person.waits(wait).await;
    person.signs_in(USER, PASSWORD).await;
    assert!(person.sign_in.session().is_some());
}
