//! From wherever it does not go on, each way on opens a page. Which ways there are is listed in `tests/dead_ends.rs`.

use crate::harness::{Person, tour_of_stops, visit};
use partner_recovery::i18n::{Message, text};
use serde_json::json;

/// The pages of the site that the ways on lead to, and whether there is any way on at all.
const WAYS_ON: &str = "
    const ways = [...document.querySelectorAll('main .buttons :is(a[href], button)')];
    return { any: ways.length > 0, inside: ways.map(way => way.getAttribute('href')).filter(href => href?.startsWith('/')) }";

/// The status that the site answers an address with.
const STATUS: &str = "
    const [address, done] = arguments;
    fetch(address).then(answer => done(answer.status), error => done(String(error)))";

async fn each_way_on_opens(person: &Person) {
    let ways = person.script(WAYS_ON).await;
    assert_eq!(ways["any"], true, "no way on from “{}”", person.title().await);
    for address in ways["inside"].as_array().expect("it is a list") {
        let status = person.driver.execute_async(STATUS, vec![json!(address)]).await.expect("the site answers");
        assert_eq!(status.json(), 200, "{address} from “{}”", person.title().await);
    }
}

#[tokio::test]
async fn every_stop_leads_on() {
    visit(async |person| {
        tour_of_stops(person, async |person, stop| {
            // Waiting is no dead end.
            if person.reads(&stop.heading) != person.reads(&text::WAIT_TITLE) {
                each_way_on_opens(person).await;
            }
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn every_situation_leads_on() {
    visit(async |person| {
        for (situation, way_on, heading) in [
            (text::SITUATION_ONLY_ADMIN_LOCKED_OUT, text::ASK_SUPPORT, text::CONTACT_TITLE),
            (text::SITUATION_ADMIN_HAS_LEFT, text::ASK_SUPPORT, text::CONTACT_TITLE),
            (text::SITUATION_COLLEAGUE_LOCKED_OUT, text::RESET_COLLEAGUE, text::SIGN_IN_TITLE),
            (text::SITUATION_TEMPORARY_PASSWORD, text::GO_TO_SIGN_IN, text::SIGN_IN_TITLE),
        ] {
            person.reaches_situation().await;
            person.chooses(&situation).await;
            person.presses(&way_on).await;
            is_on_the_screen(person, &heading).await;
        }
    })
    .await;
}

/// Whether or not something is said there, such as that one has to sign in first.
async fn is_on_the_screen(person: &Person, heading: &Message) {
    let words = person.reads(heading);
    person.until(&format!("the screen is “{words}”"), async || (person.heading().await == words).then_some(())).await;
}

#[tokio::test]
async fn where_self_service_is_not_offered_support_knows_why() {
    visit(async |person| {
        let user_id = "no-self-service@contoso.example";
        person.reaches_code(user_id).await;
        person.enters_the_code_for(user_id).await;
        person.is_at(&text::STOP_NOT_OFFERED_TITLE).await;
        person.presses(&text::ASK_SUPPORT).await;
        person.is_at(&text::CONTACT_TITLE).await;
        person.tells_who_they_are().await;
        person.is_at(&text::COMPANY_TITLE).await;
        person.tells_of_the_company().await;
        person.is_at(&text::CHECK_ANSWERS_TITLE).await;
        person.sees(&text::REASON_SELF_SERVICE_NOT_OFFERED).await;
    })
    .await;
}
