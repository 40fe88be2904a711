//! One answer out of several.

use super::element::{Element, element};
use super::error_summary::error_at;
use super::form::Form;
use super::text_field::problem_id;
use crate::browser::page;
use crate::i18n::{Message, text};

/// An answer to choose.
pub struct Answer {
    /// What it says.
    pub label: Message,
    /// What else is good to know about it.
    pub hint: Option<Message>,
    /// Whether it was chosen before.
    pub is_chosen: bool,
}

/// A group of answers. `name` is the group's; `question` is the heading of the screen, which those who see do not need to
/// read twice.
#[must_use]
pub fn radio_group(name: &'static str, question: Message, answers: Vec<Answer>, form: Form) -> Element {
    let legend = element("legend").set("class", "visually-hidden").with(question);
    let options = answers.into_iter().enumerate().map(|(index, answer)| option(name, index, answer)).collect();
    let problem = problem_id(name);
    element("fieldset")
        .live("class", move |_| {
            Some(if form.slip_at(name).is_some() { "field field-wrong" } else { "field" }.to_owned())
        })
        .live("aria-describedby", move |_| form.slip_at(name).map(|_| problem.clone()))
        .with(legend)
        .with(error_at(form, name, problem_id(name)))
        .with_all(options)
}

/// The first answer has the group's name as its id, so that the summary of problems can lead to it.
fn option(name: &'static str, index: usize, answer: Answer) -> Element {
    let value = index.to_string();
    let id = if index == 0 { name.to_owned() } else { [name, "-", &value].concat() };
    let hint_id = [&id, "-hint"].concat();
    let is_chosen = answer.is_chosen;
    let input = element("input")
        .set("type", "radio")
        .set("name", name)
        .set("id", &id)
        .set("value", &value)
        .flag("checked", move || is_chosen);
    let label = element("label").set("for", &id).with(answer.label);
    match answer.hint {
        None => element("div").set("class", "answer").with(input).with(label),
        Some(hint) => element("div")
            .set("class", "answer")
            .with(input.set("aria-describedby", &hint_id))
            .with(label)
            .with(element("p").set("class", "hint").set("id", &hint_id).with(hint)),
    }
}

/// The answer that is chosen in the group `name`, out of `answers` in the order in which they are shown.
///
/// # Errors
/// A slip, if none is chosen.
pub fn chosen<T: Clone>(name: &'static str, answers: &[T]) -> Result<T, Vec<super::form::Slip>> {
    let index = page::chosen(name).and_then(|value| value.parse::<usize>().ok());
    index
        .and_then(|index| answers.get(index).cloned())
        .ok_or_else(|| vec![super::form::Slip::at(name, text::CHOOSE_ONE)])
}
