//! What has become of a service request.

use crate::person::{PASSWORD, Person, USER};
use crate::requester::Requester;
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::request_status::{EntryKind, Event, Notice, Status, Step};

fn history(requester: &Requester<'_>) -> Vec<EntryKind> {
    requester.report().history.iter().map(|entry| entry.kind).collect()
}

pub async fn a_request_is_found_by_number_and_code(api: SharedApi, surroundings: &Surroundings) {
    let (mut requester, number, code) = Requester::with_a_receipt(api, surroundings).await;
    let typed = code.to_lowercase().replace('-', "\u{3000}");
    requester.looks_up(&number.to_lowercase(), &typed).await;
    assert_eq!((requester.report().status, history(&requester)), (Status::Received, vec![EntryKind::Received]));
    assert_eq!((requester.report().number.as_str(), requester.report().user_id.as_deref()), (number.as_str(), None));
}

pub async fn an_unknown_number_and_a_wrong_code_are_told_the_same(api: SharedApi, surroundings: &Surroundings) {
    let (mut requester, number, code) = Requester::with_a_receipt(api, surroundings).await;
    for (number, code) in [(number.as_str(), "K7QM-4RXT-9WPA"), ("SR-00000000", code.as_str())] {
        requester.looks_up(number, code).await;
        assert_eq!(
            (requester.status.step(), requester.looking_problem()),
            (Step::LookUp, Some(Problem::ServiceRequestNotFound))
        );
    }
    requester.looks_up(&number, &code).await;
    assert_eq!(requester.status.step(), Step::Report);
}

pub async fn a_question_is_answered(api: SharedApi, surroundings: &Surroundings) {
    let (mut requester, number, code) = Requester::with_a_receipt(api, surroundings).await;
    requester.looks_up(&number, &code).await;
    surroundings.support_does(&number, "ask", "Who signed the contract?").await;
    requester.looks(Event::RefreshAsked).await;
    assert_eq!(requester.report().status, Status::InformationNeeded);
    let question = requester.report().question.as_ref().expect("support has a question");
    assert_eq!(question.text, "Who signed the contract?");
    requester.looks(Event::Typed("My predecessor did.".to_owned())).await;
    requester.looks(Event::Replied).await;
    assert_eq!((requester.looking_problem(), requester.status.notice()), (None, Some(Notice::Replied)));
    assert_eq!((requester.report().status, &requester.report().question), (Status::InReview, &None));
    assert!(history(&requester).ends_with(&[EntryKind::Question, EntryKind::Answer]));
    let said: Vec<&str> = requester.report().history.iter().filter_map(|entry| entry.text.as_deref()).collect();
    assert_eq!(said, ["Who signed the contract?", "My predecessor did."]);
}

pub async fn whoever_is_approved_is_global_admin(api: SharedApi, surroundings: &Surroundings) {
    let (mut requester, number, code) = Requester::with_a_receipt(api, surroundings).await;
    surroundings.support_does(&number, "approve", "").await;
    requester.looks_up(&number, &code).await;
    assert_eq!((requester.report().status, requester.report().user_id.as_deref()), (Status::Approved, Some(USER)));
    let mut person = Person::new(surroundings.connect(), surroundings);
    person.signs_in(USER, PASSWORD).await;
    person.opens_users().await;
    assert!(person.users.found().is_some_and(|found| !found.users.is_empty()), "a Global admin sees the users");
}

pub async fn a_declined_request_says_why(api: SharedApi, surroundings: &Surroundings) {
    let (mut requester, number, code) = Requester::with_a_receipt(api, surroundings).await;
    surroundings.support_does(&number, "decline", "The name differs.").await;
    requester.looks_up(&number, &code).await;
    assert_eq!(requester.report().status, Status::Declined);
    let last = requester.report().history.last().expect("something happened");
    assert_eq!((last.kind, last.text.as_deref()), (EntryKind::Declined, Some("The name differs.")));
    // A request that is decided takes no answer any more.
    requester.looks(Event::Typed("But …".to_owned())).await;
    requester.looks(Event::Replied).await;
    assert_eq!(requester.looking_problem(), None);
    assert_eq!(requester.report().history.len(), 2);
}
