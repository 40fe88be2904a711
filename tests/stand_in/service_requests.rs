//! Service requests: what happened to each, and who may see it.

use super::app::App;
use super::clock::rfc3339;
use super::language::Language;
use super::limits::FAILED_LOOK_UPS;
use super::passwords;
use super::problem::{INVALID_REQUEST, Problem, SERVICE_REQUEST_NOT_FOUND};
use super::readable::{self, DIGITS, LETTERS_AND_DIGITS};
use super::request::Fields;
use super::service_request_form::Form;
use super::tokens::random_token;
use axum::http::StatusCode;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// So many characters make an access code, besides the hyphens: 57 bits.
const ACCESS_CODE_LENGTH: usize = 12;

/// One service request. What happened says where it stands.
#[derive(Serialize, Deserialize)]
pub struct ServiceRequest {
    pub number: String,
    /// The language of the person.
    pub language: Language,
    pub form: Form,
    /// Oldest first.
    pub events: Vec<Event>,
}

/// Something that happened.
#[derive(Serialize, Deserialize)]
pub struct Event {
    /// Seconds since 1970.
    pub at: i64,
    pub happening: Happening,
}

/// What can happen to a service request.
#[derive(Serialize, Deserialize)]
pub enum Happening {
    Received,
    InReview,
    Question { id: String, text: String },
    Answer { question_id: String, text: String },
    Approved,
    Declined { reason: Option<String> },
    Closed,
}

/// Where a service request stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Received,
    InReview,
    InformationNeeded,
    Approved,
    Declined,
    Closed,
}

impl Status {
    /// The name in the contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InReview => "in_review",
            Self::InformationNeeded => "information_needed",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Closed => "closed",
        }
    }
}

impl Happening {
    /// A question with an ID of its own.
    pub fn question(text: String) -> Self {
        Self::Question { id: random_token(), text }
    }

    /// The kind of event in the contract.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InReview => "in_review",
            Self::Question { .. } => "question",
            Self::Answer { .. } => "answer",
            Self::Approved => "approved",
            Self::Declined { .. } => "declined",
            Self::Closed => "closed",
        }
    }

    /// What was written, if anything.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Question { text, .. } | Self::Answer { text, .. } => Some(text),
            Self::Declined { reason } => reason.as_deref(),
            Self::Received | Self::InReview | Self::Approved | Self::Closed => None,
        }
    }
}

impl ServiceRequest {
    /// Keeps a new request, and gives it with its access code. Only a hash of the code is kept.
    pub fn file(store: &Connection, now: i64, form: Form, language: Language) -> (Self, String) {
        let access_code = readable::random(LETTERS_AND_DIGITS, ACCESS_CODE_LENGTH);
        let hash = passwords::hash(&access_code);
        let events = vec![Event { at: now, happening: Happening::Received }];
        let mut request = Self { number: random_number(), language, form, events };
        while find(store, &request.number).is_some() {
            request.number = random_number();
        }
        store
            .execute(
                "INSERT INTO service_requests (number, access_code_hash, content) VALUES (?, ?, ?)",
                params![request.number, hash, request.as_json()],
            )
            .expect("a service request can be added");
        (request, readable::grouped(&access_code))
    }

    /// The request that the fields `number` and `access_code` open. An unknown number is answered like a wrong access code, after
    /// the same work.
    pub fn open(app: &App, store: &Connection, access: &Access) -> Result<Self, Problem> {
        let now = app.clock.now();
        let subject = app.key.hash("limits", &[&access.number]);
        FAILED_LOOK_UPS.check(store, now, &subject)?;
        let found = find(store, &access.number);
        let hash = found.as_ref().map_or(app.nobodys_hash.as_str(), |(_, hash)| hash);
        let is_right = passwords::matches(&access.code, hash);
        match found {
            Some((request, _)) if is_right => {
                FAILED_LOOK_UPS.forget(store, &subject);
                Ok(request)
            }
            _ => {
                FAILED_LOOK_UPS.record(store, now, &subject);
                Err(SERVICE_REQUEST_NOT_FOUND.into())
            }
        }
    }

    /// Where the request stands.
    pub fn status(&self) -> Status {
        match self.events.last().map(|event| &event.happening) {
            None | Some(Happening::Received) => Status::Received,
            Some(Happening::InReview | Happening::Answer { .. }) => Status::InReview,
            Some(Happening::Question { .. }) => Status::InformationNeeded,
            Some(Happening::Approved) => Status::Approved,
            Some(Happening::Declined { .. }) => Status::Declined,
            Some(Happening::Closed) => Status::Closed,
        }
    }

    /// Keeps what happened now.
    pub fn note(&mut self, store: &Connection, now: i64, happening: Happening) {
        self.events.push(Event { at: now, happening });
        store
            .execute("UPDATE service_requests SET content = ? WHERE number = ?", params![self.as_json(), self.number])
            .expect("a service request can be changed");
    }

    /// Takes the answer to support's question. The same answer again changes nothing; another one comes too late.
    pub fn answer(&mut self, store: &Connection, now: i64, question: String, answer: String) -> Result<(), Problem> {
        let is_known = self.events.iter().any(|event| match &event.happening {
            Happening::Answer { question_id, text } => *question_id == question && *text == answer,
            _ => false,
        });
        if is_known {
            return Ok(());
        }
        match self.events.last().map(|event| &event.happening) {
            Some(Happening::Question { id, .. }) if *id == question => {
                self.note(store, now, Happening::Answer { question_id: question, text: answer });
                Ok(())
            }
            _ => Err(Problem::from(INVALID_REQUEST).status(StatusCode::CONFLICT)),
        }
    }

    /// The request as its requester sees it (`ServiceRequestState` in docs/api/openapi.yaml).
    pub fn description(&self) -> Value {
        let events: Vec<Value> = self
            .events
            .iter()
            .map(|Event { at, happening }| {
                let mut event = json!({ "kind": happening.kind(), "at": rfc3339(*at) });
                if let Some(text) = happening.text() {
                    event["text"] = json!(text);
                }
                event
            })
            .collect();
        let mut description = json!({
            "number": self.number,
            "status": self.status().name(),
            "reason": self.form.reason,
            "created_at": self.events.first().map(|event| rfc3339(event.at)),
            "events": events,
        });
        match self.events.last().map(|event| &event.happening) {
            Some(Happening::Question { id, text }) => description["question"] = json!({ "id": id, "text": text }),
            Some(Happening::Approved) => description["user_id"] = json!(self.form.contact.email),
            _ => {}
        }
        description
    }

    fn as_json(&self) -> String {
        serde_json::to_string(self).expect("a service request is JSON")
    }
}

/// What opens a service request, in its normal form.
pub struct Access {
    number: String,
    code: String,
}

impl Access {
    /// Reads the fields `number` and `access_code`.
    pub fn read(body: &mut Fields) -> Self {
        let number = readable::normal(&body.text("number", 64));
        let code = readable::normal(&body.text("access_code", 64));
        Self { number: written(number.strip_prefix("SR").unwrap_or(&number)), code }
    }
}

/// The request with this number, and the hash of its access code.
pub fn find(store: &Connection, number: &str) -> Option<(ServiceRequest, String)> {
    store
        .query_row("SELECT content, access_code_hash FROM service_requests WHERE number = ?", [number], |row| {
            Ok((from_json(&row.get::<_, String>(0)?), row.get(1)?))
        })
        .optional()
        .expect("service requests can be read")
}

/// Every request, newest first.
pub fn all(store: &Connection) -> Vec<ServiceRequest> {
    store
        .prepare("SELECT content FROM service_requests ORDER BY id DESC")
        .and_then(|mut query| query.query_map([], |row| Ok(from_json(&row.get::<_, String>(0)?)))?.collect())
        .expect("service requests can be read")
}

fn random_number() -> String {
    written(&readable::random(DIGITS, 8))
}

/// A number as people see it.
fn written(digits: &str) -> String {
    format!("SR-{digits}")
}

fn from_json(content: &str) -> ServiceRequest {
    serde_json::from_str(content).expect("it was written as JSON")
}
