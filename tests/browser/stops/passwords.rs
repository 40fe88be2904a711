//! A new password is refused: before it is sent, or by the API.

use crate::harness::{NEW_PASSWORD, visit};
use crate::stand_in::sentinels::{BREACHED_PASSWORD, PASSWORD};
use partner_recovery::domain::password::{Charset, Policy, Rejection};
use partner_recovery::i18n::{text, wording};

const ORDINARY: Policy = Policy { min_length: 12, max_length: 256, min_classes: None, charset: Charset::Unicode };
const STRICT: Policy = Policy { min_length: 8, max_length: 64, min_classes: Some(3), charset: Charset::Ascii };

#[tokio::test]
async fn each_rule_has_its_own_text() {
    visit(async |person| {
        person.reaches_new_password("user@contoso.example").await;
        person.submits().await;
        person.sees_problem(&text::NEW_PASSWORD_MISSING).await;
        person.answers("new-password", "too short").await;
        person.sees_problem(&wording::rejection(Rejection::TooShort, &ORDINARY)).await;
        assert_eq!(person.journal.count("POST /password").await, 0, "what breaks a known rule is not sent");

        for (number, (password, rejection)) in [
            ("passwordpassword", Rejection::TooCommon),
            (BREACHED_PASSWORD, Rejection::Breached),
            ("the user of this account", Rejection::ContainsUserId),
            (PASSWORD, Rejection::RecentlyUsed),
        ]
        .into_iter()
        .enumerate()
        {
            person.answers("new-password", password).await;
            person.sees_problem(&wording::rejection(rejection, &ORDINARY)).await;
            assert_eq!(person.typed("new-password").await, "", "a refused password does not stay on the page");
            assert_eq!(person.journal.count("POST /password").await, number + 1);
        }
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::DONE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn all_rules_of_a_strict_company_are_told() {
    visit(async |person| {
        person.reaches_new_password("strict-policy@contoso.example").await;
        for rule in wording::policy(&STRICT) {
            person.sees(&rule).await;
        }
        person.answers("new-password", "パス").await;
        for rejection in [Rejection::TooShort, Rejection::TooFewClasses, Rejection::InvalidCharacters] {
            person.sees_problem(&wording::rejection(rejection, &STRICT)).await;
        }
        person.answers("new-password", "Walk-by-the-lake1").await;
        person.is_at(&text::DONE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_reset_can_fail() {
    visit(async |person| {
        person.reaches_new_password("reset-fails@contoso.example").await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.sees_problem(&text::PROBLEM_RESET_FAILED).await;
        person.is_still_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}
