//! The code of an area comes when the first of its pages is opened, or a little before.

use crate::harness::{Language, Person, Visit, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::{Message, text};

/// What the browser says of a file that is gone.
const GONE: &[&str] = &["integrity", "Failed to fetch", "404"];

/// What stands above every screen: a trouble with the site itself, and that something is on its way.
const TROUBLE: &str = "return document.querySelector('.site-trouble').innerText.trim()";
const WORK: &str = "return document.querySelector('.site-work').innerText.trim()";

async fn reads(person: &Person, place: &str, message: &Message) {
    let words = person.language().say(message);
    person
        .until(&format!("“{words}” is read"), async || (person.script_text(place).await == words).then_some(()))
        .await;
}

/// The code that leads from the sign-in page to the recovery.
const TO_THE_RECOVERY: [&str; 2] = ["onward", "recovery"];

/// This code is not on the site; what it was is returned.
fn loses(person: &Person, name: &str) -> (String, Vec<u8>) {
    let part = person.site.part(name);
    let content = person.site.lose(&part);
    (part, content)
}

#[tokio::test]
async fn signing_in_waits_for_no_other_code() {
    let visit = Visit { console_may_say: GONE, ..Visit::default() };
    visit
        .take(async |person| {
            let others = ["recovery", "support", "account", "help"].map(|area| person.site.part(area));
            for other in &others {
                person.site.lose(other);
            }
            person.is_held_up("*-later.*").await;
            person.opens("").await;
            person.submits().await;
            person.sees(&text::USER_ID_MISSING).await;
            person.answers("user-id", "user@contoso.example").await;
            person.is_at(&text::PASSWORD_TITLE).await;
            person.answers("password", "something else").await;
            person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
            // Whatever has words has them, although the texts of the other pages have not arrived.
            let silent = "return [...document.querySelectorAll('h1, p:not([role]), label, button, a, li')]\
             .filter((element) => element.checkVisibility() && !element.textContent.trim())\
             .map((element) => element.outerHTML).join()";
            assert_eq!(person.script_text(silent).await, "");
            person.is_held_up_no_longer().await;
        })
        .await;
}

#[tokio::test]
async fn after_a_deploy_that_removed_the_code_the_page_is_loaded_anew() {
    for name in TO_THE_RECOVERY {
        let visit = Visit { console_may_say: GONE, may_fall_back: true, ..Visit::default() };
        visit
            .take(async |person| {
                let (part, content) = loses(person, name);
                person.site.lose(&person.site.fallback());
                person.opens("").await;
                person.types_into("user-id", "user@contoso.example").await;
                // It is there again only when the page is: what the link leads to is loaded from the site.
                person.presses(&text::CANNOT_ACCESS).await;
                person
                    .until("the page of the link was loaded", async || {
                        (person.path().await == "/en/recover/").then_some(())
                    })
                    .await;
                person.sees(&text::FAILURE_LOAD_TITLE).await;
                person.site.write(&part, content);
                person.presses(&text::RELOAD).await;
                person.is_at(&text::SITUATION_TITLE).await;
            })
            .await;
    }
}

#[tokio::test]
async fn without_a_line_the_page_stays_and_the_link_can_be_tried_again() {
    for (language, name) in Language::ALL.into_iter().flat_map(|language| TO_THE_RECOVERY.map(|name| (language, name)))
    {
        let visit = Visit {
            console_may_say: &["Failed to fetch", "integrity", "404", "ERR_INTERNET_DISCONNECTED"],
            ..Visit::in_language(language)
        };
        visit
            .take(async |person| {
                let (part, content) = loses(person, name);
                person.opens("").await;
                person.types_into("user-id", "user@contoso.example").await;
                person.loses_the_line().await;
                person.presses(&text::CANNOT_ACCESS).await;
                reads(person, TROUBLE, &text::PROBLEM_UNREACHABLE).await;
                person.is_still_at(&text::SIGN_IN_TITLE).await;
                assert_eq!(person.typed("user-id").await, "user@contoso.example");

                person.site.write(&part, content);
                person.gets_a_fast_line().await;
                person.presses(&text::CANNOT_ACCESS).await;
                person.is_at(&text::SITUATION_TITLE).await;
                assert_eq!(person.script_text(TROUBLE).await, "");
            })
            .await;
    }
}

/// The way back is code that may be missing as well.
#[tokio::test]
async fn whoever_goes_back_when_its_code_is_gone_gets_the_page_anew_and_then_hears_of_it() {
    let visit = Visit { console_may_say: GONE, ..Visit::default() };
    visit
        .take(async |person| {
            let (part, content) = loses(person, "onward");
            person.reaches_the_password().await;
            person.script("document.documentElement.dataset.old = ''").await;
            person.presses(&text::ANOTHER_USER_ID).await;
            person.waits_until("the page is new", "return !('old' in document.documentElement.dataset)").await;
            person.is_at(&text::SIGN_IN_TITLE).await;
            assert_eq!(person.typed("user-id").await, "user@contoso.example");

            person.has_the_app().await;
            person.submits().await;
            person.is_at(&text::PASSWORD_TITLE).await;
            person.presses(&text::ANOTHER_USER_ID).await;
            reads(person, TROUBLE, &text::PROBLEM_UNREACHABLE).await;
            person.is_still_at(&text::PASSWORD_TITLE).await;

            person.site.write(&part, content);
            person.presses(&text::ANOTHER_USER_ID).await;
            person.is_at(&text::SIGN_IN_TITLE).await;
            assert_eq!(person.script_text(TROUBLE).await, "");
        })
        .await;
}

#[tokio::test]
async fn what_is_probably_next_is_there_before_it_is_asked_for() {
    visit(async |person| {
        let recovery = person.site.part("recovery");
        person.opens("").await;
        let has_come = format!(
            "return performance.getEntriesByType('resource').some((file) => file.name.endsWith('/{recovery}') && file.responseEnd > 0)"
        );
        person.waits_until("the code of the recovery has come", &has_come).await;
        person.loses_the_line().await;
        person.presses(&text::CANNOT_ACCESS).await;
        person.is_at(&text::SITUATION_TITLE).await;
        person.gets_a_fast_line().await;
    })
    .await;
}

/// A part that two areas share would lose what it has remembered if it came twice.
#[tokio::test]
async fn areas_that_are_wanted_at_the_same_time_share_what_they_share() {
    visit(async |person| {
        person.is_held_up("*/parts.*").await;
        person.opens("").await;
        person.presses(&text::CANNOT_ACCESS).await;
        reads(person, WORK, &text::WORKING).await;
        person.presses(&text::FOOTER_HELP).await;
        person.is_held_up_no_longer().await;
        person.until("the page that was wanted last is there", async || (person.path().await == "/en/help/").then_some(())).await;
        let twice = "const files = performance.getEntriesByType('resource')\
             .filter(({ name, initiatorType }) => initiatorType === 'fetch' && name.endsWith('.wasm')).map(({ name }) => name);\
             return files.filter((name, index) => files.indexOf(name) !== index).join()";
        assert_eq!(person.script_text(twice).await, "");
    })
    .await;
}

#[tokio::test]
async fn signing_in_leads_on_when_the_code_of_the_account_has_come() {
    visit(async |person| {
        let account = person.site.part("account");
        person.is_held_up(&format!("*/{account}")).await;
        person.opens("").await;
        person.answers("user-id", "user@contoso.example").await;
        person.is_at(&text::PASSWORD_TITLE).await;
        person.answers("password", PASSWORD).await;
        reads(person, WORK, &text::WORKING).await;
        person.is_still_at(&text::PASSWORD_TITLE).await;
        person.is_held_up_no_longer().await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        assert_eq!(person.script_text(WORK).await, "");
    })
    .await;
}

/// What the browser gets ahead, the script that starts the app and the app itself want the same files.
#[tokio::test]
async fn the_sign_in_page_asks_for_nothing_twice() {
    visit(async |person| {
        person.opens("").await;
        let prefetched =
            "return performance.getEntriesByName(document.querySelector('link[rel=prefetch]')?.href).length";
        person.until("it gets what comes next", async || (person.script(prefetched).await != 0).then_some(())).await;

        let requests = person.journal.requests().await;
        let mut asked: Vec<_> = requests.iter().map(|request| request.url.as_str()).collect();
        assert!(
            ["/config.json", ".css", ".js"].iter().all(|end| asked.iter().any(|url| url.ends_with(end))),
            "{asked:?}"
        );
        asked.sort_unstable();
        let twice: Vec<_> = asked.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert!(twice.is_empty(), "{twice:?}");
        // Its texts came with the page.
        assert!(!asked.iter().any(|url| url.contains("/assets/en.")), "{asked:?}");
    })
    .await;
}
