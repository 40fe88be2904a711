//! What has to hold on every screen and for every problem, in every language and in both colour schemes: WCAG 2.2 as far
//! as a machine can tell, and what axe calls best practices.

use crate::harness::{
    Language, Person, Stop, Visit, tour_of_stops, tour_of_support, tour_of_the_account, tour_of_the_way, visit,
};
use partner_recovery::help::Topic;
use partner_recovery::i18n::text;
use partner_recovery::route::Route;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::sync::Mutex;

/// Every rule, those that are off by default too. What is found is told in words.
const RUN_AXE: &str = "
    const [done] = arguments;
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    axe.run(document, { rules, resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.map(({ id, help, nodes }) =>
            `${id}: ${help}: ` + nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | '))),
        error => done([String(error)]))";

/// While colours fade into others, they cannot be judged.
const NOTHING_CHANGES: &str =
    "return document.getAnimations().every(animation => !(animation instanceof CSSTransition))";

/// Targets that are too small and not in a line of text (WCAG 2.2, SC 2.5.8). Of a radio button with a label, both together
/// are the target.
const SMALL_TARGETS: &str = "
    return [...document.querySelectorAll('a[href], button, input, summary')]
        .filter(target => target.checkVisibility({ visibilityProperty: true }) && !target.closest('.visually-hidden, .skip'))
        .filter(target => getComputedStyle(target).display !== 'inline' || !target.closest('p'))
        .map(target => ({ target, box: (target.type === 'radio' ? target.parentElement : target).getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ target, box }) => `${target.outerHTML} ${box.width} × ${box.height}`)";

/// What sticks out of the page to the right.
const TOO_WIDE: &str = "
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > clientWidth)
        .map(element => `${element.tagName}.${element.className} ${element.getBoundingClientRect().right}`)";

/// The text of axe-core, which `make test` fetches.
fn axe() -> String {
    let path = env::var("AXE_JS").expect("AXE_JS names the axe.min.js of axe-core: run `make test`");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("AXE_JS is {path}: {error}"))
}

/// Lets the browser behave as if the person had set this.
async fn prefers(person: &Person, feature: &str, value: &str) {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    person.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await.expect("Chromium knows this command");
}

async fn has_a_window_of(person: &Person, width: u32) {
    let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    let cdp = person.driver.cdp();
    cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await.expect("Chromium knows this command");
}

async fn finds_nothing(person: &Person, what: &str, found: Value) {
    let found = found.as_array().unwrap_or_else(|| panic!("{what}: {found}")).clone();
    assert!(found.is_empty(), "{what} at “{}” ({}): {found:#?}", person.title().await, person.path().await);
}

async fn axe_finds_nothing(person: &Person, scheme: &str) {
    let found = person.driver.execute_async(RUN_AXE, vec![]).await.expect("axe answers").json().clone();
    finds_nothing(person, &format!("axe ({scheme})"), found).await;
}

async fn everybody_can_use_it(person: &Person) {
    if person.script("return typeof axe").await == "undefined" {
        person.script(&axe()).await;
    }
    for scheme in ["light", "dark"] {
        prefers(person, "prefers-color-scheme", scheme).await;
        person.waits_until("the colours have changed", NOTHING_CHANGES).await;
        axe_finds_nothing(person, scheme).await;
    }
    has_a_window_of(person, 320).await;
    finds_nothing(person, "too wide for 320 pixels (SC 1.4.10)", person.script(TOO_WIDE).await).await;
    finds_nothing(person, "smaller than 24 pixels", person.script(SMALL_TARGETS).await).await;
    has_a_window_of(person, 1280).await;
}

/// The title names the screen, and says when something is wrong; the language is declared; what is new was announced.
async fn it_is_told(person: &Person, stop: &Stop) {
    let (heading, product) = (stop.heading.clone(), "Partner Center");
    let title = if stop.has_problem {
        text::window_title_problem(heading.into(), product.into())
    } else {
        text::window_title(heading.into(), product.into())
    };
    assert_eq!(person.title().await, person.reads(&title));
    assert_eq!(person.script("return document.documentElement.lang").await, person.language().tag());
    let announced = person.script("return document.querySelector('#announcement[role=status]').innerText").await;
    // The first screen after loading is read by itself; on both tours that is this one wherever they stop at the first.
    let is_first = stop.heading == text::SIGN_IN_TITLE && announced == "";
    assert!(is_first || announced == person.reads(&stop.heading), "announced: {announced}");
}

async fn the_way(language: Language) {
    Visit::in_language(language)
        .take(async |person| {
            let states = Mutex::new(BTreeSet::new());
            tour_of_the_way(person, async |person, stop| {
                everybody_can_use_it(person).await;
                it_is_told(person, &stop).await;
                let state = (person.title().await, person.heading().await, stop.has_problem);
                states.lock().unwrap().insert(state);
            })
            .await;
            let states = states.into_inner().unwrap();
            let titles: BTreeSet<_> = states.iter().map(|(title, ..)| title).collect();
            assert_eq!(titles.len(), states.len(), "each screen and each state has its own title: {states:#?}");
        })
        .await;
}

async fn the_stops(language: Language) {
    Visit::in_language(language)
        .take(async |person| {
            tour_of_stops(person, as_everybody).await;
        })
        .await;
}

#[tokio::test]
async fn everybody_can_use_the_way_in_english() {
    the_way(Language::English).await;
}

#[tokio::test]
async fn everybody_can_use_the_way_in_japanese() {
    the_way(Language::Japanese).await;
}

#[tokio::test]
async fn everybody_can_use_the_stops_in_english() {
    the_stops(Language::English).await;
}

#[tokio::test]
async fn everybody_can_use_the_stops_in_japanese() {
    the_stops(Language::Japanese).await;
}

/// Looks at a stop as everybody.
async fn as_everybody(person: &Person, stop: Stop) {
    everybody_can_use_it(person).await;
    it_is_told(person, &stop).await;
}

async fn the_account(language: Language) {
    Visit::in_language(language).take(async |person| tour_of_the_account(person, as_everybody).await).await;
}

async fn support(language: Language) {
    Visit::in_language(language).take(async |person| tour_of_support(person, as_everybody).await).await;
}

#[tokio::test]
async fn everybody_can_use_the_account_in_english() {
    the_account(Language::English).await;
}

#[tokio::test]
async fn everybody_can_use_the_account_in_japanese() {
    the_account(Language::Japanese).await;
}

#[tokio::test]
async fn everybody_can_ask_support_in_english() {
    support(Language::English).await;
}

#[tokio::test]
async fn everybody_can_ask_support_in_japanese() {
    support(Language::Japanese).await;
}

#[tokio::test]
async fn everybody_can_use_the_help() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                for topic in Topic::ALL {
                    person.visits(&Route::Help(topic).href(language.tag())).await;
                    person.is_at(&topic.title()).await;
                    everybody_can_use_it(person).await;
                }
            })
            .await;
    }
}

#[tokio::test]
async fn everybody_can_use_a_page_that_does_not_exist() {
    visit(async |person| {
        person.visits("/en/nowhere/").await;
        assert_eq!(person.heading().await, person.reads(&text::NOT_FOUND_TITLE));
        everybody_can_use_it(person).await;
    })
    .await;
}

/// In forced colours everything that can be pressed still has an edge or is underlined; with reduced motion nothing moves.
#[tokio::test]
async fn forced_colours_and_reduced_motion_are_respected() {
    visit(async |person| {
        prefers(person, "forced-colors", "active").await;
        person.reaches_identify().await;
        person.reads_the_picture().await;
        let flat = "return [...document.querySelectorAll('.button')]
            .filter(button => button.checkVisibility() && parseFloat(getComputedStyle(button).borderTopWidth) === 0)
            .map(button => button.outerHTML)";
        finds_nothing(person, "without an edge in forced colours", person.script(flat).await).await;

        prefers(person, "prefers-reduced-motion", "reduce").await;
        person.presses(&text::CAPTCHA_WORK).await;
        person.presses(&text::CAPTCHA_WORK_START).await;
        let moving = "return document.getAnimations().map(animation => animation.effect.target.outerHTML)";
        finds_nothing(person, "moving", person.script(moving).await).await;
    })
    .await;
}
