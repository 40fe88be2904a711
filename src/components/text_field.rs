//! A field with its label, its hint and its problem.

use super::element::{Child, Element, element};
use super::error_summary::error_at;
use super::form::Form;
use crate::browser::page;
use crate::i18n::Message;

/// A field to be made. Its id is also its name.
pub struct TextField {
    id: &'static str,
    label: Message,
    hint: Option<Message>,
    autocomplete: &'static str,
    value: String,
    keyboard: &'static str,
    is_prose: bool,
    has_lines: bool,
    is_secret: bool,
    typed: Option<Box<dyn Fn(String) + Send>>,
}

/// A field with a label.
#[must_use]
pub fn text_field(id: &'static str, label: Message) -> TextField {
    TextField {
        id,
        label,
        hint: None,
        autocomplete: "off",
        value: String::new(),
        keyboard: "text",
        is_prose: false,
        has_lines: false,
        is_secret: false,
        typed: None,
    }
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

    /// With a keyboard of its own, where the device has one (HTML, `inputmode`).
    #[must_use]
    pub fn keyboard(mut self, mode: &'static str) -> Self {
        self.keyboard = mode;
        self
    }

    /// For names and sentences, which run in the direction of their own language.
    #[must_use]
    pub fn prose(mut self) -> Self {
        self.is_prose = true;
        self
    }

    /// With room for several lines.
    #[must_use]
    pub fn lines(mut self) -> Self {
        self.has_lines = true;
        self
    }

    /// For what nobody else may see, although it is shown. Leaving the page empties it.
    #[must_use]
    pub fn secret(mut self) -> Self {
        self.is_secret = true;
        self
    }

    /// Tells `typed` whenever something else stands in the field.
    #[must_use]
    pub fn typed(mut self, typed: impl Fn(String) + Send + 'static) -> Self {
        self.typed = Some(Box::new(typed));
        self
    }

    /// As an element of `form`. It corrects nothing, guesses nothing and sends nothing to a spell checker.
    #[must_use]
    pub fn element(self, form: Form) -> Element {
        let Self { id, label, hint, autocomplete, value, keyboard, is_prose, has_lines, is_secret, typed } = self;
        // User IDs, codes and passwords run from left to right in every language.
        let direction = if is_prose { "auto" } else { "ltr" };
        let tag = if has_lines { "textarea" } else { "input" };
        let field = bare_field(tag, id, autocomplete, form, hint.is_some()).set("dir", direction);
        let field = if has_lines {
            field.set("rows", "4").with(value)
        } else {
            field.set("type", "text").set("inputmode", keyboard).set("value", &value)
        };
        let field = if is_secret { secret(field) } else { field };
        let field = match typed {
            Some(typed) => field.on("input", move || typed(page::typed(id))),
            None => field,
        };
        labelled(id, label, hint, form, field)
    }
}

/// An input for what runs from left to right in every language, such as passwords and codes.
pub(super) fn bare_input(id: &'static str, autocomplete: &str, form: Form, has_hint: bool) -> Element {
    bare_field("input", id, autocomplete, form, has_hint).set("dir", "ltr")
}

/// Marks a field that holds a secret, so that src/boot.js empties it when the page is left, and never keeps what is in it.
pub(super) fn secret(field: Element) -> Element {
    field.set("data-secret", "")
}

/// The field itself, tied to its hint and its problem.
fn bare_field(tag: &'static str, id: &'static str, autocomplete: &str, form: Form, has_hint: bool) -> Element {
    let (hint_id, problem_id) = (hint_id(id), problem_id(id));
    element(tag)
        .set("id", id)
        .set("name", id)
        .set("autocomplete", autocomplete)
        .set("autocapitalize", "none")
        .set("autocorrect", "off")
        .set("spellcheck", "false")
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
