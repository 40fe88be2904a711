//! The fields of a service request.

use super::{buttons, exchange, question, tell};
use crate::browser::page;
use crate::components::element::Element;
use crate::components::form::{Form, Slip};
use crate::components::text_field::{TextField, text_field};
use crate::domain::service_request::{Event, Field, Part};
use crate::i18n::{Message, text, wording};
use crate::pages::stage::Stage;

/// A screen that asks for the fields of one part.
pub(super) fn part(stage: Stage, part: Part, title: Message, lead: Message) -> Element {
    let form = stage.form("", exchange);
    let fields = Field::ALL.into_iter().filter(|field| field.part() == part).map(|field| element(stage, field, form));
    let fields = fields.chain([buttons(stage, text::NEXT, form)]).collect();
    question(stage, title, lead, form, vec![form.element(fields, move || go_on(stage, part))])
}

/// One field, with what stands in it already. What is typed is kept at once.
pub(super) fn element(stage: Stage, field: Field, form: Form) -> Element {
    let (label, hint) = wording::support::field(field);
    let typed = stage.service_request.with_untracked(|request| request.draft().typed(field).to_owned());
    let input = text_field(field.name(), label)
        .hint(hint)
        .value(&typed)
        .typed(move |typed| tell(stage, Event::Typed(field, typed)));
    kind(input, field).element(form)
}

/// What browsers fill in, which keyboard fits, and how much room it needs.
fn kind(input: TextField, field: Field) -> TextField {
    match field {
        Field::Details => input.prose().lines(),
        Field::Name => input.prose().autocomplete("name"),
        Field::Email => input.autocomplete("email").keyboard("email"),
        Field::Phone => input.autocomplete("tel").keyboard("tel"),
        Field::JobTitle => input.prose().autocomplete("organization-title"),
        Field::LegalName => input.prose().autocomplete("organization"),
        Field::Domain => input.keyboard("url"),
        Field::Country => input.prose().autocomplete("country-name"),
        Field::Address => input.prose().autocomplete("street-address").lines(),
        Field::PartnerId | Field::RegistrationNumber => input,
    }
}

/// Goes on to the next part, if this one has everything.
pub(super) fn go_on(stage: Stage, part: Part) -> Result<(), Vec<Slip>> {
    // Some browsers fill fields in without saying so.
    for field in Field::ALL.into_iter().filter(|field| field.part() == part) {
        tell(stage, Event::Typed(field, page::typed(field.name())));
    }
    let problems = stage.service_request.with_untracked(|request| request.draft().problems(part));
    let slips: Vec<Slip> = problems
        .into_iter()
        .map(|(field, problem)| Slip::at(field.name(), wording::support::field_problem(field, problem)))
        .collect();
    if !slips.is_empty() {
        return Err(slips);
    }
    tell(stage, Event::WentOn);
    Ok(())
}
