//! Every screen, and what it looks like when something is wrong there: for what has to hold everywhere.

mod account;
mod support;

use super::journey::{NEW_PASSWORD, Way};
use super::person::Person;
use partner_recovery::i18n::{Message, text};

/// Where the tour stops.
pub struct Stop {
    pub heading: Message,
    /// Whether something is wrong there.
    pub has_problem: bool,
    /// A field that was typed into, with what stands in it.
    pub typed: Option<(&'static str, &'static str)>,
}

impl Stop {
    fn at(heading: Message) -> Self {
        Self { heading, has_problem: false, typed: None }
    }

    fn with_a_problem(self) -> Self {
        Self { has_problem: true, ..self }
    }

    fn with(self, field: &'static str, typed: &'static str) -> Self {
        Self { typed: Some((field, typed)), ..self }
    }
}

const CHOICE: &str = "two-methods@contoso.example";

/// The way from locked out to the account, with what can be wrong on it. `look` is called at every stop.
pub async fn tour_of_the_way(person: &Person, look: impl AsyncFn(&Person, Stop)) {
    let stop = stopping(person, &look);
    sign_in(person, &stop).await;
    recovery(person, &stop).await;
    account::own_password(person, &stop).await;
}

/// The pages of somebody who is signed in, with what can be wrong there. `look` is called at every stop.
pub async fn tour_of_the_account(person: &Person, look: impl AsyncFn(&Person, Stop)) {
    let stop = stopping(person, &look);
    account::users(person, &stop).await;
    account::verification(person, &stop).await;
    account::admins_only(person, &stop).await;
}

/// The way to support and what becomes of it, with what can be wrong on it. `look` is called at every stop.
pub async fn tour_of_support(person: &Person, look: impl AsyncFn(&Person, Stop)) {
    let stop = stopping(person, &look);
    support::request(person, &stop).await;
    support::status(person, &stop).await;
}

/// Waits until a stop is reached, and looks.
fn stopping(person: &Person, look: &impl AsyncFn(&Person, Stop)) -> impl AsyncFn(Stop) {
    async move |stop: Stop| {
        if stop.has_problem {
            person.sees(&text::PROBLEM_SUMMARY).await;
            person.sees(&stop.heading).await;
        } else {
            person.is_at(&stop.heading).await;
        }
        look(person, stop).await;
    }
}

async fn sign_in(person: &Person, stop: &impl AsyncFn(Stop)) {
    person.opens("").await;
    stop(Stop::at(text::SIGN_IN_TITLE)).await;
    person.submits().await;
    stop(Stop::at(text::SIGN_IN_TITLE).with_a_problem()).await;
    person.types_into("user-id", CHOICE).await;
    stop(Stop::at(text::SIGN_IN_TITLE).with_a_problem().with("user-id", CHOICE)).await;
    person.submits().await;
    person.is_at(&text::PASSWORD_TITLE).await;
    person.types_into("password", "half a pass").await;
    stop(Stop::at(text::PASSWORD_TITLE).with("password", "half a pass")).await;
    person.submits().await;
    person.sees(&text::PROBLEM_SIGN_IN_FAILED).await;
    stop(Stop::at(text::PASSWORD_TITLE).with_a_problem()).await;
    person.presses(&text::CANNOT_ACCESS).await;
}

async fn recovery(person: &Person, stop: &impl AsyncFn(Stop)) {
    stop(Stop::at(text::SITUATION_TITLE)).await;
    person.submits().await;
    stop(Stop::at(text::SITUATION_TITLE).with_a_problem()).await;
    for (situation, advice) in [
        (text::SITUATION_ONLY_ADMIN_LOCKED_OUT, text::ADVICE_ONLY_ADMIN_TITLE),
        (text::SITUATION_ADMIN_HAS_LEFT, text::ADVICE_ADMIN_LEFT_TITLE),
        (text::SITUATION_COLLEAGUE_LOCKED_OUT, text::ADVICE_COLLEAGUE_TITLE),
        (text::SITUATION_TEMPORARY_PASSWORD, text::ADVICE_TEMPORARY_TITLE),
    ] {
        person.chooses(&situation).await;
        stop(Stop::at(advice)).await;
        person.presses(&text::BACK).await;
        person.is_at(&text::SITUATION_TITLE).await;
    }
    person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
    stop(Stop::at(text::ACCOUNT_TYPE_TITLE)).await;
    person.submits().await;
    stop(Stop::at(text::ACCOUNT_TYPE_TITLE).with_a_problem()).await;
    person.chooses(&text::ACCOUNT_TYPE_WORK).await;
    person.is_at(&text::IDENTIFY_TITLE).await;
    person.reads_the_picture().await;
    stop(Stop::at(text::IDENTIFY_TITLE)).await;
    person.submits().await;
    person.types_into("captcha-answer", "ab").await;
    stop(Stop::at(text::IDENTIFY_TITLE).with_a_problem().with("captcha-answer", "ab")).await;
    person.presses(&text::CAPTCHA_AUDIO).await;
    person.sees(&text::CAPTCHA_AUDIO_LABEL).await;
    stop(Stop::at(text::IDENTIFY_TITLE).with_a_problem().with("captcha-answer", "ab")).await;
    person.shows_to_be_a_person(Way::Work).await;
    stop(Stop::at(text::IDENTIFY_TITLE).with_a_problem()).await;
    person.submits().await;
    stop(Stop::at(text::CHOOSE_METHOD_TITLE)).await;
    person.submits().await;
    stop(Stop::at(text::CHOOSE_METHOD_TITLE).with_a_problem()).await;
    person.chooses_the_way_at(0).await;
    person.is_at(&text::ENTER_CODE_TITLE).await;
    person.types_into("code", "12").await;
    stop(Stop::at(text::ENTER_CODE_TITLE).with("code", "12")).await;
    person.submits().await;
    stop(Stop::at(text::ENTER_CODE_TITLE).with_a_problem()).await;
    person.enters_the_code_for(CHOICE).await;
    person.is_at(&text::SET_PASSWORD_TITLE).await;
    person.types_into("new-password", "half a pass").await;
    stop(Stop::at(text::SET_PASSWORD_TITLE).with("new-password", "half a pass")).await;
    person.submits().await;
    stop(Stop::at(text::SET_PASSWORD_TITLE).with_a_problem()).await;
    person.answers("new-password", NEW_PASSWORD).await;
    stop(Stop::at(text::DONE_TITLE)).await;
}

/// The screens at which a recovery waits or does not go on. `look` is called at every stop.
pub async fn tour_of_stops(person: &Person, look: impl AsyncFn(&Person, Stop)) {
    let stop = async |heading: Message| {
        person.is_at(&heading).await;
        look(person, Stop::at(heading)).await;
    };
    person.reaches_account_type().await;
    person.chooses(&text::ACCOUNT_TYPE_PERSONAL).await;
    stop(text::STOP_PERSONAL_TITLE).await;

    person.reaches_identify().await;
    person.identifies_as("another-page@contoso.example").await;
    stop(text::STOP_ANOTHER_PAGE_TITLE).await;

    for (user_id, heading) in [
        ("no-self-service@contoso.example", text::STOP_NOT_OFFERED_TITLE),
        ("locked@contoso.example", text::STOP_LOCKED_TITLE),
        ("expired@contoso.example", text::STOP_EXPIRED_TITLE),
    ] {
        person.reaches_code(user_id).await;
        person.enters_the_code_for(user_id).await;
        stop(heading).await;
    }

    person.reaches_new_password("never@contoso.example").await;
    person.answers("new-password", NEW_PASSWORD).await;
    stop(text::WAIT_TITLE).await;
    person.goes_back().await;
    stop(text::STOP_UNKNOWN_TITLE).await;
}
