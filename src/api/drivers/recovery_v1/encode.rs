//! From the domain's values to what is sent, where it is more than one field.

use super::wire::{Body, CaptchaBody, Texts};
use crate::domain::service_request::{Draft, Field, Part};

/// A service request. Fields in which nothing was entered are left out.
pub(super) fn service_request<'a>(draft: &Draft, captcha: CaptchaBody<'a>) -> Body<'a> {
    let texts = |part: Part| {
        let fields = Field::ALL.into_iter().filter(|field| field.part() == part);
        let texts = fields.map(|field| (name(field), draft.text(field)));
        Texts(texts.filter(|(_, text)| !text.is_empty()).collect())
    };
    let details = draft.text(Field::Details);
    Body {
        reason: draft.reason().map(|reason| reason.name()),
        contact: Some(texts(Part::Contact)),
        company: Some(texts(Part::Company)),
        details: (!details.is_empty()).then_some(details),
        captcha: Some(captcha),
        ..Body::default()
    }
}

/// A field's name in the contract.
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
pub(super) fn field_at(pointer: &str) -> Option<Field> {
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
