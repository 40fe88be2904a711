//! A field with its label, its hint and its problem.

use super::element::{Child, Element, element};
use super::error_summary::error_at;
use super::form::Form;
use crate::i18n::Message;

/// A field to be made. Its id is also its name.
pub struct TextField {
    id: &'static str,
    label: Message,
    hint: Option<Message>,
    autocomplete: &'static str,
    value: String,
    is_numeric: bool,
}

/// A field with a label.
#[must_use]
pub fn text_field(id: &'static str, label: Message) -> TextField {
    TextField { id, label, hint: None, autocomplete: "off", value: String::new(), is_numeric: false }
}

impl TextField {
    /// With a hint below the label.
    #[must_use]
    pub fn hint(mut self, hint: Option<Message>) -> Self {
        self.hint = hint;
        self
    }

    /// With the name by which browsers fill it in (HTML, autofill; WCAG 2.2, SC 1.3.5).
    #[must_use]
    pub fn autocomplete(mut self, name: &'static str) -> Self {
        self.autocomplete = name;
        self
    }

    /// With a value to begin with.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// With the keyboard for digits, where the device has one of its own for them.
    #[must_use]
    pub fn numeric(mut self, is_numeric: bool) -> Self {
        self.is_numeric = is_numeric;
        self
    }

    /// As an element of `form`. It corrects nothing, guesses nothing and sends nothing to a spell checker.
    #[must_use]
    pub fn element(self, form: Form) -> Element {
        let input = bare_input(self.id, self.autocomplete, form, self.hint.is_some())
            .set("type", "text")
            .set("inputmode", if self.is_numeric { "numeric" } else { "text" })
            .set("value", &self.value);
        labelled(self.id, self.label, self.hint, form, input)
    }
}

/// The input itself, tied to its hint and its problem.
pub(super) fn bare_input(id: &'static str, autocomplete: &str, form: Form, has_hint: bool) -> Element {
    let (hint_id, problem_id) = (hint_id(id), problem_id(id));
    element("input")
        .set("id", id)
        .set("name", id)
        .set("autocomplete", autocomplete)
        .set("autocapitalize", "none")
        .set("autocorrect", "off")
        .set("spellcheck", "false")
        // User IDs, codes and passwords run from left to right in every language.
        .set("dir", "ltr")
        .live("aria-invalid", move |_| form.slip_at(id).map(|_| "true".to_owned()))
        .live("aria-describedby", move |_| {
            let hint = has_hint.then(|| hint_id.clone());
            let problem = form.slip_at(id).map(|_| problem_id.clone());
            let ids: Vec<String> = problem.into_iter().chain(hint).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
}

/// A label, a hint, a problem and the field they belong to.
pub(super) fn labelled(
    id: &'static str,
    label: Message,
    hint: Option<Message>,
    form: Form,
    field: impl Into<Child>,
) -> Element {
    let hint = hint.map(|hint| element("p").set("id", &hint_id(id)).set("class", "hint").with(hint));
    element("div")
        .live("class", move |_| Some(if form.slip_at(id).is_some() { "field field-wrong" } else { "field" }.to_owned()))
        .with(element("label").set("for", id).with(label))
        .with_all(hint.into_iter().collect())
        .with(error_at(form, id, problem_id(id)))
        .with(field)
}

/// The id of a field's hint.
pub(super) fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

/// The id of a field's problem.
pub(super) fn problem_id(id: &str) -> String {
    [id, "-problem"].concat()
}
