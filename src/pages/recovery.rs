//! The screens of the recovery.

pub mod account_type;
pub mod advice;
pub mod choose_method;
pub mod done;
pub mod enter_code;
pub mod identify;
pub mod set_password;
pub mod situation;
pub mod stopped;
pub mod wait;

use super::stage::{Stage, Told};
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::form::Form;
use crate::components::notice::notice;
use crate::components::screen::{self, Place};
use crate::domain::capabilities::Ability;
use crate::domain::recovery::Screen;
use crate::i18n::{Message, text, wording};

/// The screen for a step.
#[must_use]
pub fn recovery(stage: Stage, screen: Screen) -> Element {
    match screen {
        Screen::Situation => situation::situation(stage),
        Screen::Advice(situation) => advice::advice(stage, situation),
        Screen::AccountType => account_type::account_type(stage),
        Screen::Identify => identify::identify(stage),
        Screen::ChooseMethod => choose_method::choose_method(stage),
        Screen::EnterCode => enter_code::enter_code(stage),
        Screen::SetPassword => set_password::set_password(stage),
        Screen::Wait => wait::wait(stage),
        Screen::Done => done::done(stage),
        Screen::Stopped => stopped::stopped(stage),
    }
}

/// A screen with a form on which the person answers one question.
fn question(stage: Stage, title: Message, form: Form, content: Vec<Element>) -> Element {
    let tells_types = stage.can(Ability::AccountTypes);
    let place = stage
        .recovery
        .with_untracked(|journey| journey.place(tells_types))
        .map(|place| Place { step: place.step, of: place.of });
    let notice = notice(move || stage.recovery.with(|journey| journey.notice().map(wording::recovery_notice)));
    let content = std::iter::once(notice).chain(content).collect();
    screen::screen(title).place(place).summary(form, stage.recovery_reference()).element(stage.site, content)
}

/// The way on and the way back.
fn buttons(stage: Stage, label: Message, form: Form) -> Element {
    element("div")
        .set("class", "buttons")
        .with(form.submit(label))
        .with(button::action(text::BACK, move || stage.tell(Told::Back)))
}
