//! Passwords, codes, answers and tokens leave no trace: not in an address, a store, the console or the page.

use crate::harness::{NEW_PASSWORD, Person, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;
use serde_json::json;
use std::collections::BTreeSet;

/// None of the secrets has left a trace.
async fn leaves_no_trace(person: &Person, secrets: &[&str]) {
    let traces = person.traces().await;
    let requests = person.journal.requests().await;
    let lines = person.journal.lines().await;
    let tokens: BTreeSet<String> = requests.iter().filter_map(|request| request.token.clone()).collect();
    for secret in secrets.iter().copied().chain(tokens.iter().map(String::as_str)) {
        assert!(!traces.contains(secret), "{secret} is still in the page: {traces}");
        for request in &requests {
            assert!(!request.url.contains(secret) && !request.page.contains(secret), "{secret}: {request:?}");
        }
        for line in &lines {
            assert!(!line.contains(secret), "{secret}: {line:?}");
        }
    }
}

/// How many tokens the page has used. They rotate with every step.
async fn tokens(person: &Person) -> usize {
    let requests = person.journal.requests().await;
    requests.iter().filter_map(|request| request.token.as_ref()).collect::<BTreeSet<_>>().len()
}

#[tokio::test]
async fn nothing_is_left_of_a_recovery() {
    visit(async |person| {
        let user_id = "user@contoso.example";
        person.reaches_identify().await;
        person.types_into("user-id", user_id).await;
        let answer = person.reads_the_picture().await;
        person.answers("captcha-answer", &answer).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        leaves_no_trace(person, &[&answer]).await;

        let code = person.site.api.code_sent_to(user_id).await;
        person.answers("code", &code).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
        leaves_no_trace(person, &[&answer, &code]).await;

        person.answers("new-password", "canary one").await;
        person.sees(&text::PROBLEM_SUMMARY).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::DONE_TITLE).await;
        leaves_no_trace(person, &[&answer, &code, "canary one", NEW_PASSWORD]).await;
        assert!(tokens(person).await >= 3, "tokens are really looked for");

        person.presses(&text::GO_TO_SIGN_IN).await;
        person.signs_in(user_id, NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        leaves_no_trace(person, &[&answer, &code, NEW_PASSWORD]).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_left_of_a_failed_sign_in() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("user@contoso.example", "canary of a wrong password").await;
        person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
        leaves_no_trace(person, &["canary of a wrong password"]).await;
        person.answers("password", PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        person.presses(&text::ACCOUNT_CHANGE_PASSWORD).await;
        person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
        person.types_into("current-password", PASSWORD).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        leaves_no_trace(person, &[PASSWORD, NEW_PASSWORD]).await;
    })
    .await;
}

/// Also when somebody leaves in the middle: what was typed does not come back.
#[tokio::test]
async fn a_password_that_was_not_sent_does_not_come_back() {
    visit(async |person| {
        person.reaches_new_password("user@contoso.example").await;
        person.types_into("new-password", "canary never sent").await;
        person.goes_back().await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        leaves_no_trace(person, &["canary never sent"]).await;
        person.goes_forward().await;
        leaves_no_trace(person, &["canary never sent"]).await;
    })
    .await;
}

/// The cookie of the session is for the API alone.
#[tokio::test]
async fn scripts_cannot_read_the_session() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("user@contoso.example", PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        let urls = json!({ "urls": [person.site.api.url()] });
        let cookies = person.driver.cdp().send_raw("Network.getCookies", urls).await.unwrap();
        let cookies = cookies["cookies"].as_array().unwrap();
        assert!(!cookies.is_empty(), "the session is a cookie");
        for cookie in cookies {
            assert_eq!(cookie["httpOnly"], true, "{cookie}");
        }
        assert_eq!(person.script("return document.cookie").await, "");
    })
    .await;
}
