//! How the site begins: in the right language, at addresses that do not exist, and where it was not set up or loaded well.

use crate::harness::{Language, Person, Visit, noise, visit};
use partner_recovery::i18n::{Message, text};
use serde_json::{Value, json};

/// Reads these languages, the first the best.
async fn reads_the_languages(person: &Person, languages: &str) {
    let agent = json!({ "userAgent": "", "acceptLanguage": languages });
    let cdp = person.driver.cdp();
    cdp.send_raw("Network.setUserAgentOverride", agent).await.expect("Chromium knows this command");
}

#[tokio::test]
async fn the_address_without_a_language_leads_to_the_reader_s() {
    visit(async |person| {
        for (languages, path) in [
            ("en", "/en/"),
            ("ja", "/ja/"),
            ("ja-JP", "/ja/"),
            ("en-GB,ja", "/en/"),
            ("fr-CH,ja,en", "/ja/"),
            ("fr,de", "/en/"),
        ] {
            reads_the_languages(person, languages).await;
            person.visits("/en/").await;
            person.visits("/").await;
            person
                .until(&format!("{languages} leads to {path}"), async || (person.path().await == path).then_some(()))
                .await;
            person.has_the_app().await;
        }
        // The way back does not lead through the address that leads here.
        person.goes_back().await;
        person.is_at(&text::SIGN_IN_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_does_not_exist_has_a_way_on() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                person.visits("/nowhere/").await;
                person.sees(&text::NOT_FOUND_TITLE).await;
                let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
                assert_eq!(person.script(status).await, 404);
                person.presses(&text::GO_TO_SIGN_IN).await;
                person.is_at(&text::SIGN_IN_TITLE).await;
                assert_eq!(person.path().await, format!("/{}/", language.tag()));
            })
            .await;
    }
}

/// Some hosts answer every address with the app.
#[tokio::test]
async fn the_app_knows_what_does_not_exist() {
    visit(async |person| {
        person.site.write("en/nowhere.html", person.site.file("en/index.html"));
        person.opens("nowhere.html").await;
        person.is_at(&text::NOT_FOUND_TITLE).await;
        person.presses(&text::GO_TO_SIGN_IN).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.path().await, "/en/");
    })
    .await;
}

/// What the operator reads who made a slip in `entry`.
async fn names_the_entry(entry: &str, must_be: Message, change: fn(&mut Value)) {
    let visit = Visit { config: change, ..Visit::default() };
    visit
        .take(async |person| {
            person.opens("").await;
            person.sees(&text::CONFIGURATION_TITLE).await;
            person.sees(&text::configuration_problem(entry.into())).await;
            person.sees(&must_be).await;
        })
        .await;
}

#[tokio::test]
async fn a_slip_in_the_configuration_is_named() {
    names_the_entry("config.json", text::MUST_BE_JSON, |config| *config = json!([])).await;
    names_the_entry("api", text::MUST_BE_GROUP, |config| config["api"] = Value::Null).await;
    names_the_entry("api.driver", text::MUST_BE_DRIVER, |config| config["api"]["driver"] = "another".into()).await;
    names_the_entry("api.base_url", text::MUST_BE_API_ADDRESS, |config| {
        config["api"]["base_url"] = "http://api.contoso.example".into()
    })
    .await;
    names_the_entry("brand.product_name", text::MUST_BE_NAME, |config| config["brand"]["product_name"] = " ".into())
        .await;
    names_the_entry("links.support", text::MUST_BE_CONTACT, |config| {
        config["links"]["support"] = "javascript:alert(1)".into()
    })
    .await;
}

#[tokio::test]
async fn a_configuration_that_is_not_json_is_named() {
    visit(async |person| {
        person.site.write("config.json", "{ \"api\": ");
        person.opens("recover/").await;
        person.sees(&text::CONFIGURATION_TITLE).await;
        person.sees(&text::configuration_problem("config.json".into())).await;
    })
    .await;
}

/// Reads in place of the screen what is wrong, and nothing else.
async fn reads_the_failure(person: &Person, title: &Message) {
    reads_the_failure_above_the_page(person, title).await;
    let titles = "return [...document.querySelectorAll('#app h1')].map(title => title.innerText)";
    assert_eq!(person.script(titles).await, json!([person.reads(title)]));
}

/// Reads above everything what is wrong, with the focus on it, and a way to get help.
async fn reads_the_failure_above_the_page(person: &Person, title: &Message) {
    person
        .waits_until("the failure has the focus", "return document.activeElement.matches('#app main > .failure')")
        .await;
    let shown = person.script_text("return document.querySelector('#app').innerText").await;
    for message in [title, &text::RELOAD, &text::FOOTER_SUPPORT] {
        assert!(shown.contains(&person.reads(message)), "{shown}");
    }
    // It comes a little later, from config.json.
    let contact = "return document.querySelector('#app .failure a').href === 'mailto:support@contoso.example'";
    person.waits_until("there is somebody to ask", contact).await;
}

#[tokio::test]
async fn a_site_without_its_app_says_so() {
    for language in Language::ALL {
        // What comes in its place is not what the page names, which the browser says too.
        let visit = Visit { console_may_say: &["integrity"], may_fall_back: true, ..Visit::in_language(language) };
        visit
            .take(async |person| {
                person.site.lose_the_app();
                person.visits(&format!("/{}/", language.tag())).await;
                reads_the_failure(person, &text::FAILURE_LOAD_TITLE).await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_site_without_its_texts_says_so() {
    let visit = Visit { may_fall_back: true, ..Visit::default() };
    visit
        .take(async |person| {
            person.site.lose_assets(".json");
            person.visits("/en/recover/").await;
            reads_the_failure(person, &text::FAILURE_LOAD_TITLE).await;
        })
        .await;
}

#[tokio::test]
async fn loading_again_helps_when_everything_is_back() {
    let visit = Visit { console_may_say: &["integrity"], may_fall_back: true, ..Visit::default() };
    visit
        .take(async |person| {
            let app = person.site.app();
            let content = person.site.bytes(&app);
            person.site.lose_the_app();
            person.visits("/en/").await;
            reads_the_failure(person, &text::FAILURE_LOAD_TITLE).await;

            // This page needs no other file of it.
            person.site.write(&app, content);
            person.presses(&text::RELOAD).await;
            person.is_at(&text::SIGN_IN_TITLE).await;
        })
        .await;
}

/// The smallest app that crashes: `(module (func unreachable) (start 0))` (WebAssembly Core Specification §5).
const CRASHING_WASM: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x08\x01\0\x0a\x05\x01\x03\0\0\x0b";

/// The same as JavaScript, where a panic is this error.
const CRASHING_SCRIPT: &[u8] = b"throw new Error('abort')";

#[tokio::test]
async fn an_app_that_crashes_at_once_is_told() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                let (app, page) = (person.site.app(), format!("{}/index.html", language.tag()));
                let crashing = if app.ends_with(".wasm") { CRASHING_WASM } else { CRASHING_SCRIPT };
                person.site.exchange(&page, &app, crashing);
                person.visits(&format!("/{}/", language.tag())).await;
                reads_the_failure(person, &text::FAILURE_CRASH_TITLE).await;
            })
            .await;
    }
}

/// A panic in Rust reaches the page as this error.
const CRASH: &str = "dispatchEvent(new ErrorEvent('error', {
    error: globalThis.WebAssembly ? new WebAssembly.RuntimeError('unreachable') : new Error('abort') }))";

#[tokio::test]
async fn an_app_that_crashes_later_is_told_and_leaves_no_password_behind() {
    visit(async |person| {
        person.reaches_the_password().await;
        person.types_into("password", "sample passphrase 1").await;
        person.script("window.field = document.getElementById('password')").await;
        person.script(CRASH).await;
        reads_the_failure(person, &text::FAILURE_CRASH_TITLE).await;
        assert_eq!(person.script("return field.value").await, "");
        person.presses(&text::RELOAD).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_line_that_is_too_slow_is_told_and_the_app_may_still_come() {
    // What was asked for early is not used for a while, which the browser finds odd.
    let visit = Visit { console_may_say: &["was preloaded"], ..Visit::default() };
    visit
        .take(async |person| {
            person.opens_on_a_line_that_hardly_moves("").await;
            person.types_into("user-id", "user@contoso.example").await;
            reads_the_failure_above_the_page(person, &text::FAILURE_SLOW_TITLE).await;
            person.is_without_the_app().await;
            assert_eq!(
                person.typed("user-id").await,
                "user@contoso.example",
                "there is still hope, and the form stays"
            );
            person.gets_a_fast_line().await;
            person.is_at(&text::SIGN_IN_TITLE).await;
            person.has_the_app().await;
            assert_eq!(person.typed("user-id").await, "user@contoso.example");
        })
        .await;
}

/// A part of the app does not fit the page: the page loads itself again, once, and only secrets are lost.
#[tokio::test]
async fn a_page_that_is_out_of_date_loads_itself_again_and_keeps_what_was_typed() {
    let visit = Visit { console_may_say: &["integrity"], ..Visit::default() };
    visit
        .take(async |person| {
            let wasm = person.site.app();
            let right = person.site.bytes(&wasm);
            person.site.write(&wasm, "x".repeat(right.len()));
            person.opens_on_a_slow_line("request/status/").await;
            person.types_into("number", "SR-11112222").await;
            person.types_into("access-code", "ABCD-EFGH-JKMN").await;
            person.is_without_the_app().await;
            person.site.write(&wasm, right);
            person.gets_a_fast_line().await;
            person.has_the_app().await;
            assert_eq!(person.typed("number").await, "SR-11112222");
            assert_eq!(person.typed("access-code").await, "");
            let kept = "return JSON.stringify({ ...sessionStorage })";
            assert!(!person.script_text(kept).await.contains("1111"), "what was kept is not needed any more");
            let kind = "return performance.getEntriesByType('navigation')[0].type";
            assert_eq!(person.script(kind).await, "reload");
        })
        .await;
}

/// Browsers keep a page as it is, to show it again at once.
#[tokio::test]
async fn a_page_that_is_shown_again_has_lost_its_secrets() {
    visit(async |person| {
        person.reaches_the_password().await;
        person.types_into("password", "sample passphrase 1").await;
        person.presses(&text::SHOW_PASSWORD).await;
        person.script("addEventListener('pageshow', event => window.wasKept = event.persisted)").await;
        person.visits("/404.html").await;
        person.goes_back().await;
        person.is_at(&text::PASSWORD_TITLE).await;
        assert_eq!(person.script("return window.wasKept").await, true, "the browser keeps it: this tests something");
        assert_eq!(person.typed("password").await, "");
    })
    .await;
}

#[tokio::test]
async fn a_language_that_cannot_be_had_leaves_everything_as_it_is() {
    visit(async |person| {
        person.opens("").await;
        person.types_into("user-id", "user@contoso.example").await;
        person.site.lose_assets(".json");
        person.element("header a[hreflang=ja]").await.click().await.unwrap();
        person
            .until("it is said", async || {
                let said = person.script_text("return document.querySelector('.site-trouble').innerText").await;
                (said == person.reads(&text::PROBLEM_UNREACHABLE)).then_some(())
            })
            .await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
        assert_eq!(person.path().await, "/en/");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_is_still_arriving_is_waited_for() {
    visit(async |person| {
        let page = person.site.file("en/index.html");
        let late = page.replace("<template id=\"texts\"", &format!("<!-- {} --><template id=\"texts\"", noise()));
        assert_ne!(late, page);
        person.site.write("en/index.html", late);
        person.gets_a_slow_line().await;
        person.opens("").await;

        let parsed = person.time("performance.getEntriesByType('navigation')[0].domInteractive").await;
        assert!(person.time_of_the_script().await < parsed, "this tests something");
        person.submits().await;
        person.sees(&text::USER_ID_MISSING).await;
    })
    .await;
}

#[tokio::test]
async fn the_address_says_nothing_but_the_page() {
    // A visit for each: another `#` alone loads no page anew.
    for more in ["?from=mail", "#main", "?from=mail#main"] {
        visit(async |person| {
            person.opens(more).await;
            assert_eq!(person.script("return location.href.slice(location.origin.length)").await, "/en/", "{more}");
        })
        .await;
    }
}

#[tokio::test]
async fn the_screen_stands_right_below_the_header() {
    visit(async |person| {
        for path in ["", "recover/", "help/"] {
            person.opens(path).await;
            let gap = "const edge = (name) => document.querySelector(name).getBoundingClientRect();
                return Math.round(edge('.frame > main').top - edge('.frame > header').bottom)";
            assert_eq!(person.script(gap).await, 0, "/en/{path}");
        }
    })
    .await;
}
