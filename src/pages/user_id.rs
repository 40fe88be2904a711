//! The field for the user ID, which signing in and the recovery have in common.

use crate::browser::page;
use crate::components::element::Element;
use crate::components::form::{Form, Slip};
use crate::components::text_field::text_field;
use crate::domain::account::UserId;
use crate::i18n::{text, wording};

/// The field's id.
pub const ID: &str = "user-id";

/// The field, with what is known already.
#[must_use]
pub fn field(form: Form, known: &str) -> Element {
    text_field(ID, text::USER_ID_LABEL)
        .hint(Some(text::USER_ID_HINT))
        .autocomplete("username")
        .value(known)
        .element(form)
}

/// What was typed, as it is.
#[must_use]
pub fn typed() -> String {
    page::typed(ID)
}

/// The user ID in what was typed.
///
/// # Errors
/// A slip that says what is wrong with it.
pub fn read() -> Result<UserId, Vec<Slip>> {
    UserId::parse(&typed()).map_err(|problem| vec![Slip::at(ID, wording::user_id_problem(problem))])
}
