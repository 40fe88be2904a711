//! How the site begins, and what it says when it cannot.

use crate::harness::{Language, Person, Visit, visit};
use partner_recovery::i18n::{Message, text};

#[tokio::test]
async fn the_first_page_speaks_the_language_of_the_browser() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                person.visits("/").await;
                person.is_at(&text::SIGN_IN_TITLE).await;
                assert_eq!(person.path().await, format!("/{}/", language.tag()));
            })
            .await;
    }
}

#[tokio::test]
async fn an_unknown_address_leads_on() {
    visit(async |person| {
        person.visits("/en/nowhere/").await;
        for language in Language::ALL {
            person.sees_text(&language.say(&text::NOT_FOUND_TITLE)).await;
        }
        person.presses(&text::GO_TO_SIGN_IN).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
    })
    .await;
}

/// What the page says in place of the app. `data-started` is not waited for: it may never come.
async fn says(person: &Person, path: &str, title: &Message, words: &str) {
    person.visits(path).await;
    person.sees_text(&person.reads(title)).await;
    person.sees_text(words).await;
}

async fn names_the_entry(change: fn(&mut serde_json::Value), entry: &str) {
    let spoilt = Visit { config: change, ..Visit::default() };
    spoilt
        .take(async |person| {
            says(person, "/en/", &text::CONFIGURATION_TITLE, &person.reads(&text::configuration_problem(entry.into())))
                .await;
        })
        .await;
}

#[tokio::test]
async fn a_wrong_entry_in_the_configuration_is_named() {
    names_the_entry(|config| config["api"]["driver"] = "other".into(), "api.driver").await;
}

#[tokio::test]
async fn a_dangerous_entry_in_the_configuration_is_named() {
    names_the_entry(|config| config["links"]["support"] = "javascript:alert(1)".into(), "links.support").await;
}

#[tokio::test]
async fn a_configuration_that_is_no_json_is_named() {
    visit(async |person| {
        person.site.write("config.json", "{ not json");
        says(person, "/en/", &text::CONFIGURATION_TITLE, "config.json").await;
    })
    .await;
}

/// It says so itself, offers to load the page again, and shows where to find help.
async fn cannot_start(person: &Person) {
    says(person, "/en/", &text::FAILURE_LOAD_TITLE, &person.reads(&text::FAILURE_LOAD)).await;
    let support = person.labelled(&text::FOOTER_SUPPORT).await;
    assert_eq!(support.attr("href").await.unwrap().as_deref(), Some("mailto:support@contoso.example"));
    person.presses(&text::RELOAD).await;
    person.sees(&text::FAILURE_LOAD_TITLE).await;
}

#[tokio::test]
async fn without_its_webassembly_the_page_says_so() {
    // What comes in its place is not what the page was built with.
    let spoilt = Visit { console_may_say: &["integrity"], ..Visit::default() };
    spoilt
        .take(async |person| {
            person.site.lose_assets(".wasm");
            cannot_start(person).await;
        })
        .await;
}

#[tokio::test]
async fn without_its_javascript_the_page_says_so() {
    visit(async |person| {
        let page = person.site.file("en/index.html");
        let (_, glue) = page.split_once("modulepreload\" href=\"/assets/").expect("the page names it");
        let (glue, _) = glue.split_once('"').expect("the name ends");
        person.site.lose_assets(glue);
        cannot_start(person).await;
    })
    .await;
}

#[tokio::test]
async fn without_the_texts_of_another_language_the_page_stays_in_this_one() {
    visit(async |person| {
        person.opens("").await;
        let page = person.site.file("ja/index.html");
        let (_, pack) = page.split_once("data-pack=\"/assets/ja.").expect("the page names it");
        let (pack, _) = pack.split_once('"').expect("the name ends");
        person.site.lose_assets(pack);
        person.element("header a[hreflang=ja]").await.click().await.unwrap();
        let told = person.reads(&text::PROBLEM_UNREACHABLE);
        person
            .until("it is announced", async || {
                let announced = person.script_text("return document.getElementById('announcement').innerText").await;
                (announced == told).then_some(())
            })
            .await;
        person.is_at(&text::SIGN_IN_TITLE).await;
    })
    .await;
}
