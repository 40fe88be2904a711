//! The page is there before the app: what people see and do until then stays as it is when the app takes over.

use crate::harness::{Language, Person, Visit, noise, visit};
use partner_recovery::i18n::text;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// Every screen that somebody can open.
const SCREENS: [&str; 5] = ["", "recover/", "request/", "request/status/", "help/"];

/// What is seen, and where.
const SEEN: &str = "
    return [...document.querySelectorAll('#app *')].filter(element => element.checkVisibility()).map(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const text = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('');
        return [element.localName, element.id, text, x, y, width, height].join(' ');
    }).concat(document.title)";

/// What the browser counts as a shift of the layout, from the beginning.
const COUNT_SHIFTS: &str = "
    window.shifts = [];
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(shift => shift.value)))
        .observe({ type: 'layout-shift', buffered: true })";

async fn on_every_page(person: &Person, script: &str) {
    let cdp = person.driver.cdp();
    let script = json!({ "source": script });
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await.expect("Chromium knows this command");
}

async fn what_is_seen(person: &Person) -> Vec<String> {
    let lines = person.script(SEEN).await;
    lines.as_array().expect("a list").iter().map(|line| line.as_str().expect("text").to_owned()).collect()
}

/// What a selection in the field that has the focus covers.
async fn selection(person: &Person) -> Value {
    person.script("const { id, selectionStart, selectionEnd } = document.activeElement; return [id, selectionStart, selectionEnd]").await
}

#[tokio::test]
async fn nothing_moves_when_the_app_takes_over() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                on_every_page(person, COUNT_SHIFTS).await;
                for width in [1280, 320] {
                    person.driver.set_window_rect(0, 0, width, 900).await.unwrap();
                    for path in SCREENS {
                        person.opens_on_a_slow_line(path).await;
                        let before = what_is_seen(person).await;
                        person.is_without_the_app().await;
                        person.gets_a_fast_line().await;
                        person.has_the_app().await;
                        assert_eq!(what_is_seen(person).await, before, "/{path} at {width} pixels");
                        assert_eq!(person.script("return shifts").await, json!([]), "/{path} at {width} pixels");
                        let loads = "return performance.getEntriesByType('navigation').length";
                        assert_eq!(person.script(loads).await, 1);
                        // The next page comes on a slow line again, without what the cache has.
                        let cdp = person.driver.cdp();
                        cdp.send_raw("Network.clearBrowserCache", json!({}))
                            .await
                            .expect("Chromium knows this command");
                    }
                }
            })
            .await;
    }
}

#[tokio::test]
async fn what_is_typed_stays_with_the_selection_the_focus_and_the_place() {
    visit(async |person| {
        // So low that one has to scroll.
        person.driver.set_window_rect(0, 0, 500, 320).await.unwrap();
        person.opens_on_a_slow_line("").await;
        person.types_into("user-id", "user@contoso.example").await;
        person.script("document.getElementById('user-id').setSelectionRange(0, 4); scrollTo(0, 77)").await;
        let place = person.script("return scrollY").await;
        assert_eq!((selection(person).await, &place), (json!(["user-id", 0, 4]), &json!(77)));
        person.is_without_the_app().await;

        person.gets_a_fast_line().await;
        person.has_the_app().await;
        assert_eq!(selection(person).await, json!(["user-id", 0, 4]));
        assert_eq!(person.script("return scrollY").await, place);
        person.hits("admin").await;
        assert_eq!(person.typed("user-id").await, "admin@contoso.example");
        person.submits().await;
        person.is_at(&text::PASSWORD_TITLE).await;
        person.sees_text("admin@contoso.example").await;
    })
    .await;
}

#[tokio::test]
async fn the_app_knows_what_was_typed_into_every_field_of_a_form() {
    visit(async |person| {
        person.opens_on_a_slow_line("request/status/").await;
        person.types_into("number", "SR-11112222").await;
        person.types_into("access-code", "ABCD-EFGH-JKMN").await;
        person.is_without_the_app().await;
        person.gets_a_fast_line().await;
        person.has_the_app().await;
        person.submits().await;
        person.sees_problem(&text::PROBLEM_SERVICE_REQUEST_NOT_FOUND).await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_chosen_stays_chosen() {
    visit(async |person| {
        person.opens_on_a_slow_line("recover/").await;
        person.presses(&text::SITUATION_FORGOT_PASSWORD).await;
        person.is_without_the_app().await;
        person.gets_a_fast_line().await;
        person.has_the_app().await;
        let focused = person.focused().await;
        assert_eq!(person.script("return document.querySelector('input:checked').id").await, json!(focused));
        person.submits().await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_sent_too_early_is_held_and_answered() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                person.opens_on_a_slow_line("").await;
                // The way on can be pressed, and the Enter key does the same.
                person.answers("user-id", "user@contoso.example").await;
                person.hits(Key::Enter).await;
                person.sees(&text::WORKING).await;
                let button = "return document.querySelector('form button').getAttribute('aria-disabled')";
                assert_eq!(person.script(button).await, "true");
                person.is_without_the_app().await;
                person.gets_a_fast_line().await;
                person.is_at(&text::PASSWORD_TITLE).await;
                person.sees_text("user@contoso.example").await;
                assert_eq!(person.path().await, format!("/{}/", language.tag()));
                person.has_focus_on("heading").await;
                // It was answered before the app was shown, and is a step like any other.
                person.goes_back().await;
                person.is_at(&text::SIGN_IN_TITLE).await;
                assert_eq!(person.typed("user-id").await, "user@contoso.example");
                person.submits().await;
                person.is_at(&text::PASSWORD_TITLE).await;
            })
            .await;
    }
}

/// The app need not make the screen that was left already.
#[tokio::test]
async fn whoever_has_sent_a_user_id_sees_the_next_screen_at_once() {
    visit(async |person| {
        let note = "document.addEventListener('app-mounted', ({ detail }) => window.firstHeading = detail.querySelector('h1').textContent)";
        on_every_page(person, note).await;
        person.opens_on_a_slow_line("").await;
        person.answers("user-id", "user@contoso.example").await;
        person.is_without_the_app().await;
        person.gets_a_fast_line().await;
        person.is_at(&text::PASSWORD_TITLE).await;
        let first = person.script_text("return window.firstHeading").await;
        assert_eq!(first, person.reads(&text::PASSWORD_TITLE));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_in_a_form_that_was_sent_too_early_is_told() {
    visit(async |person| {
        person.opens_on_a_slow_line("").await;
        person.submits().await;
        person.is_without_the_app().await;
        person.gets_a_fast_line().await;
        person.sees_problem(&text::USER_ID_MISSING).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_for_the_answer_to_an_early_press_keeps_the_focus() {
    visit(async |person| {
        person.is_held_up("*/v1/recoveries").await;
        person.opens_on_a_slow_line("recover/").await;
        person.presses(&text::SITUATION_FORGOT_PASSWORD).await;
        let focused = person.focused().await;
        person.hits(Key::Enter).await;
        person.is_without_the_app().await;
        person.gets_a_fast_line().await;
        person.has_the_app().await;
        person.sees(&text::WORKING).await;
        assert_eq!(person.focused().await, focused);
        person.is_held_up_no_longer().await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
    })
    .await;
}

/// An input method is at work until a person chooses one of its suggestions.
#[tokio::test]
async fn what_an_input_method_composes_is_not_torn() {
    Visit::in_language(Language::Japanese)
        .take(async |person| {
            on_every_page(person, "document.addEventListener('app-mounted', () => window.appIsReady = true)").await;
            person.opens_on_a_slow_line("request/status/").await;
            person.element("#number").await.click().await.unwrap();
            let cdp = person.driver.cdp();
            let composed = json!({ "text": "さぽ", "selectionStart": 2, "selectionEnd": 2 });
            cdp.send_raw("Input.imeSetComposition", composed).await.expect("Chromium knows this command");
            person.gets_a_fast_line().await;
            person.waits_until("the app could take over", "return window.appIsReady === true").await;
            person.is_without_the_app().await;
            let composed = json!({ "text": "さぽーと", "selectionStart": 4, "selectionEnd": 4 });
            cdp.send_raw("Input.imeSetComposition", composed).await.expect("Chromium knows this command");
            person.is_without_the_app().await;
            cdp.send_raw("Input.insertText", json!({ "text": "サポート" })).await.expect("Chromium knows this command");
            person.has_the_app().await;
            assert_eq!(person.typed("number").await, "サポート");
            person.has_focus_on("number").await;
        })
        .await;
}

/// Whatever somebody presses, nothing is sent anywhere without the app, and nothing becomes part of the address.
#[tokio::test]
async fn if_the_app_never_comes_nothing_is_sent() {
    visit(async |person| {
        person.opens_on_a_slow_line("request/status/").await;
        person.types_into("number", "SR-11112222").await;
        person.answers("access-code", "ABCD-EFGH-JKMN").await;
        person.hits(Key::Enter).await;
        person.sees(&text::WORKING).await;
        person.is_without_the_app().await;
        assert_eq!(person.path().await, "/en/request/status/");
        for request in person.journal.requests().await {
            assert_eq!((request.method.as_str(), request.url.contains("ABCD")), ("GET", false), "{request:?}");
        }
    })
    .await;
}

/// Presses the button of the form as soon as it is in the document. Module scripts run only after all of that has been read.
const PRESS_AT_ONCE: &str = "new MutationObserver((_, observer) => {
        const button = document.querySelector('form [type=submit]');
        if (!button) return;
        observer.disconnect();
        button.click();
        window.hasPressed = true;
    }).observe(document, { childList: true, subtree: true })";

#[tokio::test]
async fn a_press_before_any_script_has_come_is_answered() {
    for path in SCREENS.into_iter().filter(|path| !path.starts_with("help")) {
        visit(async |person| {
            on_every_page(person, PRESS_AT_ONCE).await;
            person.opens(path).await;
            assert_eq!(person.script("return window.hasPressed").await, true, "this tests something");
            person.has_focus_on("problem-summary").await;
            assert_eq!(person.path().await, format!("/en/{path}"));
            assert_eq!(person.script_text("return location.search").await, "");
        })
        .await;
    }
}

/// Opens a page whose first script is late, as it is heavy and the line slow.
async fn opens_long_before_its_script(person: &Person, path: &str) {
    let boot = person.site.asset("boot", "js");
    let heavy = format!("{}\n/*{}*/", person.site.file(&boot), noise());
    person.site.exchange(&format!("en/{path}index.html"), &boot, heavy.as_bytes());
    person.gets_a_slow_line().await;
    person.opens(path).await;
}

/// Types a user ID as soon as it can be seen, and goes on to the button.
const TYPE_EARLY: &str = "const type = () => {
        const field = document.getElementById('user-id');
        if (!field?.checkVisibility()) return requestAnimationFrame(type);
        const button = field.form.querySelector('[type=submit]');
        field.focus();
        document.execCommand('insertText', false, 'user@contoso.example');
        button.focus();
        if (window.presses) button.click();
        window.wasEarly = typeof takeFile === 'undefined';
    };
    requestAnimationFrame(type);";

#[tokio::test]
async fn a_press_while_the_first_script_is_on_its_way_is_held() {
    visit(async |person| {
        on_every_page(person, &format!("window.presses = true; {TYPE_EARLY}")).await;
        opens_long_before_its_script(person, "").await;
        person.is_at(&text::PASSWORD_TITLE).await;
        person.sees_text("user@contoso.example").await;
        assert_eq!(person.script("return window.wasEarly").await, true, "this tests something");
    })
    .await;
}

#[tokio::test]
async fn what_was_only_typed_by_then_is_not_sent() {
    visit(async |person| {
        on_every_page(person, TYPE_EARLY).await;
        opens_long_before_its_script(person, "").await;
        assert_eq!(person.script("return window.wasEarly").await, true, "this tests something");
        person.is_still_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
        person.hits(Key::Enter).await;
        person.is_at(&text::PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn no_page_waits_for_a_script_to_be_shown() {
    for path in ["", "help/"] {
        visit(async |person| {
            opens_long_before_its_script(person, path).await;
            let paint = person.time("performance.getEntriesByName('first-contentful-paint')[0].startTime").await;
            let script = person.time_of_the_script().await;
            assert!(paint < script, "/{path} is painted at {paint} ms, the script came at {script} ms");
        })
        .await;
    }
}

#[tokio::test]
async fn a_link_works_before_the_app_is_there() {
    visit(async |person| {
        person.opens_on_a_slow_line("").await;
        person.presses(&text::CANNOT_ACCESS).await;
        person.until("the page is there", async || (person.path().await == "/en/recover/").then_some(())).await;
        person.sees(&text::SITUATION_TITLE).await;
        person.is_without_the_app().await;
    })
    .await;
}
