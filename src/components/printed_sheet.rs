//! A sheet that can be printed: what is seen of it is what is on the paper, and nothing else of the page is.

use super::button;
use super::element::{Element, element};
use crate::browser::page;
use crate::i18n::Message;

/// The sheet.
#[must_use]
pub fn sheet(content: Vec<Element>) -> Element {
    element("section").set("class", "sheet").with_all(content)
}

/// The button that prints it.
#[must_use]
pub fn print_button(label: Message) -> Element {
    button::action(label, page::print)
}
