//! The list of what is wrong, on top of a screen. It takes the focus, and leads to each field.

use super::element::{Element, element};
use super::form::Form;
use crate::i18n::{Message, text};

/// The summary's id, for the focus.
pub const ID: &str = "problem-summary";

/// The summary of `form`, with the API's reference to what happened. It is always there, so that the focus can be moved to
/// it as soon as something is in it.
#[must_use]
pub fn error_summary(form: Form, reference: impl Fn() -> Option<String> + Send + Sync + 'static) -> Element {
    element("div")
        .set("id", ID)
        .set("tabindex", "-1")
        .live("role", move |_| form.has_slips().then(|| "alert".to_owned()))
        .live("class", move |_| form.has_slips().then(|| "problem-summary".to_owned()))
        .with_live(move || {
            let slips = form.slips();
            if slips.is_empty() {
                return vec![];
            }
            let lines = slips.into_iter().map(|slip| {
                let line = element("li");
                match slip.field {
                    Some(field) => line.with(element("a").set("href", &["#", field].concat()).with(slip.message)),
                    None => line.with(slip.message),
                }
            });
            let reference = reference()
                .map(|trace| element("p").set("class", "hint").with(text::problem_reference(trace.as_str().into())));
            [element("h2").with(text::PROBLEM_SUMMARY), element("ul").with_all(lines.collect())]
                .into_iter()
                .chain(reference)
                .collect()
        })
}

/// What is wrong in one field, beside the field. `id` ties it to the field.
#[must_use]
pub fn error_at(form: Form, field: &'static str, id: String) -> Element {
    element("p").set("id", &id).set("class", "field-problem").with_live(move || slip_line(form.slip_at(field)))
}

fn slip_line(message: Option<Message>) -> Vec<Element> {
    message.map(|message| element("span").with(message)).into_iter().collect()
}
