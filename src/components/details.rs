//! Help that is there for those who open it.

use super::element::{Element, element};
use crate::i18n::Message;

/// A heading that opens what is below it.
#[must_use]
pub fn details(summary: Message, content: Element) -> Element {
    element("details").with(element("summary").with(summary)).with(content)
}
