//! Everything works with keys alone, and one always sees where one is.

use crate::harness::{NEW_PASSWORD, Person, visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;
use thirtyfour::prelude::*;

/// Whether what has the focus can be seen to have it: in the window, with an outline. An answer has it around its box.
const FOCUS_IS_VISIBLE: &str = "
    const focused = document.activeElement.closest('.answer') ?? document.activeElement;
    const box = focused.getBoundingClientRect();
    const style = getComputedStyle(focused);
    return box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
        && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2";

/// More than there are things to go to on any screen.
const MOST_TABS: usize = 40;

async fn hits(person: &Person, key: Key) {
    person.driver.action_chain().send_keys(key).perform().await.expect("keys can be pressed");
}

/// Goes on with Tab until something matches; everything on the way shows that it has the focus.
async fn tabs_to(person: &Person, selector: &str) {
    for _ in 0..MOST_TABS {
        hits(person, Key::Tab).await;
        let is_on_page = person.script("return document.activeElement !== document.body").await;
        if is_on_page == true {
            let what = person.script_text("return document.activeElement.outerHTML").await;
            assert_eq!(person.script(FOCUS_IS_VISIBLE).await, true, "the focus cannot be seen on {what}");
        }
        if person.script(&format!("return document.activeElement.matches({selector:?})")).await == true {
            return;
        }
    }
    panic!("{selector} cannot be reached with Tab");
}

async fn types(person: &Person, words: &str) {
    person.driver.action_chain().send_keys(words).perform().await.expect("keys can be pressed");
}

/// A new screen begins at its heading.
async fn is_at_heading(person: &Person, heading: &partner_recovery::i18n::Message) {
    person.is_at(heading).await;
    person.has_focus_on("heading").await;
}

#[tokio::test]
async fn the_whole_way_with_keys() {
    visit(async |person| {
        let user_id = "two-methods@contoso.example";
        person.opens("").await;
        tabs_to(person, "#user-id").await;
        types(person, user_id).await;
        tabs_to(person, "a[href$='/recover/']").await;
        hits(person, Key::Enter).await;

        is_at_heading(person, &text::SITUATION_TITLE).await;
        tabs_to(person, "#situation").await;
        hits(person, Key::Space).await;
        tabs_to(person, "[type=submit]").await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::ACCOUNT_TYPE_TITLE).await;
        tabs_to(person, "#account-type").await;
        hits(person, Key::Space).await;
        hits(person, Key::Down).await;
        assert_eq!(person.focused().await, "account-type-1");
        hits(person, Key::Up).await;
        hits(person, Key::Enter).await;

        is_at_heading(person, &text::IDENTIFY_TITLE).await;
        person.reads_the_picture().await;
        tabs_to(person, "#captcha-way-picture").await;
        hits(person, Key::Down).await;
        assert_eq!(person.focused().await, "captcha-way-audio");
        hits(person, Key::Down).await;
        assert_eq!(person.focused().await, "captcha-way-work");
        tabs_to(person, "#captcha-work").await;
        hits(person, Key::Enter).await;
        person.sees(&text::CAPTCHA_WORK_DONE).await;
        tabs_to(person, "[type=submit]").await;
        hits(person, Key::Space).await;

        is_at_heading(person, &text::CHOOSE_METHOD_TITLE).await;
        tabs_to(person, "#method").await;
        hits(person, Key::Space).await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::ENTER_CODE_TITLE).await;
        tabs_to(person, "#code").await;
        types(person, &person.site.api.code_sent_to(user_id).await).await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::SET_PASSWORD_TITLE).await;
        tabs_to(person, "#new-password").await;
        types(person, NEW_PASSWORD).await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::DONE_TITLE).await;

        tabs_to(person, "main a.button").await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::SIGN_IN_TITLE).await;
        assert_eq!(person.typed("user-id").await, user_id);
        tabs_to(person, "[type=submit]").await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::PASSWORD_TITLE).await;
        tabs_to(person, "#password").await;
        types(person, NEW_PASSWORD).await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::ACCOUNT_TITLE).await;
        tabs_to(person, "[type=submit]").await;
        hits(person, Key::Enter).await;
        is_at_heading(person, &text::SIGN_IN_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn the_first_key_leads_past_the_top() {
    visit(async |person| {
        person.opens("").await;
        hits(person, Key::Tab).await;
        assert_eq!(
            person.script_text("return document.activeElement.textContent").await,
            person.reads(&text::SKIP_TO_CONTENT)
        );
        assert_eq!(person.script(FOCUS_IS_VISIBLE).await, true);
        hits(person, Key::Enter).await;
        hits(person, Key::Tab).await;
        assert_eq!(person.focused().await, "user-id");

        // It is not a step of a journey.
        person.reaches_identify().await;
        tabs_to(person, "a.skip").await;
        hits(person, Key::Enter).await;
        person.has_focus_on("main").await;
        person.is_still_at(&text::IDENTIFY_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn the_summary_leads_to_the_field() {
    visit(async |person| {
        person.opens("").await;
        tabs_to(person, "#user-id").await;
        hits(person, Key::Enter).await;
        person.sees_problem(&text::USER_ID_MISSING).await;
        hits(person, Key::Tab).await;
        hits(person, Key::Enter).await;
        person.has_focus_on("user-id").await;
        // The same slip again takes the focus again.
        hits(person, Key::Enter).await;
        person.sees_problem(&text::USER_ID_MISSING).await;

        person.reaches_situation().await;
        person.submits().await;
        person.sees_problem(&text::CHOOSE_ONE).await;
        hits(person, Key::Tab).await;
        hits(person, Key::Enter).await;
        person.has_focus_on("situation").await;

        person.reaches_identify().await;
        person.presses(&text::CAPTCHA_WORK).await;
        person.submits().await;
        person.sees_problem(&text::CAPTCHA_WORK_MISSING).await;
        hits(person, Key::Tab).await;
        hits(person, Key::Tab).await;
        hits(person, Key::Enter).await;
        person.has_focus_on("captcha-work").await;
        person.is_still_at(&text::IDENTIFY_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_password_can_be_shown_and_hidden() {
    visit(async |person| {
        let kind = "return document.getElementById('password').type";
        person.opens("").await;
        person.answers("user-id", "user@contoso.example").await;
        person.is_at(&text::PASSWORD_TITLE).await;
        tabs_to(person, "#password").await;
        types(person, PASSWORD).await;
        assert_eq!(person.script(kind).await, "password");
        tabs_to(person, ".password-toggle").await;
        hits(person, Key::Space).await;
        person.sees(&text::HIDE_PASSWORD).await;
        person.sees(&text::PASSWORD_SHOWN).await;
        assert_eq!(person.script(kind).await, "text");
        assert_eq!(person.typed("password").await, PASSWORD);
        hits(person, Key::Enter).await;
        person.sees(&text::PASSWORD_HIDDEN).await;
        assert_eq!(person.script(kind).await, "password");
        assert_eq!(person.journal.count("POST /v1/session").await, 0, "the button sends nothing");
    })
    .await;
}

#[tokio::test]
async fn a_refused_password_is_hidden_again() {
    visit(async |person| {
        person.opens("").await;
        person.signs_in("user@contoso.example", "not this one").await;
        person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
        person.presses(&text::SHOW_PASSWORD).await;
        person.sees(&text::HIDE_PASSWORD).await;
        person.answers("password", "nor this one").await;
        person.sees(&text::SHOW_PASSWORD).await;
        assert_eq!(person.script("return document.getElementById('password').type").await, "password");
    })
    .await;
}
