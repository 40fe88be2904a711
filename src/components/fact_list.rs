//! Facts, each with its name.

use super::element::{Child, Element, element};
use crate::i18n::Message;

/// A list of facts.
#[must_use]
pub fn fact_list(facts: Vec<Vec<Element>>) -> Element {
    element("dl").with_all(facts.into_iter().flatten().collect())
}

/// A fact with its values.
#[must_use]
pub fn fact(name: Message, values: Vec<Child>) -> Vec<Element> {
    let values = values.into_iter().map(|value| element("dd").with(value));
    std::iter::once(element("dt").with(name)).chain(values).collect()
}

/// A text from outside, kept apart from the direction of what stands around it.
#[must_use]
pub fn from_outside(text: &str) -> Child {
    element("bdi").with(text.to_owned()).into()
}
