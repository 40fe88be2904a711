//! What one can press.

use super::element::{Element, element};
use crate::i18n::Message;

/// A button that does something beside the way on.
#[must_use]
pub fn action(label: Message, press: impl Fn() + Send + 'static) -> Element {
    element("button").set("type", "button").set("class", "button button-quiet").on("click", press).with(label)
}

/// A link within the site or to a safe address.
#[must_use]
pub fn link(label: Message, href: &str) -> Element {
    element("a").set("href", href).with(label)
}
