//! Is everything right?

use super::{buttons, exchange, question, tell};
use crate::browser::random;
use crate::components::button;
use crate::components::captcha;
use crate::components::element::{Child, Element, element};
use crate::components::form::{Form, Slip};
use crate::domain::service_request::{Draft, Event, Field, IdempotencyKey, Part};
use crate::i18n::{Message, text, wording};
use crate::pages::stage::Stage;
use crate::pages::troubles;
use leptos::prelude::*;

/// The screen.
#[must_use]
pub fn check_answers(stage: Stage) -> Element {
    let form = form(stage);
    let challenge = Memo::new(move |before: Option<&Option<_>>| {
        let challenge = stage.service_request.with(|request| request.challenge().cloned());
        // While the request is on its way, what was answered stays on the page.
        challenge.or_else(|| before.cloned().flatten().filter(|_| exchange(stage).is_waiting()))
    });
    let check = captcha::Captcha::new(challenge, stage.loader, form);
    let another = move || tell(stage, Event::NewChallengeAsked);
    let send = move || {
        // There is none, and another one could not be had: the way on is to ask again.
        if !check.is_ready() {
            another();
            return Ok(());
        }
        let key = random::name().ok_or_else(|| vec![Slip::general(text::PROBLEM_UNEXPECTED)])?;
        tell(stage, Event::Sent(check.take_answer()?, IdempotencyKey(key)));
        Ok(())
    };
    let draft = stage.service_request.with_untracked(|request| request.draft().clone());
    let parts = [
        (Part::Reason, text::CHECK_ANSWERS_REASON, text::CHANGE_REASON),
        (Part::Contact, text::CHECK_ANSWERS_CONTACT, text::CHANGE_CONTACT),
        (Part::Company, text::CHECK_ANSWERS_COMPANY, text::CHANGE_COMPANY),
    ];
    let mut content: Vec<Element> =
        parts.into_iter().map(|(part, title, change)| answers(stage, &draft, part, title, change)).collect();
    let fields = vec![check.element(stage.site, another), buttons(stage, text::SEND_REQUEST, form)];
    content.push(form.element(fields, send));
    question(stage, text::CHECK_ANSWERS_TITLE, text::CHECK_ANSWERS_LEAD, form, content)
}

/// Once the request was sent, a missing answer means that nobody knows whether it arrived.
fn form(stage: Stage) -> Form {
    let reported = move || {
        stage.service_request.with(|request| {
            let trouble = request.exchange().trouble();
            let was_sent = request.key().is_some();
            if was_sent && trouble.is_some_and(|trouble| trouble.problem.leaves_the_outcome_open()) {
                return vec![Slip::general(text::REQUEST_OUTCOME_UNKNOWN)];
            }
            let wait = request.exchange().blocked_for(stage.now.get());
            troubles::slips(trouble, wait, captcha::ANSWER, &Default::default())
        })
    };
    Form::new(reported, move || stage.hold(exchange))
}

/// What was entered in one part, and a way to change it.
fn answers(stage: Stage, draft: &Draft, part: Part, title: Message, change: Message) -> Element {
    let reason = draft.reason().filter(|_| part == Part::Reason).map(wording::support::reason);
    let reason = reason.map(|reason| vec![element("dt").with(text::REASON_TITLE), element("dd").with(reason)]);
    let fields = Field::ALL.into_iter().filter(|field| field.part() == part);
    let facts = fields.flat_map(|field| {
        let text = draft.text(field);
        let said: Child =
            if text.is_empty() { text::CHECK_ANSWERS_NOTHING.into() } else { element("bdi").with(text).into() };
        [element("dt").with(wording::support::field(field).0), element("dd").set("class", "typed").with(said)]
    });
    let facts = reason.into_iter().flatten().chain(facts).collect();
    element("section")
        .set("class", "answers")
        .with(element("h2").with(title))
        .with(element("dl").with_all(facts))
        .with(button::action(change, move || tell(stage, Event::ChangeAsked(part))))
}
