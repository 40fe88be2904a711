//! The user ID, and that a person is there.

use super::{buttons, question};
use crate::components::captcha;
use crate::components::element::{Element, element};
use crate::domain::capabilities::Ability;
use crate::domain::recovery::{Captcha, Event, Step};
use crate::i18n::text;
use crate::pages::stage::Stage;
use crate::pages::user_id;
use leptos::prelude::*;

/// The screen.
#[must_use]
pub fn identify(stage: Stage) -> Element {
    let form = stage.recovery_form(captcha::ANSWER);
    let checks = stage.can(Ability::Captcha);
    let asks = Memo::new(move |_| {
        checks
            && stage.recovery.with(|journey| match journey.step() {
                Step::Identify(identify) => identify.captcha != Captcha::NotAsked,
                _ => false,
            })
    });
    let challenge = Memo::new(move |before: Option<&Option<_>>| {
        stage.recovery.with(|journey| match journey.step() {
            Step::Identify(identify) => match &identify.captcha {
                Captcha::Ready(challenge) => Some(challenge.clone()),
                Captcha::NotAsked | Captcha::Missing => None,
            },
            // The screen is about to be left.
            _ => before.cloned().flatten(),
        })
    });
    let check = captcha::Captcha::new(challenge, stage.loader, form);
    let known = stage.recovery.with_untracked(|journey| journey.user_id().to_owned());
    let another = move || stage.recover(Event::NewChallengeAsked(user_id::typed()));
    let check_there = || element("div").flag("hidden", move || !asks.get()).with(check.element(stage.site, another));
    let fields = [Some(user_id::field(form, &known)), checks.then(check_there), Some(buttons(stage, text::NEXT, form))];
    let fields = fields.into_iter().flatten().collect();
    let send = move || {
        // The one before was used up, and another one could not be had: the way on is to ask again.
        if asks.get_untracked() && !check.is_ready() {
            another();
            return Ok(());
        }
        let user_id = user_id::read();
        // Both are looked at, so that everything that is missing is said at once; but a finished check is used up only if
        // it is sent.
        let checked = if asks.get_untracked() { check.missing() } else { vec![] };
        match user_id {
            Ok(user_id) if checked.is_empty() => {
                let answer = if asks.get_untracked() { Some(check.take_answer()?) } else { None };
                stage.recover(Event::Identified(user_id, answer));
                Ok(())
            }
            other => Err(other.err().unwrap_or_default().into_iter().chain(checked).collect()),
        }
    };
    question(stage, text::IDENTIFY_TITLE, form, vec![form.element(fields, send)])
}
