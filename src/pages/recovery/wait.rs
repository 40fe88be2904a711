//! The API is still at work.

use super::question;
use crate::components::element::{Element, element};
use crate::i18n::text;
use crate::pages::stage::Stage;

/// The screen.
#[must_use]
pub fn wait(stage: Stage) -> Element {
    let form = stage.recovery_form("");
    let bar = element("progress").say("aria-label", text::WAIT_TITLE);
    question(stage, text::WAIT_TITLE, form, vec![element("p").with(text::WAIT_LEAD), bar])
}
