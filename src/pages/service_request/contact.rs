//! Who are you?

use super::fields;
use crate::components::element::Element;
use crate::domain::service_request::Part;
use crate::i18n::text;
use crate::pages::stage::Stage;

/// The screen.
#[must_use]
pub fn contact(stage: Stage) -> Element {
    fields::part(stage, Part::Contact, text::CONTACT_TITLE, text::CONTACT_LEAD)
}
