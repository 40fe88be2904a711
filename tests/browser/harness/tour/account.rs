//! The pages of somebody who is signed in.

use super::Stop;
use crate::harness::account::{ADMIN, COLLEAGUE};
use crate::harness::person::Person;
use crate::harness::support::REQUESTER;
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;

pub async fn own_password(person: &Person, stop: &impl AsyncFn(Stop)) {
    person.opens("").await;
    person.signs_in(ADMIN, PASSWORD).await;
    stop(Stop::at(text::ACCOUNT_TITLE)).await;
    person.presses(&text::ACCOUNT_CHANGE_PASSWORD).await;
    person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
    person.types_into("current-password", "half a pass").await;
    stop(Stop::at(text::CHANGE_PASSWORD_TITLE).with("current-password", "half a pass")).await;
    person.submits().await;
    stop(Stop::at(text::CHANGE_PASSWORD_TITLE).with_a_problem()).await;
}

pub async fn users(person: &Person, stop: &impl AsyncFn(Stop)) {
    person.reaches_the_users().await;
    person.sees(&text::users_found_more(10.into())).await;
    person.types_into("query", "nobody at all").await;
    stop(Stop::at(text::USERS_TITLE).with("query", "nobody at all")).await;
    person.submits().await;
    person.sees(&text::USERS_NONE).await;
    stop(Stop::at(text::USERS_TITLE)).await;
    person.chooses_the_user("protected@contoso.example").await;
    stop(Stop::at(text::CONFIRM_RESET_TITLE)).await;
    person.presses(&text::CONFIRM_RESET_SUBMIT).await;
    stop(Stop::at(text::CONFIRM_RESET_TITLE).with_a_problem()).await;
    person.presses(&text::BACK).await;
    person.is_at(&text::USERS_TITLE).await;
    let password = person.resets_the_password_of(COLLEAGUE).await;
    stop(Stop::at(text::TEMPORARY_PASSWORD_TITLE)).await;
    assert_eq!(person.reads_the_temporary_password().await, password, "it is still the same");
    person.presses(&text::TEMPORARY_PASSWORD_COPY).await;
    person.sees(&text::COPIED).await;
    stop(Stop::at(text::TEMPORARY_PASSWORD_TITLE)).await;
    person.presses(&text::TEMPORARY_PASSWORD_HANDED_OVER).await;
    stop(Stop::at(text::USERS_TITLE)).await;
    person.presses(&text::ACCOUNT_TITLE).await;
    person.is_at(&text::ACCOUNT_TITLE).await;
}

pub async fn verification(person: &Person, stop: &impl AsyncFn(Stop)) {
    person.presses(&text::VERIFICATION_TITLE).await;
    person.is_at(&text::VERIFICATION_TITLE).await;
    person.sees(&text::VERIFICATION_RESEND).await;
    stop(Stop::at(text::VERIFICATION_TITLE)).await;
    person.presses(&text::VERIFICATION_RESEND).await;
    person.sees(&text::VERIFICATION_NOTICE_SENT_AGAIN).await;
    stop(Stop::at(text::VERIFICATION_TITLE)).await;
    person.signs_out().await;
}

pub async fn admins_only(person: &Person, stop: &impl AsyncFn(Stop)) {
    person.opens("account/users/").await;
    person.sees_problem(&text::PROBLEM_SESSION_REQUIRED).await;
    person.answers("user-id", REQUESTER).await;
    person.is_at(&text::PASSWORD_TITLE).await;
    person.answers("password", PASSWORD).await;
    stop(Stop::at(text::ADMINS_ONLY_TITLE)).await;
}
