//! Something good to know.

use super::element::{Element, element};
use crate::i18n::Message;

/// A place for a notice that comes and goes; screen readers say it when it comes.
#[must_use]
pub fn notice(message: impl Fn() -> Option<Message> + Send + 'static) -> Element {
    element("div").set("role", "status").with_live(move || {
        let shown = message().map(|message| element("p").set("class", "notice").with(message));
        shown.into_iter().collect()
    })
}
