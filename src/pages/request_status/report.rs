//! How far support is, what was said, and what the person can do now.

use super::look_up::new_request;
use super::{exchange, tell};
use crate::browser::page;
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::form::{Form, Slip};
use crate::components::notice::notice;
use crate::components::screen::screen;
use crate::components::text_field::text_field;
use crate::domain::request_status::{Entry, Event, RequestStatus, Status};
use crate::i18n::{text, wording};
use crate::pages::stage::{Stage, Told};
use crate::route::Route;
use leptos::prelude::*;

const REPLY: &str = "reply";

/// The screen.
#[must_use]
pub fn report(stage: Stage) -> Element {
    let form = stage.form(REPLY, exchange);
    let number = stage.request_status.with_untracked(|status| status.number().to_owned());
    let shown = move || stage.request_status.with(|status| status.report().cloned());
    let status = Memo::new(move |_| shown().map(|report| report.status));
    let state = element("div").set("class", "report-state").set("role", "status").with_live(move || {
        let said = status.get().map(|status| element("p").with(wording::support::status(status)));
        said.into_iter().collect()
    });
    // It is made anew for another question only; what is typed is in the state anyway.
    let question = Memo::new(move |_| shown().and_then(|report| report.question));
    let asked = element("div")
        .with_live(move || question.get().map(|question| reply(stage, form, question.text)).into_iter().collect());
    let history = element("ol")
        .set("class", "history")
        .with_live(move || shown().map(|report| report.history.into_iter().map(entry).collect()).unwrap_or_default());
    let refresh = button::action(text::REPORT_REFRESH, move || tell(stage, Event::RefreshAsked))
        .live("aria-disabled", move |_| form.is_waiting().then(|| "true".to_owned()));
    let leave = button::action(text::REPORT_ANOTHER, move || stage.tell(Told::Back));
    screen(text::report_title(number.as_str().into())).summary(form, stage.reference(exchange)).element(
        stage.site,
        vec![
            notice(move || stage.request_status.with(|status| status.notice().map(wording::support::looking_notice))),
            state,
            asked,
            element("div").set("class", "buttons").with_live(move || ways_on(stage, status.get())),
            element("h2").with(text::REPORT_HISTORY),
            history,
            element("div").set("class", "buttons").with(refresh).with(leave),
        ],
    )
}

/// A question of support, and the form for the answer.
fn reply(stage: Stage, form: Form, question: String) -> Element {
    let typed = stage.request_status.with_untracked(|status| status.reply().to_owned());
    let answer = text_field(REPLY, text::REPLY_LABEL)
        .hint(Some(text::REPLY_HINT))
        .prose()
        .lines()
        .value(&typed)
        .typed(move |typed| tell(stage, Event::Typed(typed)))
        .element(form);
    let send = move || {
        tell(stage, Event::Typed(page::typed(REPLY)));
        match stage.request_status.with_untracked(RequestStatus::reply_problem) {
            Some(problem) => Err(vec![Slip::at(REPLY, wording::support::reply_problem(problem))]),
            None => {
                tell(stage, Event::Replied);
                Ok(())
            }
        }
    };
    element("section")
        .set("class", "question")
        .with(element("h2").with(text::REPLY_QUESTION))
        .with(words(question))
        .with(form.element(vec![answer, form.submit(text::REPLY_SUBMIT)], send))
}

/// What somebody said, as they wrote it.
fn words(text: String) -> Element {
    element("blockquote").set("class", "typed").set("dir", "auto").with(text)
}

fn entry(entry: Entry) -> Element {
    let at = entry.at.map(|at| {
        let machine = at.as_str().to_owned();
        element("time").set("datetime", &machine).with(text::moment(at.into()))
    });
    element("li")
        .with(element("p").with(wording::support::entry(entry.kind)))
        .with_all(at.into_iter().collect())
        .with_all(entry.text.map(words).into_iter().collect())
}

/// What can be done now that support has decided.
fn ways_on(stage: Stage, status: Option<Status>) -> Vec<Element> {
    match status {
        Some(Status::Approved) => {
            vec![stage.link(text::REPORT_RESET, Route::Recover).set("class", "button").on("click", move || {
                stage.tell(Told::Approved);
            })]
        }
        Some(Status::Declined | Status::Closed) => {
            vec![new_request(stage).set("class", "button"), stage.site.support().set("class", "button button-quiet")]
        }
        Some(Status::Received | Status::InReview | Status::InformationNeeded) | None => vec![],
    }
}
