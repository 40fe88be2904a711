//! What has become of a service request.

use crate::person::{NEW_PASSWORD, Person, USER};
use crate::requester::Requester;
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::account::AccountType;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event as RecoveryEvent, Screen, Situation};
use partner_recovery::domain::request_status::{EntryKind, Event, Notice, Status, Step};
use partner_recovery::domain::session::Role;

/// What happened, with what was said.
fn history<'a>(requester: &'a Requester<'_>) -> Vec<(EntryKind, Option<&'a str>)> {
    requester.report().history.iter().map(|entry| (entry.kind, entry.text.as_deref())).collect()
}

pub async fn a_number_and_a_code_are_understood_as_typed(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::sent(api, surroundings, USER).await;
    let (number, access_code) = requester.receipt();
    for (typed_number, typed_code) in [
        (number.clone(), access_code.clone()),
        (number.to_lowercase(), access_code.to_lowercase().replace('-', " ")),
        (number.replace('-', "ー"), access_code.replace('-', "")),
    ] {
        requester.looks_up_with(&typed_number, &typed_code).await;
        assert_eq!((requester.status.step(), requester.status_problem()), (Step::Report, None), "{typed_number}");
        assert_eq!((&requester.report().number, requester.report().status), (&number, Status::Received));
        assert_eq!(history(&requester), [(EntryKind::Received, None)]);
        assert!(requester.report().history[0].at.is_some());
        requester.looks(Event::Left).await;
        assert!(requester.status.report().is_none());
    }
}

pub async fn a_wrong_code_is_answered_like_an_unknown_number(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::sent(api, surroundings, USER).await;
    let (number, access_code) = requester.receipt();
    for (number, access_code) in [(number.as_str(), "K7QM-4RXT-9WPA"), ("SR-00000000", access_code.as_str())] {
        requester.looks_up_with(number, access_code).await;
        assert_eq!(
            (requester.status.step(), requester.status_problem()),
            (Step::LookUp, Some(Problem::ServiceRequestNotFound))
        );
        assert_eq!(requester.status.number(), number, "what was typed stays");
    }
    requester.looks_up().await;
    assert_eq!(requester.report().status, Status::Received);
}

pub async fn too_many_wrong_codes_block_for_a_while(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::sent(api, surroundings, USER).await;
    let (number, _) = requester.receipt();
    for _ in 0..10 {
        requester.looks_up_with(&number, "K7QM-4RXT-9WPA").await;
        assert_eq!(requester.status_problem(), Some(Problem::ServiceRequestNotFound));
    }
    requester.looks_up().await;
    assert_eq!(requester.status_problem(), Some(Problem::TooManyRequests));
    let wait = requester.status.exchange().blocked_for(requester.now);
    assert!((14 * 60..=15 * 60).contains(&wait.get()), "{wait:?}");
    requester.waits(wait).await;
    requester.looks_up().await;
    assert_eq!(requester.report().status, Status::Received);
}

pub async fn a_question_of_support_is_answered(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::sent(api, surroundings, USER).await;
    let (number, _) = requester.receipt();
    requester.looks_up().await;
    surroundings.support_does(&number, "review", "").await;
    requester.looks(Event::RefreshAsked).await;
    assert_eq!((requester.report().status, requester.status.notice()), (Status::InReview, Some(Notice::Refreshed)));
    surroundings.support_does(&number, "ask", "Who was the admin?").await;
    requester.looks(Event::RefreshAsked).await;
    assert_eq!(requester.report().status, Status::InformationNeeded);
    assert_eq!(requester.report().question.as_ref().map(|question| question.text.as_str()), Some("Who was the admin?"));
    requester.looks(Event::Typed(" 山田さんです。\n今はいません。 ".to_owned())).await;
    requester.looks(Event::Replied).await;
    assert_eq!((requester.status_problem(), requester.status.notice()), (None, Some(Notice::Replied)));
    assert_eq!((requester.report().status, &requester.report().question), (Status::InReview, &None));
    assert_eq!(requester.status.reply(), "");
    let expected = [
        (EntryKind::Received, None),
        (EntryKind::InReview, None),
        (EntryKind::Question, Some("Who was the admin?")),
        (EntryKind::Answer, Some("山田さんです。\n今はいません。")),
    ];
    assert_eq!(history(&requester), expected);
}

pub async fn an_answer_that_comes_too_late_is_not_lost(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::sent(api, surroundings, USER).await;
    let (number, _) = requester.receipt();
    surroundings.support_does(&number, "ask", "Who was the admin?").await;
    requester.looks_up().await;
    surroundings.support_does(&number, "decline", "").await;
    requester.looks(Event::Typed("My predecessor.".to_owned())).await;
    requester.looks(Event::Replied).await;
    assert_eq!(
        (requester.status_problem(), requester.status.reply()),
        (Some(Problem::InvalidRequest), "My predecessor.")
    );
    requester.looks(Event::RefreshAsked).await;
    assert_eq!((requester.report().status, &requester.report().question), (Status::Declined, &None));
}

pub async fn an_approved_request_leads_into_the_recovery(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::sent(api.clone(), surroundings, USER).await;
    let (number, _) = requester.receipt();
    requester.looks_up().await;
    assert_eq!(requester.report().user_id, None);
    surroundings.support_does(&number, "approve", "").await;
    requester.looks(Event::RefreshAsked).await;
    assert_eq!(requester.report().status, Status::Approved);
    let user_id = requester.report().user_id.clone().expect("it is said which account it is");

    let mut person = Person::new(api, surroundings);
    person.journey.begin_anew(user_id);
    person.does(RecoveryEvent::SituationChosen(Situation::ForgotPassword)).await;
    person.does(RecoveryEvent::AccountTypeChosen(AccountType::WorkOrSchool)).await;
    let user_id = person.journey.user_id().to_owned();
    person.identifies(&user_id).await;
    person.enters_sent_code().await;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!((person.screen(), person.problem()), (Screen::Done, None));
    person.signs_in(USER, NEW_PASSWORD).await;
    let session = person.sign_in.session().expect("the new password holds");
    assert_eq!((session.user_id.as_str(), session.roles.as_slice()), (USER, &[Role::GlobalAdmin][..]));
}

pub async fn a_declined_request_says_why(api: SharedApi, surroundings: &Surroundings) {
    for reason in [Some("The name differs."), None] {
        let mut requester = Requester::sent(api.clone(), surroundings, USER).await;
        let (number, _) = requester.receipt();
        surroundings.support_does(&number, "decline", reason.unwrap_or_default()).await;
        requester.looks_up().await;
        assert_eq!((requester.report().status, &requester.report().user_id), (Status::Declined, &None));
        assert_eq!(history(&requester).last(), Some(&(EntryKind::Declined, reason)));
        surroundings.support_does(&number, "close", "").await;
        requester.looks(Event::RefreshAsked).await;
        assert_eq!(requester.report().status, Status::Closed);
    }
}
