//! A Global admin resets the password of a colleague.

use crate::person::{NEW_PASSWORD, PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::secret::Secret;
use partner_recovery::domain::sign_in::{self, Page};
use partner_recovery::domain::users::{Event, Request, Screen, Step};

const ADMIN: &str = "admin@contoso.example";

/// A Global admin in front of the list.
async fn admin<'a>(api: SharedApi, surroundings: &'a Surroundings) -> Person<'a> {
    let mut person = Person::new(api, surroundings);
    person.signs_in(ADMIN, PASSWORD).await;
    person.opens_users().await;
    assert_eq!((person.users.step().screen(), problem(&person)), (Screen::List, None));
    person
}

fn problem(person: &Person<'_>) -> Option<Problem> {
    person.users.exchange().trouble().map(|trouble| trouble.problem.clone())
}

fn user_ids(person: &Person<'_>) -> Vec<String> {
    let found = person.users.found().expect("there was a search");
    found.users.iter().map(|user| user.user_id.clone()).collect()
}

/// Searches for the user with this ID and chooses them.
async fn chooses(person: &mut Person<'_>, user_id: &str) {
    person.does_with_users(Event::Searched(user_id.to_owned())).await;
    let found = person.users.found().expect("there was a search");
    let id = found.users.iter().find(|user| user.user_id == user_id).expect("the user is found").id.clone();
    person.does_with_users(Event::Chosen(id)).await;
    assert_eq!(person.users.step().screen(), Screen::ConfirmReset);
}

/// The temporary password that is shown.
fn password(person: &Person<'_>) -> String {
    match person.users.step() {
        Step::HandOver(_, given) => given.password.expose().to_owned(),
        _ => panic!("no password is shown but {:?} with {:?}", person.users.step().screen(), problem(person)),
    }
}

pub async fn the_list_has_pages_and_a_search(api: SharedApi, surroundings: &Surroundings) {
    let mut person = admin(api, surroundings).await;
    let first = user_ids(&person);
    while person.users.found().is_some_and(|found| found.has_more()) {
        person.does_with_users(Event::MoreAsked).await;
        assert_eq!(problem(&person), None);
    }
    let all = user_ids(&person);
    assert!(all.len() > first.len() && all.starts_with(&first));
    assert!(all.iter().all(|user_id| user_id.ends_with("@contoso.example")), "only colleagues are listed");
    person.does_with_users(Event::Searched("USER@".to_owned())).await;
    assert_eq!(user_ids(&person), [USER]);
    person.does_with_users(Event::Searched("nobody at all".to_owned())).await;
    assert_eq!((user_ids(&person), problem(&person)), (vec![], None));
}

pub async fn a_colleague_gets_a_temporary_password_and_changes_it(api: SharedApi, surroundings: &Surroundings) {
    let mut person = admin(api, surroundings).await;
    chooses(&mut person, USER).await;
    person.does_with_users(Event::ResetAsked).await;
    let temporary = password(&person);
    person.does_with_users(Event::HandedOver).await;
    assert_eq!(user_ids(&person), [USER], "the list is as it was");

    let mut colleague = Person::new(surroundings.connect(), surroundings);
    colleague.signs_in(USER, PASSWORD).await;
    assert_eq!(colleague.sign_in_problem(), Some(Problem::SignInFailed), "the old password no longer works");
    colleague.signs_in(USER, &temporary).await;
    assert_eq!(colleague.page, Some(Page::ChangePassword));
    let (current, new) = (Secret::new(temporary), Secret::new(NEW_PASSWORD.to_owned()));
    colleague.does_at_sign_in(sign_in::Event::PasswordChangeAsked { current, new }).await;
    assert_eq!((colleague.page, colleague.sign_in_problem()), (Some(Page::Account), None));
}

pub async fn a_temporary_password_expires(api: SharedApi, surroundings: &Surroundings) {
    let mut person = admin(api, surroundings).await;
    chooses(&mut person, USER).await;
    person.does_with_users(Event::ResetAsked).await;
    let temporary = password(&person);
    assert!(matches!(person.users.step(), Step::HandOver(_, given) if given.expires_at.is_some()));
    person.waits(Seconds::LONGEST).await;
    let mut colleague = Person::new(surroundings.connect(), surroundings);
    colleague.signs_in(USER, &temporary).await;
    assert_eq!(colleague.sign_in_problem(), Some(Problem::SignInFailed));
}

pub async fn a_password_that_is_not_reset_here_stays(api: SharedApi, surroundings: &Surroundings) {
    let mut person = admin(api, surroundings).await;
    for user_id in ["protected@contoso.example", ADMIN] {
        chooses(&mut person, user_id).await;
        person.does_with_users(Event::ResetAsked).await;
        assert_eq!(
            (person.users.step().screen(), problem(&person)),
            (Screen::ConfirmReset, Some(Problem::ResetNotAllowed))
        );
        assert!(!person.users.is_in_doubt());
        person.does_with_users(Event::WentBack).await;
    }
    let mut protected = Person::new(surroundings.connect(), surroundings);
    protected.signs_in("protected@contoso.example", PASSWORD).await;
    assert!(protected.sign_in.session().is_some());
}

pub async fn only_a_global_admin_is_answered(api: SharedApi, surroundings: &Surroundings) {
    let id = {
        let person = admin(surroundings.connect(), surroundings).await;
        person.users.found().expect("there was a search").users[0].id.clone()
    };
    let search = || Request::Search { query: String::new(), cursor: None };
    for request in [search(), Request::Reset(id.clone())] {
        let answer = api.users(request).await;
        assert_eq!(answer.err().map(|fault| fault.problem), Some(Problem::SessionRequired));
    }
    let mut person = Person::new(api.clone(), surroundings);
    person.signs_in(USER, PASSWORD).await;
    for request in [search(), Request::Reset(id)] {
        let answer = api.users(request).await;
        assert_eq!(answer.err().map(|fault| fault.problem), Some(Problem::AdminRequired));
    }
    person.opens_users().await;
    assert_eq!(person.users.step().screen(), Screen::AdminsOnly);
    // An admin of another company sees nobody of this one.
    let mut other = Person::new(surroundings.connect(), surroundings);
    other.signs_in("admin@fabrikam.example", PASSWORD).await;
    other.opens_users().await;
    assert!(user_ids(&other).iter().all(|user_id| user_id.ends_with("@fabrikam.example")));
}

pub async fn a_session_that_ends_loses_no_choice(api: SharedApi, surroundings: &Surroundings) {
    let mut person = admin(api, surroundings).await;
    chooses(&mut person, USER).await;
    surroundings.end_sessions().await;
    person.does_with_users(Event::ResetAsked).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::SignIn), Some(Problem::SessionRequired)));
    assert_eq!(person.sign_in.user_id(), ADMIN);
    person.does_with_users(Event::Left).await;

    person.signs_in(ADMIN, PASSWORD).await;
    assert_eq!(person.page, Some(Page::Users));
    person.opens_users().await;
    assert_eq!((person.users.query(), user_ids(&person)), (USER, vec![USER.to_owned()]));
    assert!(matches!(person.users.step(), Step::Confirm { user, in_doubt: false } if user.user_id == USER));
    person.does_with_users(Event::ResetAsked).await;
    assert!(!password(&person).is_empty());
}
