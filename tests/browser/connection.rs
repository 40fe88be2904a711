//! The way to the API, and onward to the other pages, is code of its own. It comes a little after the page, or as soon as something is
//! sent.

use crate::harness::{Language, Person, Visit, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;

/// What the browser says of a file that is gone, and of a line that is.
const GONE: &[&str] = &["Failed to fetch", "integrity", "404", "ERR_INTERNET_DISCONNECTED"];

/// The files that lead to the API.
fn ways(person: &Person) -> [String; 3] {
    ["onward", "connection", "recovery_v1"].map(|name| person.site.part(name))
}

#[tokio::test]
async fn it_comes_without_being_asked_for() {
    visit(async |person| {
        person.opens("").await;
        for way in ways(person) {
            let has_come = format!(
                "return performance.getEntriesByType('resource').some(({{ name, initiatorType, responseEnd }}) =>\
                 name.endsWith('/{way}') && initiatorType === 'fetch' && responseEnd > 0)"
            );
            person.waits_until(&format!("{way} has come"), &has_come).await;
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_signs_in_before_it_is_here_waits_for_it() {
    for index in 0..3 {
        visit(async |person| {
            let way = &ways(person)[index];
            person.is_held_up(&format!("*/{way}")).await;
            person.reaches_the_password().await;
            person.answers("password", PASSWORD).await;
            person.sees(&text::WORKING).await;
            person.is_still_at(&text::PASSWORD_TITLE).await;
            person.is_held_up_no_longer().await;
            person.is_at(&text::ACCOUNT_TITLE).await;
        })
        .await;
    }
}

async fn sends_the_password_and_gets_the_page_anew(person: &Person) {
    person.script("document.documentElement.dataset.old = ''").await;
    person.answers("password", PASSWORD).await;
    person.waits_until("the page is new", "return !('old' in document.documentElement.dataset)").await;
}

/// A deploy has removed it, and the page is of the old build.
#[tokio::test]
async fn if_it_is_gone_the_page_is_loaded_as_it_is_now() {
    for language in Language::ALL {
        let visit = Visit { console_may_say: GONE, ..Visit::in_language(language) };
        visit
            .take(async |person| {
                let [.., driver] = ways(person);
                let content = person.site.lose(&driver);
                person.reaches_the_password().await;
                sends_the_password_and_gets_the_page_anew(person).await;
                person.site.write(&driver, content);
                person.has_the_app().await;
                // Nothing was lost but the secret.
                assert_eq!(person.typed("user-id").await, "user@contoso.example");
                person.submits().await;
                person.is_at(&text::PASSWORD_TITLE).await;
                assert_eq!(person.typed("password").await, "");
                person.answers("password", PASSWORD).await;
                person.is_at(&text::ACCOUNT_TITLE).await;
            })
            .await;
    }
}

#[tokio::test]
async fn nothing_is_loaded_again_without_being_asked_for_anything() {
    let visit = Visit { console_may_say: GONE, ..Visit::default() };
    visit
        .take(async |person| {
            let [_, connection, _] = ways(person);
            person.site.lose(&connection);
            person.opens("").await;
            person.types_into("user-id", "user@contoso.example").await;
            let has_failed = format!(
                "return performance.getEntriesByType('resource').some(({{ name, initiatorType }}) =>\
                 name.endsWith('/{connection}') && initiatorType === 'fetch')"
            );
            person.waits_until("it was asked for", &has_failed).await;
            // Whatever came of that has come by then.
            person.submits().await;
            person.is_at(&text::PASSWORD_TITLE).await;
            person.switches_the_language().await;
            assert_eq!(person.journal.count("GET /en/").await, 1);
        })
        .await;
}

#[tokio::test]
async fn if_that_does_not_help_either_it_is_told_and_can_be_tried_again() {
    for language in Language::ALL {
        for index in 0..3 {
            let visit = Visit { console_may_say: GONE, ..Visit::in_language(language) };
            visit
                .take(async |person| {
                    let way = &ways(person)[index];
                    let content = person.site.lose(way);
                    person.reaches_the_password().await;
                    sends_the_password_and_gets_the_page_anew(person).await;
                    person.has_the_app().await;
                    person.submits().await;
                    person.is_at(&text::PASSWORD_TITLE).await;
                    person.answers("password", PASSWORD).await;
                    person.sees_problem(&text::PROBLEM_UNREACHABLE).await;
                    person.site.write(way, content);
                    person.answers("password", PASSWORD).await;
                    person.is_at(&text::ACCOUNT_TITLE).await;
                })
                .await;
        }
    }
}

#[tokio::test]
async fn without_a_line_it_is_said_that_nothing_was_sent() {
    let visit = Visit { console_may_say: GONE, ..Visit::default() };
    visit
        .take(async |person| {
            let [_, connection, _] = ways(person);
            let content = person.site.lose(&connection);
            person.reaches_the_password().await;
            person.loses_the_line().await;
            person.answers("password", PASSWORD).await;
            person.sees_problem(&text::PROBLEM_OFFLINE).await;
            person.site.write(&connection, content);
            person.gets_a_fast_line().await;
            person.answers("password", PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
        })
        .await;
}

#[tokio::test]
async fn a_page_that_asks_nothing_at_once_does_not_wait_for_it() {
    let visit = Visit { console_may_say: GONE, ..Visit::default() };
    visit
        .take(async |person| {
            let [_, connection, driver] = ways(person);
            for way in [connection, driver] {
                person.site.lose(&way);
            }
            for path in ["", "recover/", "request/", "request/status/", "help/"] {
                person.opens(path).await;
                person.has_the_app().await;
            }
        })
        .await;
}
