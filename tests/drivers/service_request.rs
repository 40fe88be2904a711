//! Asking support for help.

use crate::requester::Requester;
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::service_request::{Command, Event, Field, ServiceRequest, Step};

pub async fn support_gets_what_was_told(api: SharedApi, surroundings: &Surroundings) {
    let (requester, number, access_code) = Requester::with_a_receipt(api, surroundings).await;
    assert_eq!(requester.request.step(), Step::Sent);
    assert!(!access_code.is_empty());
    let requests = surroundings.service_requests().await;
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0]["number"], number);
    assert_eq!(requests[0]["reason"], "only_admin_locked_out");
    assert_eq!(requests[0]["contact"]["name"], "山田 花子");
    assert_eq!(requests[0]["company"]["legal_name"], "Contoso K.K.");
    assert_eq!(surroundings.outbox().await.len(), 1, "it is confirmed by mail");
}

pub async fn a_wrong_answer_brings_another_challenge(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::at_check(api, surroundings).await;
    let used = requester.request.challenge().expect("there is a challenge").id.clone();
    let wrong = requester.sending_with("key", "000000");
    requester.does(wrong).await;
    assert_eq!((requester.request.step(), requester.problem()), (Step::Check, Some(Problem::CaptchaIncorrect)));
    assert_ne!(requester.request.challenge().expect("there is another one").id, used);
    assert_eq!(surroundings.service_requests().await.len(), 0);
    requester.sends("key").await;
    assert_eq!(requester.request.step(), Step::Sent);
}

/// Support has it, but the page is gone before the answer comes: what was kept is sent again, and is the same request.
pub async fn a_request_whose_answer_got_lost_is_there_once(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::at_check(api.clone(), surroundings).await;
    // Support has it; the answer to it does not come.
    requester.does(Event::Typed(Field::Email, "silent@contoso.example".to_owned())).await;
    let sending = requester.sending("key").await;
    let asked = requester.request.apply(sending, requester.now).pop();
    let Some(Command::Ask(_, request)) = asked else { panic!("it is sent") };
    let has_arrived = async { while surroundings.service_requests().await.is_empty() {} };
    tokio::select! {
        _ = api.service_request(request) => panic!("the first answer is withheld"),
        () = has_arrived => {}
    }

    let kept = (requester.request.draft().clone(), requester.request.step(), requester.request.key().cloned());
    let mut again = Requester::new(surroundings.connect(), surroundings);
    again.request = ServiceRequest::kept(kept.0, kept.1, kept.2);
    again.does(Event::Opened(None)).await;
    again.sends("another key, which is not used").await;
    let requests = surroundings.service_requests().await;
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0]["number"], again.receipt().number);
}

/// The same key for something else is a mistake; the state machine takes another key then.
pub async fn what_was_changed_is_another_request(api: SharedApi, surroundings: &Surroundings) {
    for (name, count) in [("山田 花子", 1), ("山田 次郎", 2)] {
        let mut requester = Requester::at_check(api.clone(), surroundings).await;
        requester.does(Event::Typed(Field::Name, name.to_owned())).await;
        requester.sends("key").await;
        if count == 2 {
            assert_eq!(requester.problem(), Some(Problem::IdempotencyConflict));
            requester.sends("yek").await;
        }
        assert_eq!((requester.request.step(), requester.problem()), (Step::Sent, None));
        assert_eq!(surroundings.service_requests().await.len(), count);
    }
}
