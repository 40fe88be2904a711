//! A field for a password: hidden until one wants to see it.

use super::effect::effect;
use super::element::{Element, element};
use super::form::Form;
use super::text_field::{bare_input, labelled, secret};
use crate::browser::page;
use crate::domain::password;
use crate::i18n::{Message, text};
use leptos::prelude::*;

/// What a browser may fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The password that holds.
    Current,
    /// A new one, which a password manager may make up.
    New,
}

/// A password field. Nothing keeps anyone from pasting into it, and it has no limit: a long password is told to be too
/// long, not cut.
#[must_use]
pub fn password_field(
    id: &'static str,
    label: Message,
    purpose: Purpose,
    hint: Option<Message>,
    form: Form,
) -> Element {
    let shown = RwSignal::new(false);
    let unusual = RwSignal::new(false);
    // What was sent is hidden again.
    effect(move || {
        if form.times_sent() > 0 {
            shown.set(false);
        }
    });
    let autocomplete = match purpose {
        Purpose::Current => "current-password",
        Purpose::New => "new-password",
    };
    let input = secret(bare_input(id, autocomplete, form, hint.is_some()))
        .live("type", move |_| Some(if shown.get() { "text" } else { "password" }.to_owned()))
        .on("input", move || unusual.set(purpose == Purpose::New && !password::is_plain(&page::secret(id))));
    let toggle = element("button")
        .set("type", "button")
        .set("class", "button button-quiet password-toggle")
        .set("aria-controls", id)
        .on("click", move || shown.update(|shown| *shown = !*shown))
        .with_live(move || {
            let label = if shown.get() { text::HIDE_PASSWORD } else { text::SHOW_PASSWORD };
            vec![element("span").with(label)]
        });
    let is_touched = RwSignal::new(false);
    let toggle = toggle.on("click", move || is_touched.set(true));
    // Between the field and the button, so that it is read in order.
    let status = element("span").set("class", "visually-hidden").set("role", "status").with_live(move || {
        let said = if shown.get() { text::PASSWORD_SHOWN } else { text::PASSWORD_HIDDEN };
        is_touched.get().then(|| element("span").with(said)).into_iter().collect()
    });
    let warning = element("p").set("class", "hint").set("role", "status").with_live(move || {
        unusual.get().then(|| element("span").with(text::NEW_PASSWORD_UNUSUAL)).into_iter().collect()
    });
    let row = element("div").set("class", "password-row").with(input).with(status).with(toggle);
    labelled(id, label, hint, form, row).with(warning)
}

/// The user ID beside a password, for password managers only, so that they save the two together.
#[must_use]
pub fn user_id_for_password_managers(user_id: &str) -> Element {
    element("input")
        .set("type", "text")
        .set("name", "username")
        .set("autocomplete", "username")
        .set("value", user_id)
        .set("class", "visually-hidden")
        .set("aria-hidden", "true")
        .set("tabindex", "-1")
        .set("readonly", "")
}
