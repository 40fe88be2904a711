//! Too many requests: it is said how long to wait, nothing is sent meanwhile, and then it goes on.

use crate::harness::visit;
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::i18n::text;

/// The page counts in real time, so this takes the twenty seconds that a person would wait.
#[tokio::test]
async fn after_the_wait_it_goes_on() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("busy@contoso.example", PASSWORD).await;
        person.sees_problem(&text::problem_too_many_requests(Seconds::clamped(20).into())).await;
        assert_eq!(person.journal.count("POST /v1/session").await, 1);
        person.answers("password", PASSWORD).await;
        person.sees_problem(&text::problem_too_many_requests(Seconds::clamped(20).into())).await;
        assert_eq!(person.journal.count("POST /v1/session").await, 1, "nothing is sent meanwhile");

        person.sees(&text::problem_too_many_requests(Seconds::clamped(10).into())).await;
        person.sees(&text::PROBLEM_TOO_MANY_REQUESTS_OVER).await;
        person.presses(&text::ANOTHER_USER_ID).await;
        person.signs_in("user@contoso.example", PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_absurd_wait_is_told_as_the_longest_one_there_is() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as("absurd-retry@contoso.example").await;
        person.sees_problem(&text::problem_too_many_requests(Seconds::LONGEST.into())).await;
        assert_eq!(person.typed("user-id").await, "absurd-retry@contoso.example");
    })
    .await;
}
