//! Asking support for help.

use crate::person::USER;
use crate::requester::Requester;
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::service_request::{Event, Field, Notice, Part, Step};
use serde_json::{Value, json};

/// The only request that support has.
async fn the_request(surroundings: &Surroundings) -> Value {
    let mut requests = surroundings.service_requests().await;
    assert_eq!(requests.len(), 1, "{requests:?}");
    requests.remove(0)
}

pub async fn everything_that_was_told_reaches_support(api: SharedApi, surroundings: &Surroundings) {
    let requester = Requester::sent(api, surroundings, " ＵＳＥＲ＠contoso。example").await;
    let request = the_request(surroundings).await;
    assert_eq!(requester.receipt().0, request["number"]);
    assert_eq!((&request["status"], &request["reason"]), (&json!("received"), &json!("only_admin_locked_out")));
    assert_eq!(request["contact"], json!({ "name": "山田 花子", "email": USER, "phone": "+81 3 1234 5678" }));
    let company = json!({
        "legal_name": "Contoso K.K.",
        "domain": "contoso.example",
        "country": "Japan",
        "address": "1-2-3 Kita\nTokyo",
        "registration_number": "0100-01-000001",
    });
    assert_eq!((&request["company"], &request["details"]), (&company, &json!("Nobody else is left.")));
}

pub async fn a_wrong_answer_to_its_challenge_brings_a_new_one(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::at_check(api, surroundings, USER).await;
    let used = requester.challenge().id;
    requester.sends_with_characters("000000").await;
    assert_eq!((requester.request.step(), requester.problem()), (Step::Check, Some(Problem::CaptchaIncorrect)));
    assert_ne!(requester.challenge().id, used);
    requester.does(Event::NewChallengeAsked).await;
    assert_eq!(requester.request.notice(), Some(Notice::NewChallenge));
    assert!(surroundings.service_requests().await.is_empty());
    requester.sends().await;
    assert_eq!(requester.receipt().0, the_request(surroundings).await["number"]);
}

pub async fn a_request_whose_answer_got_lost_is_there_once(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::at_check(api, surroundings, "silent@contoso.example").await;
    requester.sends_and_hears_nothing().await;
    let mut receipts = vec![];
    for _ in 0..3 {
        // The key was kept before anything was sent, so every page that knows the request knows the key.
        let mut page = requester.on_another_page().await;
        page.sends().await;
        receipts.push(page.receipt());
    }
    assert_eq!(receipts[0].0, the_request(surroundings).await["number"]);
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "the access code is the same as well");
    assert_eq!(surroundings.outbox().await.len(), 1, "one mail says that it has arrived");
}

pub async fn a_changed_request_is_another_one(api: SharedApi, surroundings: &Surroundings) {
    let mut requester = Requester::at_check(api, surroundings, "silent@contoso.example").await;
    requester.sends_and_hears_nothing().await;
    let mut page = requester.on_another_page().await;
    page.does(Event::ChangeAsked(Part::Contact)).await;
    page.does(Event::Typed(Field::Email, USER.to_owned())).await;
    page.does(Event::WentOn).await;
    page.sends().await;
    let emails: Vec<_> =
        surroundings.service_requests().await.iter().map(|all| all["contact"]["email"].clone()).collect();
    assert_eq!(emails, [USER, "silent@contoso.example"], "the newest comes first");
}

pub async fn too_many_requests_of_one_person_wait(api: SharedApi, surroundings: &Surroundings) {
    for _ in 0..5 {
        Requester::sent(api.clone(), surroundings, USER).await;
    }
    let mut requester = Requester::at_check(api, surroundings, USER).await;
    requester.sends().await;
    assert_eq!((requester.request.step(), requester.problem()), (Step::Check, Some(Problem::TooManyRequests)));
    let wait = requester.request.exchange().blocked_for(requester.now);
    assert!(wait > Seconds::clamped(59 * 60), "{wait:?}");
    let challenge = requester.challenge();
    requester.sends().await;
    assert_eq!(requester.challenge(), challenge, "nothing was sent");
    requester.waits(wait).await;
    // Meanwhile the challenge has become too old.
    requester.does(Event::NewChallengeAsked).await;
    requester.sends().await;
    assert_eq!((requester.request.step(), surroundings.service_requests().await.len()), (Step::Sent, 6));
}
