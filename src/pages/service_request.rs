//! The screens of a service request.

pub mod check_answers;
pub mod company;
pub mod contact;
pub mod fields;
pub mod reason;
pub mod sent;

use super::stage::{Stage, Told};
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::form::Form;
use crate::components::notice::notice;
use crate::components::screen::{self, Place};
use crate::domain::exchange::Exchange;
use crate::domain::service_request::{Event, Step};
use crate::i18n::{Message, text, wording};

/// The screen for a step.
#[must_use]
pub fn service_request(stage: Stage, step: Step) -> Element {
    match step {
        Step::Reason => reason::reason(stage),
        Step::Contact => contact::contact(stage),
        Step::Company => company::company(stage),
        Step::Check => check_answers::check_answers(stage),
        Step::Sent => sent::sent(stage),
    }
}

/// The talk with the API about the request. Follows it.
fn exchange(stage: Stage) -> Exchange {
    stage.service_request.with(|request| request.exchange().clone())
}

/// Tells what happened to the request.
fn tell(stage: Stage, event: Event) {
    stage.tell(Told::ServiceRequest(event));
}

/// A screen on which something is entered.
fn question(stage: Stage, title: Message, lead: Message, form: Form, content: Vec<Element>) -> Element {
    let step = stage.service_request.with_untracked(|request| request.step().number());
    let place = step.map(|step| Place { step, of: Step::ENTERED.len() as u32 });
    let notice =
        notice(move || stage.service_request.with(|request| request.notice().map(wording::support::telling_notice)));
    let content = [notice, element("p").with(lead)].into_iter().chain(content).collect();
    screen::screen(title).place(place).summary(form, stage.reference(exchange)).element(stage.site, content)
}

/// The way on, the way back, and the way to leave nothing behind.
fn buttons(stage: Stage, label: Message, form: Form) -> Element {
    let discard = button::action(text::DISCARD_REQUEST, move || tell(stage, Event::Discarded))
        .flag("hidden", move || stage.service_request.with(|request| request.draft().is_empty()));
    element("div")
        .set("class", "buttons")
        .with(form.submit(label))
        .with(button::action(text::BACK, move || stage.tell(Told::Back)))
        .with(discard)
}
