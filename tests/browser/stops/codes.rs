//! The code is too old, or does not come.

use crate::harness::visit;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::i18n::text;

#[tokio::test]
async fn an_old_code_is_replaced() {
    visit(async |person| {
        let user_id = "user@contoso.example";
        person.reaches_code(user_id).await;
        let old = person.site.api.code_sent_to(user_id).await;
        person.site.api.advance(11 * 60).await;
        person.answers("code", &old).await;
        person.sees_problem(&text::PROBLEM_CODE_EXPIRED).await;
        // There is nothing to wait for any more.
        person.presses(&text::CODE_RESEND).await;
        person.sees(&text::NOTICE_CODE_SENT_AGAIN).await;
        person.enters_the_code_for(user_id).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

/// The page counts in real time, so this takes the half minute that a person would wait.
#[tokio::test]
async fn another_code_can_be_asked_for_after_a_while() {
    visit(async |person| {
        let user_id = "user@contoso.example";
        person.reaches_code(user_id).await;
        let first = person.site.api.code_sent_to(user_id).await;
        let button = person.labelled(&text::CODE_RESEND).await;
        person.sees(&text::code_resend_wait(Seconds::clamped(30).into())).await;
        assert_eq!(button.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
        button.click().await.unwrap();
        assert_eq!(person.journal.count("POST /code/resend").await, 0);
        person.types_into("code", "12").await;

        for wait in [20, 10] {
            person.sees(&text::code_resend_wait(Seconds::clamped(wait).into())).await;
        }
        person.sees_no_longer(&text::code_resend_wait(Seconds::clamped(10).into())).await;
        assert_eq!(button.attr("aria-disabled").await.unwrap(), None);
        // The server's clock has no more patience than the page's.
        person.site.api.advance(1).await;
        button.click().await.unwrap();
        person.sees(&text::NOTICE_CODE_SENT_AGAIN).await;
        assert_eq!(person.journal.count("POST /code/resend").await, 1);
        assert_eq!(person.typed("code").await, "12", "what was typed stays");

        let second = person.site.api.code_sent_to(user_id).await;
        assert_ne!(first, second);
        person.answers("code", &first).await;
        person.sees_problem(&text::problem_code_incorrect_left(4.into())).await;
        person.answers("code", &second).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn where_one_way_fails_another_one_works() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as("undelivered-mail@contoso.example").await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        person.chooses_the_way_at(0).await;
        person.sees_problem(&text::PROBLEM_DELIVERY_FAILED).await;
        person.chooses_the_way_at(1).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.enters_the_code_for("@sms.contoso.example").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}
