//! Which company is it?

use super::fields;
use crate::components::element::Element;
use crate::domain::service_request::Part;
use crate::i18n::text;
use crate::pages::stage::Stage;

/// The screen.
#[must_use]
pub fn company(stage: Stage) -> Element {
    fields::part(stage, Part::Company, text::COMPANY_TITLE, text::COMPANY_LEAD)
}
