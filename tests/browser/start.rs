//! How the site begins: in the right language, at addresses that do not exist, and where it was not set up or loaded well.

use crate::harness::{Language, Person, Visit, visit};
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
            person.waits_until("the app has started", "return 'started' in document.documentElement.dataset").await;
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
        person.site.write("en/nowhere.html", &person.site.file("en/index.html"));
        person.opens("nowhere.html").await;
        person.is_at(&text::NOT_FOUND_TITLE).await;
        person.presses(&text::GO_TO_SIGN_IN).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.path().await, "/en/");
    })
    .await;
}

/// What the operator reads who made a slip in `entry`.
async fn names_the_entry(entry: &str, change: fn(&mut Value)) {
    let visit = Visit { config: change, ..Visit::default() };
    visit
        .take(async |person| {
            person.opens("").await;
            person.sees(&text::CONFIGURATION_TITLE).await;
            person.sees(&text::configuration_problem(entry.into())).await;
        })
        .await;
}

#[tokio::test]
async fn a_slip_in_the_configuration_is_named() {
    names_the_entry("config.json", |config| *config = json!([])).await;
    names_the_entry("api", |config| config["api"] = Value::Null).await;
    names_the_entry("api.driver", |config| config["api"]["driver"] = "another".into()).await;
    names_the_entry("api.base_url", |config| config["api"]["base_url"] = "http://api.contoso.example".into()).await;
    names_the_entry("brand.product_name", |config| config["brand"]["product_name"] = " ".into()).await;
    names_the_entry("links.support", |config| config["links"]["support"] = "javascript:alert(1)".into()).await;
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

/// Reads in place of the app what is wrong, with the focus on it, and a way to get help.
async fn reads_the_failure(person: &Person, title: &Message) {
    person.waits_until("the failure has the focus", "return document.activeElement.matches('#app > .failure')").await;
    let shown = person.script_text("return document.querySelector('#app').innerText").await;
    for message in [title, &text::RELOAD, &text::FOOTER_SUPPORT] {
        assert!(shown.contains(&person.reads(message)), "{shown}");
    }
    let titles = "return [...document.querySelectorAll('#app h1')].map(title => title.innerText)";
    assert_eq!(person.script(titles).await, json!([person.reads(title)]));
    let contact = "return document.querySelector('#app .failure a').href";
    assert_eq!(person.script(contact).await, "mailto:support@contoso.example");
}

#[tokio::test]
async fn a_site_without_its_webassembly_says_so() {
    for language in Language::ALL {
        // What comes in its place is not what the page names, which the browser says too.
        let visit = Visit { console_may_say: &["integrity"], ..Visit::in_language(language) };
        visit
            .take(async |person| {
                person.site.lose_assets(".wasm");
                person.visits(&format!("/{}/", language.tag())).await;
                reads_the_failure(person, &text::FAILURE_LOAD_TITLE).await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_site_without_its_texts_says_so() {
    visit(async |person| {
        person.site.lose_assets(".json");
        person.visits("/en/recover/").await;
        reads_the_failure(person, &text::FAILURE_LOAD_TITLE).await;
    })
    .await;
}

/// The script that the page loads the app with.
fn glue(page: &str) -> &str {
    let (_, rest) = page.split_once(r#"rel="modulepreload" href="/"#).expect("it is preloaded");
    rest.split_once('"').expect("the attribute ends").0
}

#[tokio::test]
async fn loading_again_helps_when_everything_is_back() {
    visit(async |person| {
        let page = person.site.file("en/index.html");
        let glue = glue(&page);
        let content = person.site.file(glue);
        person.site.lose_assets(glue.trim_start_matches("assets"));
        person.visits("/en/").await;
        reads_the_failure(person, &text::FAILURE_LOAD_TITLE).await;

        person.site.write(glue, &content);
        person.presses(&text::RELOAD).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_browser_without_webassembly_is_told() {
    visit(async |person| {
        let without = json!({ "source": "delete globalThis.WebAssembly" });
        let cdp = person.driver.cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", without).await.expect("Chromium knows this command");
        person.visits("/en/").await;
        reads_the_failure(person, &text::FAILURE_BROWSER_TITLE).await;
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
