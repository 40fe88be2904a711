//! What people and programs type that nobody thought of.

use crate::harness::{Person, visit};
use crate::stand_in::sentinels::{MARKUP, PASSWORD};
use partner_recovery::domain::account::UserIdProblem;
use partner_recovery::domain::password::{Charset, Policy, Rejection};
use partner_recovery::i18n::{text, wording};

/// ASCII in its full-width forms, as Japanese keyboards give it.
fn wide(text: &str) -> String {
    text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).filter(|_| c.is_ascii_graphic()).unwrap_or(c)).collect()
}

#[tokio::test]
async fn a_user_id_can_be_too_long() {
    visit(async |person| {
        person.opens("").await;
        let long = format!("{}@contoso.example", "x".repeat(300));
        person.answers("user-id", &long).await;
        person.sees_problem(&wording::user_id_problem(UserIdProblem::TooLong)).await;
        assert_eq!(person.typed("user-id").await, long, "it is not cut");
    })
    .await;
}

#[tokio::test]
async fn full_width_and_invisible_characters_do_not_matter() {
    visit(async |person| {
        let user_id = "user@contoso.example";
        person.reaches_identify().await;
        person.types_into("user-id", &format!("\u{200B}{}\u{FEFF}", wide(user_id))).await;
        let answer = person.reads_the_picture().await;
        person.answers("captcha-answer", &format!(" {}\u{200B}", wide(&answer.to_lowercase()))).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.sees_text(user_id).await;
        let code = person.site.api.code_sent_to(user_id).await;
        let (first, last) = code.split_at(3);
        person.answers("code", &format!("\u{200B}{} {}\u{3000}", wide(first), wide(last))).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;

        person.opens("").await;
        person.signs_in(&format!("{}\u{3000}", wide(user_id)), PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_password_can_have_any_characters() {
    visit(async |person| {
        let password = "😀 パスワード é ß  two spaces";
        person.reaches_new_password("user@contoso.example").await;
        person.types_into("new-password", password).await;
        person.sees(&text::NEW_PASSWORD_UNUSUAL).await;
        person.submits().await;
        person.is_at(&text::DONE_TITLE).await;
        person.presses(&text::GO_TO_SIGN_IN).await;
        person.signs_in("user@contoso.example", password).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_password_that_is_too_long_is_not_cut() {
    visit(async |person| {
        let policy = Policy { min_length: 12, max_length: 256, min_classes: None, charset: Charset::Unicode };
        let long = "long ".repeat(60);
        person.reaches_new_password("user@contoso.example").await;
        person.answers("new-password", &long).await;
        person.sees_problem(&wording::rejection(Rejection::TooLong, &policy)).await;
        assert_eq!(person.typed("new-password").await, long);
        assert_eq!(person.journal.count("POST /password").await, 0);
    })
    .await;
}

/// Markup is a text like any other: nothing in the page is made from it.
async fn is_only_text(person: &Person) {
    let made = "return document.querySelectorAll('img[src=x], [onerror], main script').length";
    assert_eq!(person.script(made).await, 0);
    assert!(!person.title().await.contains('<'));
    // An open alert would make every command fail; this one would name it.
    assert!(person.driver.get_alert_text().await.is_err(), "nothing was alerted");
}

#[tokio::test]
async fn markup_in_a_user_id_is_text() {
    visit(async |person| {
        let user_id = format!("{MARKUP}@contoso.example");
        person.opens("").await;
        person.signs_in(&user_id, PASSWORD).await;
        person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
        person.sees_text(&user_id).await;
        is_only_text(person).await;

        person.presses(&text::CANNOT_ACCESS).await;
        person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
        person.chooses(&text::ACCOUNT_TYPE_WORK).await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        assert_eq!(person.typed("user-id").await, user_id);
        is_only_text(person).await;
    })
    .await;
}

#[tokio::test]
async fn markup_from_the_api_is_text() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as("markup@contoso.example").await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        person.sees_text(MARKUP).await;
        is_only_text(person).await;
        person.element("#method").await.click().await.unwrap();
        person.submits().await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.sees_text(MARKUP).await;
        is_only_text(person).await;
        person.answers("code", "000000").await;
        person.sees(&text::PROBLEM_SUMMARY).await;
        is_only_text(person).await;

        person.opens("").await;
        person.signs_in("markup@contoso.example", PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        person.sees_text(MARKUP).await;
        is_only_text(person).await;
    })
    .await;
}
