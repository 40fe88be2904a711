//! The app as plain JavaScript: it comes where WebAssembly is missing, kept away or refused, and nowhere else. That nowhere else,
//! every visit of the other tests sees to (`harness/afterwards.rs`); `make test` takes them all once more without WebAssembly.

use crate::harness::{NEW_PASSWORD, Person, Visit, WebAssembly};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;
use serde_json::json;

fn with(webassembly: WebAssembly) -> Visit {
    Visit { webassembly, ..Visit::default() }
}

/// Signs in, and gets back in; all parts of the app are needed for that.
async fn uses_the_app(person: &Person) {
    person.opens("").await;
    person.answers("user-id", "user@contoso.example").await;
    person.is_at(&text::PASSWORD_TITLE).await;
    person.answers("password", PASSWORD).await;
    person.is_at(&text::ACCOUNT_TITLE).await;
    person.presses(&text::SIGN_OUT).await;
    person.sees(&text::SIGN_IN_NOTICE_SIGNED_OUT).await;
    person.reaches_new_password("user@contoso.example").await;
    person.answers("new-password", NEW_PASSWORD).await;
    person.is_at(&text::DONE_TITLE).await;
}

/// Whether the page has not loaded itself again.
async fn was_loaded_once(person: &Person) -> bool {
    person.script("return performance.getEntriesByType('navigation')[0].type").await == "navigate"
}

/// Whether the app as JavaScript came over the line, each time that the page asked for it.
async fn loads_of_the_fallback(person: &Person) -> Vec<bool> {
    let entries = "return performance.getEntriesByType('resource')
        .filter(({ name }) => name.includes('/assets/fallback.')).map(({ transferSize }) => transferSize > 1000)";
    let entries = person.script(entries).await;
    entries.as_array().expect("it is a list").iter().map(|entry| entry == true).collect()
}

#[tokio::test]
async fn a_browser_without_webassembly_has_the_same_app() {
    with(WebAssembly::Missing)
        .take(async |person| {
            person.opens("").await;
            assert_eq!(person.script("return typeof WebAssembly").await, "undefined");
            assert_eq!(loads_of_the_fallback(person).await, [true, false], "checked first, then run from the cache");
            uses_the_app(person).await;
        })
        .await;
}

#[tokio::test]
async fn where_no_webassembly_is_let_through_the_app_comes_as_javascript() {
    with(WebAssembly::KeptAway)
        .take(async |person| {
            person.opens("").await;
            assert_eq!(loads_of_the_fallback(person).await, [true, false]);
            assert!(was_loaded_once(person).await, "no deploy is to blame");
            uses_the_app(person).await;
        })
        .await;
}

#[tokio::test]
async fn where_webassembly_may_not_be_compiled_the_app_comes_as_javascript() {
    with(WebAssembly::Refused)
        .take(async |person| {
            person.opens("").await;
            assert_eq!(person.script("return typeof WebAssembly").await, "object");
            assert_eq!(loads_of_the_fallback(person).await, [true, false]);
            assert!(was_loaded_once(person).await);
            uses_the_app(person).await;
        })
        .await;
}

/// A file that cannot be had may be due to a deploy, so the page is loaded again first.
#[tokio::test]
async fn a_site_that_has_lost_its_webassembly_goes_on_as_javascript() {
    let visit = Visit { console_may_say: &["integrity"], may_fall_back: true, ..with(WebAssembly::Works) };
    visit
        .take(async |person| {
            person.site.lose_assets(".wasm");
            person.opens("").await;
            person.is_at(&text::SIGN_IN_TITLE).await;
            assert!(!was_loaded_once(person).await);
        })
        .await;
}

/// What comes in the place of the file is not run.
#[tokio::test]
async fn another_script_than_the_page_names_is_not_run() {
    let visit = Visit { console_may_say: &["integrity"], ..with(WebAssembly::Missing) };
    visit
        .take(async |person| {
            person.site.write(&person.site.fallback(), "window.wasRun = true");
            person.visits("/en/").await;
            person.sees(&text::FAILURE_LOAD_TITLE).await;
            assert_eq!(person.script("return window.wasRun ?? false").await, false);
        })
        .await;
}

#[tokio::test]
async fn ordinary_browsers_never_ask_for_it() {
    with(WebAssembly::Works)
        .take(async |person| {
            uses_the_app(person).await;
            assert!(loads_of_the_fallback(person).await.is_empty());
        })
        .await;
}

#[tokio::test]
#[should_panic(expected = "an ordinary browser")]
async fn an_ordinary_browser_that_asks_for_it_is_noticed() {
    with(WebAssembly::Works)
        .take(async |person| {
            person.opens("").await;
            person
                .script(
                    "await fetch(document.getElementById('more-files').content.querySelector('[data-fallback]').href)",
                )
                .await;
        })
        .await;
}

/// More than the memory that the app begins with (1 MB), and twice: as it is typed, and as it is kept.
const MUCH: usize = 2 << 20;

/// Types a text that no two parts of are the same, with characters of one, two and three bytes.
const TYPE_MUCH: &str = "
    const field = document.getElementById('user-id');
    let words = '';
    for (let n = 0; words.length < arguments[0]; n++) words += `${n.toString(36)} é 漢 `;
    window.typed = words;
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));";

/// What is typed at the sign-in goes through the app's memory into the recovery, which shows it as it was typed.
async fn a_long_text_goes_through(webassembly: WebAssembly) {
    with(webassembly)
        .take(async |person| {
            person.opens("").await;
            person.script_with(TYPE_MUCH, vec![json!(MUCH)]).await;
            person.presses(&text::CANNOT_ACCESS).await;
            person.is_at(&text::SITUATION_TITLE).await;
            person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
            person.chooses(&text::ACCOUNT_TYPE_WORK).await;
            person.is_at(&text::IDENTIFY_TITLE).await;
            let is_the_same = "return [document.getElementById('user-id').value === window.typed, window.typed.length]";
            let answer = person.script(is_the_same).await;
            assert_eq!(answer[0], true, "what was typed has changed on its way");
            assert!(answer[1].as_u64() >= Some(MUCH as u64));
            // And everything works as before.
            person.identifies_as("user@contoso.example").await;
            person.is_at(&text::ENTER_CODE_TITLE).await;
        })
        .await;
}

#[tokio::test]
async fn a_text_for_which_memory_has_to_grow_is_not_changed() {
    a_long_text_goes_through(WebAssembly::Works).await;
}

#[tokio::test]
async fn a_text_for_which_memory_has_to_grow_is_not_changed_without_webassembly() {
    a_long_text_goes_through(WebAssembly::Missing).await;
}
