//! No line, no server, no answer, or one that makes no sense.

use crate::harness::{NEW_PASSWORD, Visit, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::{Message, text};
use serde_json::json;

#[tokio::test]
async fn offline_nothing_is_lost_and_online_it_goes_on() {
    visit(async |person| {
        person.reaches_code("user@contoso.example").await;
        person.loses_the_line().await;
        person.enters_the_code_for("user@contoso.example").await;
        person.sees_problem(&text::PROBLEM_OFFLINE).await;
        person.gets_a_fast_line().await;
        person.enters_the_code_for("user@contoso.example").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn offline_the_user_id_stays() {
    visit(async |person| {
        person.reaches_identify().await;
        person.loses_the_line().await;
        person.identifies_as("user@contoso.example").await;
        person.sees_problem(&text::PROBLEM_OFFLINE).await;
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
        person.gets_a_fast_line().await;
        person.identifies_as("user@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_gone_can_come_back() {
    visit(async |person| {
        person.reaches_situation().await;
        person.site.api.stops();
        person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
        person.sees_problem(&text::PROBLEM_UNREACHABLE).await;
        person.site.api.starts_again().await;
        person.submits().await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn where_no_new_check_could_be_had_going_on_asks_for_one() {
    visit(async |person| {
        person.reaches_code("user@contoso.example").await;
        person.site.api.stops();
        person.presses(&text::BACK).await;
        person.sees(&text::IDENTIFY_TITLE).await;
        person.sees_problem(&text::PROBLEM_UNREACHABLE).await;
        person.sees(&text::CAPTCHA_MEDIA_FAILED).await;
        person.site.api.starts_again().await;
        person.submits().await;
        person.element(".captcha-picture img").await;
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
    })
    .await;
}

#[tokio::test]
async fn a_server_that_goes_while_the_password_is_set_leaves_the_outcome_open() {
    visit(async |person| {
        person.reaches_new_password("user@contoso.example").await;
        person.site.api.stops();
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::STOP_UNKNOWN_TITLE).await;
        person.presses(&text::GO_TO_SIGN_IN).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_silent_server_is_not_waited_for_for_ever() {
    let impatient = Visit { config: |config| config["api"]["timeout_seconds"] = json!(2), ..Visit::default() };
    impatient
        .take(async |person| {
            person.opens("").await;
            person.signs_in("silent@contoso.example", PASSWORD).await;
            person.sees_problem(&text::PROBLEM_TIMED_OUT).await;
            person.presses(&text::ANOTHER_USER_ID).await;
            assert_eq!(person.typed("user-id").await, "silent@contoso.example");
            person.signs_in("user@contoso.example", PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
        })
        .await;
}

/// At the step with the user ID: it is said, and the user ID is still there.
async fn is_told(user_id: &str, problem: Message) {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as(user_id).await;
        person.sees_problem(&problem).await;
        assert_eq!(person.typed("user-id").await, user_id);
        // It is not the end: somebody with another account can go on.
        person.presses(&text::BACK).await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
        person.presses(&text::BACK).await;
        person.is_at(&text::SITUATION_TITLE).await;
        person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
        person.chooses(&text::ACCOUNT_TYPE_WORK).await;
        person.identifies_as("user@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_server_can_be_down() {
    is_told("down@contoso.example", text::PROBLEM_UNAVAILABLE).await;
}

#[tokio::test]
async fn a_page_is_no_answer() {
    is_told("html@contoso.example", text::PROBLEM_UNREADABLE).await;
}

#[tokio::test]
async fn an_unknown_step_is_no_answer() {
    is_told("unknown-step@contoso.example", text::PROBLEM_UNREADABLE).await;
}

#[tokio::test]
async fn an_answer_with_holes_is_none() {
    is_told("missing-fields@contoso.example", text::PROBLEM_UNREADABLE).await;
}

#[tokio::test]
async fn an_unknown_problem_is_told_as_one() {
    is_told("unknown-problem@contoso.example", text::PROBLEM_UNEXPECTED).await;
}

#[tokio::test]
async fn signing_in_understands_broken_answers_as_little() {
    visit(async |person| {
        for (user_id, problem) in [
            ("html@contoso.example", text::PROBLEM_UNREADABLE),
            ("missing-fields@contoso.example", text::PROBLEM_UNREADABLE),
            ("unknown-problem@contoso.example", text::PROBLEM_UNEXPECTED),
            ("down@contoso.example", text::PROBLEM_UNAVAILABLE),
        ] {
            person.opens("").await;
            person.signs_in(user_id, PASSWORD).await;
            person.sees_problem(&problem).await;
        }
    })
    .await;
}
