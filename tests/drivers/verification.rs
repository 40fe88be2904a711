//! What is verified of the company.

use crate::person::{PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::sign_in::Page;
use partner_recovery::domain::verification::{Event, Kind, Notice, Status};

/// Somebody in front of the page.
async fn looking<'a>(api: SharedApi, surroundings: &'a Surroundings, user_id: &str) -> Person<'a> {
    let mut person = Person::new(api, surroundings);
    person.signs_in(user_id, PASSWORD).await;
    person.does_with_verification(Event::Opened).await;
    assert_eq!(problem(&person), None);
    person
}

fn problem(person: &Person<'_>) -> Option<Problem> {
    person.verification.exchange().trouble().map(|trouble| trouble.problem.clone())
}

/// Each kind with its status, and whether the mail for it can be sent again.
fn checks(person: &Person<'_>) -> Vec<(Kind, Status, bool)> {
    let checks = person.verification.checks().expect("it was loaded");
    checks.iter().map(|check| (check.kind, check.status, check.can_resend)).collect()
}

pub async fn what_is_verified_is_shown(api: SharedApi, surroundings: &Surroundings) {
    let mut person = looking(api, surroundings, USER).await;
    let expected = [
        (Kind::EmailOwnership, Status::Pending, true),
        (Kind::Employment, Status::Authorized, false),
        (Kind::Business, Status::Rejected, false),
    ];
    assert_eq!(checks(&person), expected);
    person.does_with_verification(Event::Reloaded).await;
    assert_eq!((checks(&person), person.verification.notice()), (expected.to_vec(), Some(Notice::LoadedAgain)));
}

pub async fn the_mail_can_be_sent_again_after_a_while(api: SharedApi, surroundings: &Surroundings) {
    let mut person = looking(api, surroundings, USER).await;
    let before = surroundings.outbox().await.len();
    person.does_with_verification(Event::ResendAsked).await;
    assert_eq!((problem(&person), person.verification.notice()), (None, Some(Notice::MailSentAgain)));
    assert_eq!(surroundings.outbox().await.len(), before + 1);

    person.does_with_verification(Event::ResendAsked).await;
    assert_eq!(problem(&person), Some(Problem::TooManyRequests));
    let wait = person.verification.exchange().blocked_for(person.now);
    assert!(wait > Seconds::clamped(60), "{wait:?}");
    person.waits(wait).await;
    person.does_with_verification(Event::ResendAsked).await;
    assert_eq!((problem(&person), person.verification.notice()), (None, Some(Notice::MailSentAgain)));
    assert_eq!(surroundings.outbox().await.len(), before + 2);
}

pub async fn a_mail_that_nobody_waits_for_is_not_sent(api: SharedApi, surroundings: &Surroundings) {
    let mut person = looking(api, surroundings, "user@fabrikam.example").await;
    assert!(checks(&person).iter().all(|(_, status, can_resend)| *status == Status::Authorized && !can_resend));
    person.does_with_verification(Event::ResendAsked).await;
    assert_eq!(problem(&person), Some(Problem::InvalidRequest));
    assert!(person.verification.checks().is_some());
}

pub async fn a_session_that_ends_leads_back_here(api: SharedApi, surroundings: &Surroundings) {
    let mut person = looking(api, surroundings, USER).await;
    surroundings.end_sessions().await;
    person.does_with_verification(Event::Reloaded).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::SignIn), Some(Problem::SessionRequired)));
    person.signs_in(USER, PASSWORD).await;
    assert_eq!(person.page, Some(Page::Verification));
    person.does_with_verification(Event::Opened).await;
    assert!(person.verification.checks().is_some());
}
