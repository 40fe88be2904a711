//! The fields of a service request, by their names in the contract.

use crate::domain::service_request::{Draft, Field, FieldProblem, Part};
use crate::json::{Json, Object, Unreadable};

/// A service request. Fields in which nothing was entered are left out.
pub(super) fn written(draft: &Draft) -> Object {
    let texts = |part: Part| {
        let fields = Field::ALL.into_iter().filter(|field| field.part() == part);
        fields.fold(Object::default(), |object, field| object.text_if(name(field), entered(draft, field).as_deref()))
    };
    Object::default()
        .text_if("reason", draft.reason().map(|reason| reason.name()))
        .object("contact", texts(Part::Contact))
        .object("company", texts(Part::Company))
        .text_if("details", entered(draft, Field::Details).as_deref())
}

fn entered(draft: &Draft, field: Field) -> Option<String> {
    Some(draft.text(field)).filter(|text| !text.is_empty())
}

/// The fields that an API did not accept. Others are no matter of the person's.
pub(super) fn rejected(answer: &Json) -> Result<Vec<(Field, FieldProblem)>, Unreadable> {
    let mut rejected = vec![];
    for error in answer.list_at("errors")? {
        let problem = match error.text_at("code")? {
            Some("required") => FieldProblem::Missing,
            Some("too_long") => FieldProblem::TooLong,
            _ => FieldProblem::WrongForm,
        };
        if let Some(field) = error.text_at("pointer")?.and_then(field_at) {
            rejected.push((field, problem));
        }
    }
    Ok(rejected)
}

fn name(field: Field) -> &'static str {
    match field {
        Field::Details => "details",
        Field::Name => "name",
        Field::Email => "email",
        Field::Phone => "phone",
        Field::JobTitle => "job_title",
        Field::LegalName => "legal_name",
        Field::Domain => "domain",
        Field::Country => "country",
        Field::Address => "address",
        Field::PartnerId => "partner_id",
        Field::RegistrationNumber => "registration_number",
    }
}

/// The field that a pointer into the request names (RFC 6901).
fn field_at(pointer: &str) -> Option<Field> {
    let object = |field: Field| match field.part() {
        Part::Reason => "",
        Part::Contact => "/contact",
        Part::Company => "/company",
    };
    Field::ALL.into_iter().find(|field| {
        let rest = pointer.strip_prefix(object(*field)).and_then(|rest| rest.strip_prefix('/'));
        rest == Some(name(*field))
    })
}
