//! Whoever presses twice asks once.

use crate::harness::{NEW_PASSWORD, Person, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;
use thirtyfour::prelude::*;

const SUBMIT: &str = "main form button[type=submit]";

async fn double_clicks(person: &Person) {
    let button = person.element(SUBMIT).await;
    person.driver.action_chain().double_click_element(&button).perform().await.expect("it can be clicked");
}

/// Five times Enter, faster than any answer.
async fn hits_enter_five_times(person: &Person, field: &str) {
    person
        .element(&format!("#{field}"))
        .await
        .send_keys(Key::Enter.value().to_string().repeat(5))
        .await
        .expect("keys arrive");
}

async fn hits_enter_and_clicks(person: &Person, field: &str) {
    let (field, button) = (person.element(&format!("#{field}")).await, person.element(SUBMIT).await);
    let chain = person.driver.action_chain().send_keys_to_element(&field, Key::Enter).click_element(&button);
    chain.perform().await.expect("both can be done");
}

async fn was_asked_once(person: &Person, method_and_path: &str) {
    assert_eq!(person.journal.count(method_and_path).await, 1, "{method_and_path}");
}

#[tokio::test]
async fn a_double_click_asks_once() {
    visit(async |person| {
        let user_id = "user@contoso.example";
        person.reaches_situation().await;
        person.presses(&text::SITUATION_FORGOT_PASSWORD).await;
        double_clicks(person).await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
        was_asked_once(person, "POST /v1/recoveries").await;
        person.chooses(&text::ACCOUNT_TYPE_WORK).await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        person.types_into("user-id", user_id).await;
        person.types_into("captcha-answer", &person.reads_the_picture().await).await;
        double_clicks(person).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        was_asked_once(person, "POST /identity").await;
        person.types_into("code", &person.site.api.code_sent_to(user_id).await).await;
        double_clicks(person).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
        was_asked_once(person, "POST /code").await;
        person.types_into("new-password", NEW_PASSWORD).await;
        double_clicks(person).await;
        person.is_at(&text::DONE_TITLE).await;
        was_asked_once(person, "POST /password").await;
    })
    .await;
}

#[tokio::test]
async fn five_times_enter_asks_once() {
    visit(async |person| {
        let user_id = "user@contoso.example";
        person.reaches_identify().await;
        person.types_into("user-id", user_id).await;
        person.types_into("captcha-answer", &person.reads_the_picture().await).await;
        hits_enter_five_times(person, "captcha-answer").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        was_asked_once(person, "POST /identity").await;
        person.types_into("code", &person.site.api.code_sent_to(user_id).await).await;
        hits_enter_five_times(person, "code").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
        was_asked_once(person, "POST /code").await;
        person.types_into("new-password", NEW_PASSWORD).await;
        hits_enter_five_times(person, "new-password").await;
        person.is_at(&text::DONE_TITLE).await;
        was_asked_once(person, "POST /password").await;
    })
    .await;
}

#[tokio::test]
async fn enter_and_a_click_ask_once() {
    visit(async |person| {
        person.opens("").await;
        person.answers("user-id", "user@contoso.example").await;
        person.is_at(&text::PASSWORD_TITLE).await;
        person.types_into("password", PASSWORD).await;
        hits_enter_and_clicks(person, "password").await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        was_asked_once(person, "POST /v1/session").await;
        double_clicks(person).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        was_asked_once(person, "DELETE /v1/session").await;
    })
    .await;
}

/// While an answer is awaited, the button says that it is off; whoever presses it anyway asks for nothing.
#[tokio::test]
async fn while_an_answer_is_awaited_nothing_else_is_sent() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("silent@contoso.example", PASSWORD).await;
        let is_off =
            "return document.querySelector('main form button[type=submit]').getAttribute('aria-disabled') === 'true'";
        person.waits_until("the button says that it is off", is_off).await;
        for _ in 0..3 {
            person.answers("password", PASSWORD).await;
        }
        was_asked_once(person, "POST /v1/session").await;
    })
    .await;
}
