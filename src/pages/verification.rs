//! What is verified of the company, how far it is, and what to do about it.

use super::stage::{Stage, Told};
use super::troubles;
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::form::{Form, Hold, Slip};
use crate::components::notice::notice;
use crate::components::screen::screen;
use crate::domain::exchange::Exchange;
use crate::domain::problem::Problem;
use crate::domain::verification::{Check, Event, Status};
use crate::help::Topic;
use crate::i18n::{text, wording};
use crate::route::Route;
use leptos::prelude::*;

/// The talk with the API about the verification. Follows it.
#[must_use]
pub fn exchange(stage: Stage) -> Exchange {
    stage.verification.with(|verification| verification.exchange().clone())
}

/// The screen.
#[must_use]
pub fn verification(stage: Stage) -> Element {
    let form = form(stage);
    let help = Topic::VerifyAccount;
    // Made anew only when something else is known, so that the focus stays where it is.
    let checks = Memo::new(move |_| {
        stage.verification.with(|verification| verification.checks().map(<[Check]>::to_vec).unwrap_or_default())
    });
    let reload = move || {
        stage.tell(Told::Verification(Event::Reloaded));
        Ok(())
    };
    screen(text::VERIFICATION_TITLE).summary(form, stage.reference(exchange)).element(
        stage.site,
        vec![
            notice(move || stage.verification.with(|page| page.notice().map(wording::account::verification_notice))),
            element("p").with(text::VERIFICATION_LEAD),
            element("div")
                .set("class", "checks")
                .with_live(move || checks.get().into_iter().map(|check| section(stage, form, &check)).collect()),
            form.element(vec![form.submit(text::VERIFICATION_RELOAD)], reload),
            element("p").set("class", "aside").with(stage.link(help.title(), Route::Help(help))),
            element("p").set("class", "aside").with(stage.link(text::ACCOUNT_TITLE, Route::Account)),
        ],
    )
}

fn section(stage: Stage, form: Form, check: &Check) -> Element {
    let Check { kind, status, ref updated_at, can_resend } = *check;
    let since =
        element("time").set("datetime", updated_at.as_str()).with(text::verification_since(updated_at.clone().into()));
    let resend = can_resend.then(|| {
        let button = button::action(text::VERIFICATION_RESEND, move || {
            stage.tell(Told::Verification(Event::ResendAsked));
        });
        element("p").with(button.live("aria-disabled", move |_| (form.hold() != Hold::Free).then(|| "true".to_owned())))
    });
    let support = (status == Status::Rejected).then(|| element("p").with(stage.site.support()));
    element("section")
        .with(element("h2").with(wording::account::kind(kind)))
        .with(element("p").set("class", class(status)).with(wording::account::status(status)))
        .with(element("p").set("class", "hint").with(since))
        .with(element("p").with(wording::account::advice(kind, status)))
        .with_all(resend.into_iter().chain(support).collect())
}

/// The colour only repeats what the words say (WCAG 2.2, SC 1.4.1).
fn class(status: Status) -> &'static str {
    match status {
        Status::Pending => "status",
        Status::Authorized => "status status-good",
        Status::Rejected => "status status-wrong",
    }
}

/// Nothing is typed here: what the API does not accept is that the mail is sent again.
fn form(stage: Stage) -> Form {
    let Stage { verification, now, .. } = stage;
    let reported = move || {
        verification.with(|verification| {
            let exchange = verification.exchange();
            let trouble = exchange.trouble();
            if trouble.is_some_and(|trouble| trouble.problem == Problem::InvalidRequest) {
                return vec![Slip::general(text::VERIFICATION_NOT_RESENT)];
            }
            troubles::slips(trouble, exchange.blocked_for(now.get()), "", &Default::default())
        })
    };
    Form::new(reported, move || stage.hold(exchange))
}
