//! A session ends in the middle of something: nothing that was typed is lost, and after signing in it goes on there.

use crate::harness::{ADMIN, COLLEAGUE, Language, NEW_PASSWORD, Person, Visit, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::{Message, text};

/// Is asked to sign in again, does so, and is back.
async fn signs_in_again(person: &Person, heading: &Message) {
    person.sees_problem(&text::PROBLEM_SESSION_REQUIRED).await;
    person.is_still_at(&text::SIGN_IN_TITLE).await;
    assert_eq!(person.typed("user-id").await, ADMIN, "nobody has to type it twice");
    person.submits().await;
    person.is_at(&text::PASSWORD_TITLE).await;
    person.answers("password", PASSWORD).await;
    person.is_at(heading).await;
}

#[tokio::test]
async fn a_search_is_still_there() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                person.reaches_the_users().await;
                person.site.api.ends_sessions().await;
                person.answers("query", COLLEAGUE).await;
                signs_in_again(person, &text::USERS_TITLE).await;
                assert_eq!(person.typed("query").await, COLLEAGUE);
                person.submits().await;
                person.sees(&text::users_found(1.into())).await;
            })
            .await;
    }
}

#[tokio::test]
async fn the_user_who_was_chosen_is_still_chosen() {
    visit(async |person| {
        person.reaches_the_users().await;
        person.chooses_the_user(COLLEAGUE).await;
        person.site.api.ends_sessions().await;
        person.presses(&text::CONFIRM_RESET_SUBMIT).await;
        signs_in_again(person, &text::CONFIRM_RESET_TITLE).await;
        person.sees_text(COLLEAGUE).await;
        person.presses(&text::CONFIRM_RESET_SUBMIT).await;
        person.is_at(&text::TEMPORARY_PASSWORD_TITLE).await;
    })
    .await;
}

/// Passwords are typed again, everything else goes on.
#[tokio::test]
async fn a_password_is_changed_after_signing_in_again() {
    visit(async |person| {
        person.reaches_the_account_of(ADMIN).await;
        person.presses(&text::ACCOUNT_CHANGE_PASSWORD).await;
        person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
        person.types_into("current-password", PASSWORD).await;
        person.site.api.ends_sessions().await;
        person.answers("new-password", NEW_PASSWORD).await;
        signs_in_again(person, &text::CHANGE_PASSWORD_TITLE).await;
        person.types_into("current-password", PASSWORD).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn the_verification_is_shown_after_signing_in_again() {
    visit(async |person| {
        person.reaches_the_account_of(ADMIN).await;
        person.presses(&text::VERIFICATION_TITLE).await;
        person.is_at(&text::VERIFICATION_TITLE).await;
        person.site.api.ends_sessions().await;
        person.presses(&text::VERIFICATION_RESEND).await;
        signs_in_again(person, &text::VERIFICATION_TITLE).await;
        person.presses(&text::VERIFICATION_RESEND).await;
        person.sees(&text::VERIFICATION_NOTICE_SENT_AGAIN).await;
    })
    .await;
}
