//! What people write into a service request (`ServiceRequest` in docs/api/openapi.yaml).

use super::captchas::Answer;
use super::problem::{INVALID_REQUEST, Problem};
use super::request::Fields;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Why a person needs support.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    OnlyAdminLockedOut,
    AdminHasLeft,
    SelfServiceNotOffered,
    Other,
}

/// Everything that a person wrote, except for the answer to the challenge.
#[derive(Serialize, Deserialize)]
pub struct Form {
    pub reason: Reason,
    pub contact: Contact,
    pub company: Company,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
}

/// Who asks.
#[derive(Serialize, Deserialize)]
pub struct Contact {
    pub name: String,
    /// The user ID of the account that is to become a Global admin, normalised.
    pub email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
}

/// For which company.
#[derive(Serialize, Deserialize)]
pub struct Company {
    pub legal_name: String,
    pub domain: String,
    pub country: String,
    pub address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_number: Option<String>,
}

impl Form {
    /// Reads a body, with the answer to the challenge.
    pub fn read(mut body: Fields) -> Result<(Self, Answer), Problem> {
        let named = body.text("reason", 64);
        let reason: Option<Reason> = serde_json::from_value(Value::String(named.clone())).ok();
        if reason.is_none() && !named.is_empty() {
            body.refuse("reason", "unknown_value");
        }
        let contact = Contact::read(&mut body);
        let company = Company::read(&mut body);
        let details = body.words_if_any("details", 2000);
        if reason == Some(Reason::Other) && details.is_none() {
            body.refuse("details", "required");
        }
        let answer = Answer::read(&mut body);
        body.finish()?;
        let reason = reason.ok_or(INVALID_REQUEST)?;
        Ok((Self { reason, contact, company, details }, answer))
    }
}

impl Contact {
    fn read(body: &mut Fields) -> Self {
        let mut fields = body.object("contact");
        let contact = Self {
            name: fields.words("name", 200),
            email: fields.user_id("email"),
            phone: fields.words_if_any("phone", 50),
            job_title: fields.words_if_any("job_title", 100),
        };
        body.include(fields);
        contact
    }
}

impl Company {
    fn read(body: &mut Fields) -> Self {
        let mut fields = body.object("company");
        let company = Self {
            legal_name: fields.words("legal_name", 200),
            domain: fields.domain("domain"),
            country: fields.words("country", 100),
            address: fields.words("address", 500),
            partner_id: fields.words_if_any("partner_id", 50),
            registration_number: fields.words_if_any("registration_number", 100),
        };
        body.include(fields);
        company
    }
}
