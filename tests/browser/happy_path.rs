//! From "I cannot sign in" to being signed in, on every way that leads there.

use crate::harness::{Language, NEW_PASSWORD, Person, Visit, Way, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::domain::code::Channel;
use partner_recovery::domain::recovery::{Method, MethodId};
use partner_recovery::i18n::{text, wording};

/// The whole way of somebody who forgot the password.
async fn back_in(language: Language, way: Way, user_id: &'static str, name: &'static str) {
    Visit::in_language(language)
        .take(async |person| {
            person.opens("").await;
            person.signs_in(user_id, "a wrong password").await;
            person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
            person.presses(&text::CANNOT_ACCESS).await;

            person.is_at(&text::SITUATION_TITLE).await;
            person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
            person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
            person.chooses(&text::ACCOUNT_TYPE_WORK).await;
            person.is_at(&text::IDENTIFY_TITLE).await;
            assert_eq!(person.typed("user-id").await, user_id, "nobody has to type it twice");
            person.shows_to_be_a_person(way).await;
            person.submits().await;
            person.is_at(&text::ENTER_CODE_TITLE).await;
            person.enters_the_code_for(user_id).await;
            person.is_at(&text::SET_PASSWORD_TITLE).await;
            person.answers("new-password", NEW_PASSWORD).await;
            person.is_at(&text::DONE_TITLE).await;
            person.sees(&text::DONE_NOTICE).await;

            person.presses(&text::GO_TO_SIGN_IN).await;
            person.sees(&text::SIGN_IN_NOTICE_RECOVERED).await;
            person.signs_in(user_id, NEW_PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
            person.sees_text(name).await;
            signs_out(person).await;
        })
        .await;
}

async fn signs_out(person: &Person) {
    person.presses(&text::SIGN_OUT).await;
    person.is_at(&text::SIGN_IN_TITLE).await;
    person.sees(&text::SIGN_IN_NOTICE_SIGNED_OUT).await;
    assert_eq!(person.typed("user-id").await, "", "the next person does not see who was here");
    // The session is over for the API too.
    person.opens("account/").await;
    person.sees(&text::SIGN_IN_TITLE).await;
    person.sees_problem(&text::PROBLEM_SESSION_REQUIRED).await;
}

#[tokio::test]
async fn back_in_with_the_picture() {
    back_in(Language::English, Way::Picture, "user@fabrikam.example", "User (Fabrikam)").await;
}

#[tokio::test]
async fn back_in_with_the_recording() {
    back_in(Language::English, Way::Audio, "admin@fabrikam.example", "Admin (Fabrikam)").await;
}

#[tokio::test]
async fn back_in_with_the_calculation() {
    back_in(Language::English, Way::Work, "admin@contoso.example", "Admin (Contoso)").await;
}

#[tokio::test]
async fn back_in_with_the_picture_in_japanese() {
    back_in(Language::Japanese, Way::Picture, "admin@contoso.example", "Admin (Contoso)").await;
}

#[tokio::test]
async fn back_in_with_the_recording_in_japanese() {
    back_in(Language::Japanese, Way::Audio, "user@contoso.example", "User (Contoso)").await;
}

#[tokio::test]
async fn back_in_with_the_calculation_in_japanese() {
    back_in(Language::Japanese, Way::Work, "user@fabrikam.example", "User (Fabrikam)").await;
}

#[tokio::test]
async fn the_code_can_come_as_a_text_message() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as("two-methods@contoso.example").await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        let masked = Method { id: MethodId(String::new()), channel: Channel::Sms, hint: Some(String::new()) };
        person.sees_text(&person.reads_before_the_value(&wording::method(&masked))).await;
        person.chooses_the_way_at(1).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.enters_the_code_for("@sms.contoso.example").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_second_proof_goes_another_way() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as("two-proofs@contoso.example").await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        person.chooses_the_way_at(0).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.enters_the_code_for("two-proofs@contoso.example").await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        person.chooses_the_way_at(0).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.enters_the_code_for("@sms.contoso.example").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_code_can_have_letters() {
    visit(async |person| {
        person.reaches_code("letter-code@contoso.example").await;
        let code = person.site.api.code_sent_to("letter-code@contoso.example").await;
        person.answers("code", &code.to_lowercase()).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_temporary_password_is_changed_at_once() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("temporary@contoso.example", PASSWORD).await;
        person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
        person.sees(&text::CHANGE_PASSWORD_FORCED).await;
        person.types_into("current-password", PASSWORD).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        person.sees(&text::ACCOUNT_NOTICE_PASSWORD_CHANGED).await;
    })
    .await;
}

#[tokio::test]
async fn who_does_not_want_to_change_the_password_now_can_leave() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("temporary@contoso.example", PASSWORD).await;
        person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
        person.presses(&text::SIGN_OUT).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        person.sees(&text::SIGN_IN_NOTICE_SIGNED_OUT).await;
    })
    .await;
}

#[tokio::test]
async fn who_is_signed_in_can_change_the_password() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("user@contoso.example", PASSWORD).await;
        person.presses(&text::ACCOUNT_CHANGE_PASSWORD).await;
        person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
        person.presses(&text::ACCOUNT_TITLE).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        person.presses(&text::ACCOUNT_CHANGE_PASSWORD).await;
        person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
        person.types_into("current-password", "not this one").await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.sees_problem(&text::PROBLEM_CURRENT_PASSWORD).await;
        person.types_into("current-password", PASSWORD).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        signs_out(person).await;
        person.opens("").await;
        person.signs_in("user@contoso.example", NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_slow_change_is_waited_for() {
    visit(async |person| {
        person.reaches_new_password("slow@contoso.example").await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::WAIT_TITLE).await;
        person.site.api.advance(10).await;
        person.is_at(&text::DONE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_slow_change_can_be_refused_in_the_end() {
    visit(async |person| {
        person.reaches_new_password("slow-rejected@contoso.example").await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::WAIT_TITLE).await;
        person.site.api.advance(10).await;
        person.sees(&text::SET_PASSWORD_TITLE).await;
        person.sees_problem(&text::REJECTION_TOO_COMMON).await;
        person.answers("new-password", "another walk by the sea").await;
        person.is_at(&text::WAIT_TITLE).await;
        person.site.api.advance(10).await;
        person.is_at(&text::DONE_TITLE).await;
    })
    .await;
}
