//! Impatience: however often somebody presses, everything is sent once.

use crate::harness::{NEW_PASSWORD, Person, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;
use serde_json::json;
use thirtyfour::prelude::*;

const USER_ID: &str = "user@contoso.example";

/// The way on.
const SUBMIT: &str = "main form button[type=submit]";

/// How somebody presses who does not wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Impatience {
    DoubleClick,
    FiveEnters,
    EnterThenClick,
}

/// Counts how often the page is asked to send a form.
const COUNT: &str = "
    window.timesAsked = 0;
    addEventListener('submit', () => { timesAsked += 1 }, { capture: true })";

/// Answers take long enough for a second press to come before them.
async fn is_on_a_slow_line(person: &Person) {
    let slow = json!({ "offline": false, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1 });
    let cdp = person.driver.cdp();
    cdp.send_raw("Network.enable", json!({})).await.expect("Chromium knows this command");
    cdp.send_raw("Network.emulateNetworkConditions", slow).await.expect("Chromium knows this command");
}

async fn presses(person: &Person, how: Impatience) {
    let button = person.element(SUBMIT).await;
    button.scroll_into_view().await.unwrap();
    let keys = person.driver.action_chain();
    let pressing = match how {
        Impatience::DoubleClick => keys.double_click_element(&button),
        Impatience::FiveEnters => keys.send_keys(Key::Enter + Key::Enter + Key::Enter + Key::Enter + Key::Enter),
        Impatience::EnterThenClick => keys.send_keys(Key::Enter).click_element(&button),
    };
    pressing.perform().await.unwrap();
}

/// Sends the form in which the focus is, impatiently. `done` waits for the answer to what `request` names.
async fn sends_once(person: &Person, how: Impatience, request: &str, done: impl AsyncFnOnce()) {
    let sent = person.journal.count(request).await;
    person.script("timesAsked = 0").await;
    presses(person, how).await;
    done().await;
    assert_eq!(person.journal.count(request).await, sent + 1, "{request}, {how:?}");
    let asked = person.script("return timesAsked").await;
    // The second click of a double click is ignored before the form hears of it.
    let least = if how == Impatience::DoubleClick { 1 } else { 2 };
    assert!(asked.as_u64() >= Some(least), "{request}, {how:?}: the page was asked {asked} times only");
}

async fn recovers(person: &Person, how: Impatience) {
    person.opens("recover/").await;
    person.script(COUNT).await;
    person.presses(&text::SITUATION_FORGOT_PASSWORD).await;
    sends_once(person, how, "POST /v1/recoveries", async || person.is_at(&text::ACCOUNT_TYPE_TITLE).await).await;
    person.chooses(&text::ACCOUNT_TYPE_WORK).await;
    person.is_at(&text::IDENTIFY_TITLE).await;

    person.types_into("user-id", USER_ID).await;
    let answer = person.reads_the_picture().await;
    person.types_into("captcha-answer", &answer).await;
    sends_once(person, how, "POST /v1/recoveries/current/identity", async || {
        person.is_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;

    person.types_into("code", &person.site.api.code_sent_to(USER_ID).await).await;
    sends_once(person, how, "POST /v1/recoveries/current/code", async || {
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;

    person.types_into("new-password", NEW_PASSWORD).await;
    sends_once(person, how, "POST /v1/recoveries/current/password", async || person.is_at(&text::DONE_TITLE).await)
        .await;
}

async fn signs_in_and_out(person: &Person, how: Impatience) {
    person.opens("").await;
    person.script(COUNT).await;
    person.answers("user-id", "admin@contoso.example").await;
    person.is_at(&text::PASSWORD_TITLE).await;
    person.types_into("password", PASSWORD).await;
    sends_once(person, how, "POST /v1/session", async || person.is_at(&text::ACCOUNT_TITLE).await).await;

    person.presses(&text::ACCOUNT_CHANGE_PASSWORD).await;
    person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
    person.types_into("current-password", PASSWORD).await;
    person.types_into("new-password", NEW_PASSWORD).await;
    sends_once(person, how, "PUT /v1/session/password", async || person.is_at(&text::ACCOUNT_TITLE).await).await;

    person.script(&format!("document.querySelector('{SUBMIT}').focus()")).await;
    sends_once(person, how, "DELETE /v1/session", async || person.is_at(&text::SIGN_IN_TITLE).await).await;
}

async fn everything_is_sent_once(how: Impatience) {
    visit(async |person| {
        is_on_a_slow_line(person).await;
        recovers(person, how).await;
        signs_in_and_out(person, how).await;
    })
    .await;
}

#[tokio::test]
async fn a_double_click_sends_once() {
    everything_is_sent_once(Impatience::DoubleClick).await;
}

#[tokio::test]
async fn five_enters_send_once() {
    everything_is_sent_once(Impatience::FiveEnters).await;
}

#[tokio::test]
async fn enter_and_a_click_send_once() {
    everything_is_sent_once(Impatience::EnterThenClick).await;
}

#[tokio::test]
async fn new_characters_are_asked_for_once() {
    visit(async |person| {
        is_on_a_slow_line(person).await;
        person.reaches_identify().await;
        person.types_into("user-id", USER_ID).await;
        person.reads_the_picture().await;
        let another = person.labelled(&text::CAPTCHA_NEW).await;
        another.scroll_into_view().await.unwrap();
        person.driver.action_chain().double_click_element(&another).perform().await.unwrap();
        person.sees(&text::NOTICE_NEW_CHALLENGE).await;
        person.reads_the_picture().await;
        assert_eq!(person.journal.count("POST /v1/recoveries/current/captcha").await, 1);
        assert_eq!(person.typed("user-id").await, USER_ID);
    })
    .await;
}

/// The first press brings the next screen at once; the others must not press anything there.
#[tokio::test]
async fn what_is_pressed_too_often_answers_no_further_question() {
    for how in [Impatience::DoubleClick, Impatience::FiveEnters] {
        visit(async |person| {
            person.opens("").await;
            person.types_into("user-id", USER_ID).await;
            presses(person, how).await;
            person.is_at(&text::PASSWORD_TITLE).await;

            person.reaches_account_type().await;
            person.presses(&text::ACCOUNT_TYPE_WORK).await;
            presses(person, how).await;
            person.is_at(&text::IDENTIFY_TITLE).await;
        })
        .await;
    }
}
