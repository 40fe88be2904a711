//! Where JavaScript is off: help can be read, and every other page says what to do.

use crate::harness::{Language, Person, Visit, visit};
use partner_recovery::i18n::text;
use partner_recovery::route::Route;
use serde_json::json;

async fn has_no_javascript(person: &Person) {
    let off = json!({ "value": true });
    person
        .driver
        .cdp()
        .send_raw("Emulation.setScriptExecutionDisabled", off)
        .await
        .expect("Chromium knows this command");
}

#[tokio::test]
async fn every_page_that_needs_it_says_so_and_help_does_not_need_it() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                has_no_javascript(person).await;
                for route in Route::ALL {
                    person.visits(&route.href(language.tag())).await;
                    let seen = person.script_text("return document.body.innerText").await;
                    let says_so = seen.contains(&person.reads(&text::WITHOUT_SCRIPT));
                    let is_help = matches!(route, Route::Help(_));
                    assert_eq!(says_so, !is_help, "{}: {seen}", route.href(language.tag()));
                    assert!(seen.contains(&person.reads(&route.title())), "{seen}");
                    assert!(seen.contains(&person.reads(&text::FOOTER_SUPPORT)), "{seen}");
                    let forms = "return [...document.forms].some(form => form.checkVisibility())";
                    assert_eq!(person.script(forms).await, false, "a form that leads nowhere is not shown");
                    assert_eq!(person.script("return 'started' in document.documentElement.dataset").await, false);
                    if is_help {
                        let article = person.script_text("return document.querySelector('article').innerText").await;
                        assert!(article.lines().count() > 10, "the article is there: {article}");
                    }
                }
            })
            .await;
    }
}

#[tokio::test]
async fn the_address_without_a_language_lets_one_choose() {
    visit(async |person| {
        has_no_javascript(person).await;
        person.visits("/").await;
        for language in Language::ALL {
            person.sees_text(&language.say(&text::LANGUAGE_NAME)).await;
            person.sees_text(&language.say(&text::CHOOSE_LANGUAGE)).await;
        }
        person.presses(&text::LANGUAGE_NAME).await;
        person.until("the language is chosen", async || (person.path().await == "/en/").then_some(())).await;
    })
    .await;
}
