//! A new build is uploaded while the old one is open in a browser: nobody loses anything but secrets.
//!
//! The new build, B, is made of the one that was built, A, as far as a browser can tell two builds apart: its app and its
//! English texts have other contents, hence other names and digests, and its pages name these. B's app is A's with a
//! custom section that says nothing to the browser (WebAssembly Core Specification, section 2.5: these may stand
//! anywhere); so it behaves the same, and what differs on the screen is one text.

use crate::harness::{Language, Person, Site, Visit, visit};
use crate::stand_in::sentinels::PASSWORD;
use base64::prelude::{BASE64_STANDARD, Engine};
use partner_recovery::help::Topic;
use partner_recovery::i18n::{Message, text};
use sha2::{Digest, Sha256};

/// What B says instead of [`text::FOOTER_SUPPORT`].
const B_SAYS: &str = "Write to support";

/// The custom section `B` without content.
const SECTION: &[u8] = &[0, 2, 1, b'B'];

/// What says as little in the app as JavaScript.
const COMMENT: &[u8] = b"//B";

/// What becomes of the files of A that B does not have.
#[derive(PartialEq, Eq)]
enum OldAssets {
    Kept,
    Removed,
}

/// Uploads B in the order that docs/deploying.md says: the assets, then what names them, then the end of the old ones.
fn upload(site: &Site, old_assets: OldAssets) {
    let page = site.file("en/index.html");
    let (app, texts) = (site.app(), texts_of(&page));
    let mut changes = vec![];
    let mut change = |old: &str, content: Vec<u8>| {
        let new = renamed(old, &content);
        changes.push((digest(&site.bytes(old)), digest(&content)));
        changes.push((format!("/{old}"), format!("/{new}")));
        site.write(&new, content);
    };
    let addition = if app.ends_with(".wasm") { SECTION } else { COMMENT };
    change(&app, [&site.bytes(&app), addition].concat());
    let a_says = text_of(&text::FOOTER_SUPPORT);
    let said = site.file(&texts).replace(&format!("\"{a_says}\""), &format!("\"{B_SAYS}\""));
    assert!(said.contains(B_SAYS), "{a_says} is among the texts");
    change(&texts, said.into_bytes());
    for (before, after) in [(">", "<"), ("\"", "\"")] {
        changes.push((format!("{before}{a_says}{after}"), format!("{before}{B_SAYS}{after}")));
    }

    for page in site.files().iter().filter(|file| file.ends_with(".html")) {
        let html = changes.iter().fold(site.file(page), |html, (old, new)| html.replace(old, new));
        site.write(page, html);
    }
    if old_assets == OldAssets::Removed {
        for old in [&app, &texts] {
            site.lose_assets(old.trim_start_matches("assets/"));
        }
    }
}

fn text_of(message: &Message) -> String {
    Language::English.say(message)
}

/// The file with the texts that are in a page.
fn texts_of(page: &str) -> String {
    let (_, rest) = page.split_once(r#"data-file="/"#).expect("the page has its texts");
    rest.split_once('"').expect("the attribute ends").0.to_owned()
}

fn digest(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// `assets/name.hash.ending` with the hash of this content.
fn renamed(path: &str, content: &[u8]) -> String {
    let (start, ending) = path.rsplit_once('.').expect("it has an ending");
    let (name, old) = start.rsplit_once('.').expect("it has a hash");
    let hash: String = Sha256::digest(content).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    assert_ne!(hash, old, "{path} has changed");
    format!("{name}.{hash}.{ending}")
}

/// What the footer says, which tells the builds apart.
async fn footer_says(person: &Person, words: &str) {
    let footer = "return document.querySelector('footer').innerText";
    person
        .until(&format!("the footer says “{words}”"), async || {
            person.script_text(footer).await.contains(words).then_some(())
        })
        .await;
}

#[tokio::test]
async fn an_open_page_goes_on_working_with_everything_that_is_its_own() {
    visit(async |person| {
        person.reaches_the_password().await;
        upload(&person.site, OldAssets::Kept);

        // Of A, these were not loaded before.
        person.switches_the_language().await;
        person.is_at(&text::PASSWORD_TITLE).await;
        person.switches_the_language().await;
        footer_says(person, &text_of(&text::FOOTER_SUPPORT)).await;
        person.presses(&text::FOOTER_HELP).await;
        person.is_at(&Topic::CannotSignIn.title()).await;
        person.goes_back().await;
        person.is_at(&text::PASSWORD_TITLE).await;

        person.loads_the_page_again().await;
        footer_says(person, B_SAYS).await;
        person.is_at(&text::SIGN_IN_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_open_page_goes_on_working_when_its_files_are_gone() {
    visit(async |person| {
        person.reaches_the_password().await;
        upload(&person.site, OldAssets::Removed);
        person.answers("password", PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        footer_says(person, &text_of(&text::FOOTER_SUPPORT)).await;

        person.loads_the_page_again().await;
        footer_says(person, B_SAYS).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}

/// The page is there, and what it asks for is gone when its request arrives.
#[tokio::test]
async fn a_page_whose_app_is_gone_loads_the_new_one_and_loses_only_secrets() {
    // What comes in the place of the app is not what the page names, which the browser says too.
    let visit = Visit { console_may_say: &["integrity"], ..Visit::default() };
    visit
        .take(async |person| {
            let app = person.site.app();
            person.is_held_up(&format!("*/{app}")).await;
            person.visits("/en/request/status/").await;
            footer_says(person, &text_of(&text::FOOTER_SUPPORT)).await;
            person.types_into("number", "SR-11112222").await;
            person.types_into("access-code", "ABCD-EFGH-JKMN").await;
            person.is_without_the_app().await;
            upload(&person.site, OldAssets::Removed);
            person.is_held_up_no_longer().await;

            person.has_the_app().await;
            footer_says(person, B_SAYS).await;
            assert_eq!(person.typed("number").await, "SR-11112222");
            assert_eq!(person.typed("access-code").await, "");
            let kind = "return performance.getEntriesByType('navigation')[0].type";
            assert_eq!(person.script(kind).await, "reload");
            // It was opened, then what is kept of it was replaced, then it was loaded again, and that once.
            assert_eq!(person.journal.count("GET /en/request/status/").await, 3);
        })
        .await;
}
