//! Everything without a mouse: one always sees where one is, and lands where it goes on.

use crate::harness::{NEW_PASSWORD, Person, visit};
use partner_recovery::domain::account::UserIdProblem;
use partner_recovery::i18n::{text, wording};
use thirtyfour::prelude::Key;

const USER_ID: &str = "user@contoso.example";
const WRONG_PASSWORD: &str = "a wrong password";

/// The way on.
const SUBMIT: &str = "main form button[type=submit]";

/// The way of showing to be a person that is chosen.
const WAY: &str = "[name=captcha-way]:checked";

/// Types into a field and sends the form, without a look at the button.
async fn enters(person: &Person, id: &str, words: &str) {
    person.tabs_to(&format!("#{id}")).await;
    person.hits(words).await;
    person.hits(Key::Enter).await;
}

/// From a failed sign-in to the question for the user ID.
async fn cannot_sign_in(person: &Person) {
    person.opens("").await;
    enters(person, "user-id", USER_ID).await;
    person.arrives_at(&text::PASSWORD_TITLE).await;
    enters(person, "password", WRONG_PASSWORD).await;
    person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
    person.tabs_to_labelled(&text::CANNOT_ACCESS).await;
    person.hits(Key::Enter).await;

    person.arrives_at(&text::SITUATION_TITLE).await;
    person.tabs_to("#situation").await;
    person.hits(" ").await;
    person.tabs_to(SUBMIT).await;
    person.hits(" ").await;

    person.arrives_at(&text::ACCOUNT_TYPE_TITLE).await;
    person.tabs_to("#account-type").await;
    // To the other answer and back again.
    person.hits(Key::Down).await;
    person.has_focus_on("account-type-1").await;
    person.hits(Key::Up).await;
    person.has_focus_on("account-type").await;
    person.hits(Key::Enter).await;
    person.arrives_at(&text::IDENTIFY_TITLE).await;
    assert_eq!(person.typed("user-id").await, USER_ID);
}

/// From the code to the account, and out again.
async fn gets_back_in(person: &Person) {
    person.arrives_at(&text::ENTER_CODE_TITLE).await;
    let code = person.site.api.code_sent_to(USER_ID).await;
    enters(person, "code", &code).await;
    person.arrives_at(&text::SET_PASSWORD_TITLE).await;
    enters(person, "new-password", NEW_PASSWORD).await;
    person.arrives_at(&text::DONE_TITLE).await;
    person.tabs_to_labelled(&text::GO_TO_SIGN_IN).await;
    person.hits(Key::Enter).await;

    person.arrives_at(&text::SIGN_IN_TITLE).await;
    person.tabs_to(SUBMIT).await;
    person.hits(Key::Enter).await;
    person.arrives_at(&text::PASSWORD_TITLE).await;
    enters(person, "password", NEW_PASSWORD).await;
    person.arrives_at(&text::ACCOUNT_TITLE).await;
    person.tabs_to_labelled(&text::SIGN_OUT).await;
    person.hits(Key::Enter).await;
    person.arrives_at(&text::SIGN_IN_TITLE).await;
}

#[tokio::test]
async fn the_whole_way_needs_no_mouse() {
    visit(async |person| {
        cannot_sign_in(person).await;
        let answer = person.reads_the_picture().await;
        enters(person, "captcha-answer", &answer).await;
        gets_back_in(person).await;
    })
    .await;
}

#[tokio::test]
async fn the_recording_needs_no_mouse() {
    visit(async |person| {
        cannot_sign_in(person).await;
        let answer = person.reads_the_picture().await;
        person.tabs_to(WAY).await;
        person.hits(Key::Right).await;
        person.has_focus_on("captcha-way-audio").await;
        person.tabs_to_labelled(&text::CAPTCHA_PLAY).await;
        person.hits(Key::Enter).await;
        person.tabs_to("#captcha-volume").await;
        person.hits(Key::Left).await;
        assert_eq!(person.typed("captcha-volume").await, "90");
        enters(person, "captcha-answer", &answer).await;
        person.arrives_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

/// Where somebody is who has not moved: still where the last key was pressed.
async fn has_not_lost_the_place(person: &Person) {
    let nowhere = "return document.activeElement === document.body";
    assert_eq!(person.script(nowhere).await, false, "the focus is gone:\n{}", person.shown().await);
}

#[tokio::test]
async fn the_calculation_needs_no_mouse() {
    visit(async |person| {
        cannot_sign_in(person).await;
        person.tabs_to(WAY).await;
        person.hits(Key::Right + Key::Right).await;
        person.has_focus_on("captcha-way-work").await;
        person.tabs_to("#captcha-work").await;
        person.hits(Key::Enter).await;
        has_not_lost_the_place(person).await;
        person.sees(&text::CAPTCHA_WORK_DONE).await;
        has_not_lost_the_place(person).await;
        person.tabs_to(SUBMIT).await;
        person.hits(Key::Enter).await;
        person.arrives_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

/// Follows the way around what stands on every page, and stays on the screen that was there.
async fn skips_to_the_content(person: &Person, first_stop: &str) {
    person.tabs_to(".skip").await;
    person.hits(Key::Enter).await;
    person.hits(Key::Tab).await;
    let stop = "const [stop] = arguments; return document.activeElement.matches(stop)";
    assert_eq!(person.script_with(stop, vec![first_stop.into()]).await, true, "the content begins with {first_stop}");
}

#[tokio::test]
async fn what_is_on_every_page_can_be_skipped() {
    visit(async |person| {
        person.opens("").await;
        // It is the first thing on the page.
        person.hits(Key::Tab).await;
        assert_eq!(person.script("return document.activeElement.matches('.skip')").await, true);
        skips_to_the_content(person, "#user-id").await;
        person.is_at(&text::SIGN_IN_TITLE).await;

        person.reaches_code(USER_ID).await;
        person.types_into("code", "12").await;
        skips_to_the_content(person, "#code").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        assert_eq!(person.typed("code").await, "12", "nothing that was typed is lost");
        // And it is no step that Back would have to go back over.
        person.goes_back().await;
        person.is_at(&text::IDENTIFY_TITLE).await;
    })
    .await;
}

/// From the summary to a field that it names, on a screen that stays.
async fn is_led_to(person: &Person, id: &str) {
    person.has_focus_on("problem-summary").await;
    let (heading, path) = (person.heading().await, person.path().await);
    person.tabs_to(&format!("#problem-summary a[href='#{id}']")).await;
    person.hits(Key::Enter).await;
    person.has_focus_on(id).await;
    assert_eq!((person.heading().await, person.path().await), (heading, path));
}

#[tokio::test]
async fn a_problem_leads_to_its_field() {
    visit(async |person| {
        person.opens("").await;
        person.submits().await;
        is_led_to(person, "user-id").await;
        person.opens("recover/").await;
        person.submits().await;
        is_led_to(person, "situation").await;

        person.reaches_identify().await;
        person.reads_the_picture().await;
        for field in ["user-id", "captcha-answer"] {
            person.submits().await;
            person.sees_problem(&wording::user_id_problem(UserIdProblem::Missing)).await;
            is_led_to(person, field).await;
        }
        person.tabs_to_labelled(&text::BACK).await;
        person.hits(Key::Enter).await;
        person.arrives_at(&text::ACCOUNT_TYPE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn a_password_can_be_looked_at() {
    visit(async |person| {
        let is_shown = "return document.getElementById('password').type === 'text'";
        person.opens("").await;
        enters(person, "user-id", USER_ID).await;
        person.arrives_at(&text::PASSWORD_TITLE).await;
        person.tabs_to("#password").await;
        person.hits(WRONG_PASSWORD).await;
        assert_eq!(person.script(is_shown).await, false);
        for (label, shown, said) in [
            (&text::SHOW_PASSWORD, true, &text::PASSWORD_SHOWN),
            (&text::HIDE_PASSWORD, false, &text::PASSWORD_HIDDEN),
            (&text::SHOW_PASSWORD, true, &text::PASSWORD_SHOWN),
        ] {
            person.tabs_to_labelled(label).await;
            person.hits(" ").await;
            let said = person.reads(said);
            let status = "return document.querySelector('.password-row [role=status]').textContent";
            person.until("it is said", async || (person.script_text(status).await == said).then_some(())).await;
            assert_eq!(person.script(is_shown).await, shown);
            assert_eq!(person.typed("password").await, WRONG_PASSWORD);
        }
        // What was sent is hidden again, and so is what is typed next.
        person.tabs_to(SUBMIT).await;
        person.hits(Key::Enter).await;
        person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
        assert_eq!(person.script(is_shown).await, false);
    })
    .await;
}
