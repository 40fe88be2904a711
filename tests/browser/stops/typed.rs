//! Something is missing or wrong in what was typed.

use crate::harness::{Way, visit};
use partner_recovery::domain::code::{Alphabet, CodeForm, CodeProblem};
use partner_recovery::i18n::{text, wording};

#[tokio::test]
async fn a_wrong_answer_brings_a_new_picture_and_keeps_the_user_id() {
    visit(async |person| {
        person.reaches_identify().await;
        let before = person.reads_the_picture().await;
        person.types_into("user-id", "user@contoso.example").await;
        person.answers("captcha-answer", "2222").await;
        person.sees_problem(&text::PROBLEM_CAPTCHA_INCORRECT).await;
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
        assert_eq!(person.typed("captcha-answer").await, "");
        assert_ne!(person.reads_the_picture().await, before);
        person.identifies_as("user@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_old_picture_is_replaced() {
    visit(async |person| {
        person.reaches_identify().await;
        person.types_into("user-id", "user@contoso.example").await;
        person.shows_to_be_a_person(Way::Picture).await;
        person.site.api.advance(11 * 60).await;
        person.submits().await;
        person.sees_problem(&text::PROBLEM_CAPTCHA_EXPIRED).await;
        person.identifies_as("user@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn new_characters_can_be_asked_for() {
    visit(async |person| {
        person.reaches_identify().await;
        let before = person.reads_the_picture().await;
        person.types_into("user-id", "user@contoso.example").await;
        person.presses(&text::CAPTCHA_NEW).await;
        person.sees(&text::NOTICE_NEW_CHALLENGE).await;
        assert_ne!(person.reads_the_picture().await, before);
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_missing_is_told_at_once() {
    visit(async |person| {
        person.reaches_identify().await;
        person.reads_the_picture().await;
        person.submits().await;
        person.sees_problem(&text::USER_ID_MISSING).await;
        person.sees_problem(&text::CAPTCHA_PICTURE_MISSING).await;
        person.presses(&text::CAPTCHA_AUDIO).await;
        person.submits().await;
        person.sees_problem(&text::CAPTCHA_AUDIO_MISSING).await;
        person.presses(&text::CAPTCHA_WORK).await;
        person.submits().await;
        person.sees_problem(&text::CAPTCHA_WORK_MISSING).await;
        assert_eq!(person.journal.count("POST /identity").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_the_code_costs_no_attempt() {
    visit(async |person| {
        person.reaches_code("user@contoso.example").await;
        let form = CodeForm { length: Some(6), alphabet: Alphabet::Digits };
        for (typed, problem) in [
            ("", CodeProblem::Missing),
            ("12345", CodeProblem::TooShort),
            ("1234567", CodeProblem::TooLong),
            ("12345a", CodeProblem::OtherCharacters),
        ] {
            person.answers("code", typed).await;
            person.sees_problem(&wording::code_problem(problem, form)).await;
            assert_eq!(person.typed("code").await, typed, "one can mend it");
        }
        assert_eq!(person.journal.count("POST /code").await, 0);
        person.enters_the_code_for("user@contoso.example").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_has_to_be_chosen() {
    visit(async |person| {
        person.reaches_situation().await;
        person.submits().await;
        person.sees_problem(&text::CHOOSE_ONE).await;
        assert_eq!(person.journal.count("POST /v1/recoveries").await, 0);
    })
    .await;
}
