//! The recovery is over: why, and what one can do instead.

use crate::harness::{NEW_PASSWORD, Person, visit};
use partner_recovery::i18n::{Message, text};

/// Where a link with this label leads.
async fn address_of(person: &Person, label: &Message) -> String {
    person.labelled(label).await.attr("href").await.unwrap().unwrap_or_default()
}

/// In the main part, not below it.
async fn offers_support(person: &Person) {
    let address = "return document.querySelector('main .buttons a[href^=\"mailto:\"]')?.getAttribute('href')";
    assert_eq!(person.script_text(address).await, "mailto:support@contoso.example");
}

async fn starts_again(person: &Person) {
    person.presses(&text::START_AGAIN).await;
    person.is_at(&text::SITUATION_TITLE).await;
}

/// The user ID is still there when it is asked for again.
async fn finds_the_user_id(person: &Person, user_id: &str) {
    person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
    person.chooses(&text::ACCOUNT_TYPE_WORK).await;
    person.is_at(&text::IDENTIFY_TITLE).await;
    assert_eq!(person.typed("user-id").await, user_id);
}

#[tokio::test]
async fn the_company_does_not_offer_it() {
    visit(async |person| {
        let user_id = "no-self-service@contoso.example";
        person.reaches_code(user_id).await;
        person.enters_the_code_for(user_id).await;
        person.is_at(&text::STOP_NOT_OFFERED_TITLE).await;
        offers_support(person).await;
        person.presses(&text::GO_TO_SIGN_IN).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.typed("user-id").await, user_id);
    })
    .await;
}

#[tokio::test]
async fn the_account_is_locked() {
    visit(async |person| {
        let user_id = "locked@contoso.example";
        person.reaches_code(user_id).await;
        person.enters_the_code_for(user_id).await;
        person.is_at(&text::STOP_LOCKED_TITLE).await;
        offers_support(person).await;
        starts_again(person).await;
        finds_the_user_id(person, user_id).await;
    })
    .await;
}

#[tokio::test]
async fn five_wrong_codes_lock_it() {
    visit(async |person| {
        person.reaches_code("user@contoso.example").await;
        let right = person.site.api.code_sent_to("user@contoso.example").await;
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for left in [4, 3, 2, 1] {
            person.answers("code", wrong).await;
            person.sees_problem(&text::problem_code_incorrect_left(left.into())).await;
        }
        person.answers("code", wrong).await;
        person.is_at(&text::STOP_LOCKED_TITLE).await;
        starts_again(person).await;
    })
    .await;
}

#[tokio::test]
async fn the_time_is_over() {
    visit(async |person| {
        let user_id = "expired@contoso.example";
        person.reaches_code(user_id).await;
        person.answers("code", "123456").await;
        person.is_at(&text::STOP_EXPIRED_TITLE).await;
        starts_again(person).await;
        finds_the_user_id(person, user_id).await;
    })
    .await;
}

#[tokio::test]
async fn the_time_is_over_while_a_password_is_made_up() {
    visit(async |person| {
        person.reaches_new_password("user@contoso.example").await;
        person.site.api.advance(16 * 60).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::STOP_EXPIRED_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_personal_account_is_reset_elsewhere() {
    visit(async |person| {
        person.reaches_account_type().await;
        person.chooses(&text::ACCOUNT_TYPE_PERSONAL).await;
        person.is_at(&text::STOP_PERSONAL_TITLE).await;
        let address = address_of(person, &text::STOP_PERSONAL_LINK).await;
        assert_eq!(address, "https://account.contoso.example/reset", "that of config.json");
        starts_again(person).await;
    })
    .await;
}

#[tokio::test]
async fn another_page_is_responsible() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as("another-page@contoso.example").await;
        person.is_at(&text::STOP_ANOTHER_PAGE_TITLE).await;
        let address = address_of(person, &text::STOP_ANOTHER_PAGE_LINK).await;
        assert_eq!(address, "https://sign-in.contoso.example/recover", "that of the API");
        offers_support(person).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_while_the_password_is_set_is_told_what_to_try() {
    visit(async |person| {
        person.reaches_new_password("never@contoso.example").await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::WAIT_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::STOP_UNKNOWN_TITLE).await;
        person.presses(&text::GO_TO_SIGN_IN).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.typed("user-id").await, "never@contoso.example");
    })
    .await;
}
