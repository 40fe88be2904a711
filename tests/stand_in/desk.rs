//! What support does with service requests. In the stand-in, whoever opens `/desk` is support.

use super::accounts;
use super::app::App;
use super::messages;
use super::passwords;
use super::problem::{INVALID_REQUEST, Problem, SERVICE_REQUEST_NOT_FOUND};
use super::service_request_form::Contact;
use super::service_requests::{self, Happening, ServiceRequest, Status};
use super::tokens::random_token;
use super::verification;
use axum::http::StatusCode;
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};

/// So many characters may support write.
pub const LONGEST_TEXT: usize = 2000;

/// One thing that support can do.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Review,
    Ask,
    Approve,
    Decline,
    Close,
}

/// What support may write with an action.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Words {
    None,
    Optional,
    Required,
}

impl Action {
    pub const ALL: [Self; 5] = [Self::Review, Self::Ask, Self::Approve, Self::Decline, Self::Close];

    /// Whether it may be done where a request stands so.
    pub const fn fits(self, status: Status) -> bool {
        match self {
            Self::Review => matches!(status, Status::Received),
            Self::Ask => matches!(status, Status::Received | Status::InReview),
            Self::Approve | Self::Decline => {
                matches!(status, Status::Received | Status::InReview | Status::InformationNeeded)
            }
            Self::Close => !matches!(status, Status::Closed),
        }
    }

    pub const fn words(self) -> Words {
        match self {
            Self::Ask => Words::Required,
            Self::Decline => Words::Optional,
            Self::Review | Self::Approve | Self::Close => Words::None,
        }
    }
}

/// Does it, and tells the requester.
pub fn perform(app: &App, store: &Connection, number: &str, action: Action, words: &str) -> Result<(), Problem> {
    let (mut request, _) = service_requests::find(store, number).ok_or(SERVICE_REQUEST_NOT_FOUND)?;
    if !action.fits(request.status()) {
        return Err(Problem::from(INVALID_REQUEST).status(StatusCode::CONFLICT));
    }
    let words = words.replace("\r\n", "\n").trim().to_owned();
    if words.chars().count() > LONGEST_TEXT || (action.words() == Words::Required && words.is_empty()) {
        return Err(INVALID_REQUEST.into());
    }
    let now = app.clock.now();
    let (language, contact) = (request.language, &request.form.contact);
    let (happening, message) = match action {
        Action::Review => (Happening::InReview, None),
        Action::Ask => (Happening::question(words), Some(messages::question_asked(language, number))),
        Action::Approve => {
            make_global_admin(store, now, contact);
            (Happening::Approved, Some(messages::request_approved(language, number, &contact.email)))
        }
        Action::Decline => {
            let reason = Some(words).filter(|words| !words.is_empty());
            (Happening::Declined { reason }, Some(messages::request_declined(language, number)))
        }
        Action::Close => (Happening::Closed, None),
    };
    if let Some(message) = message {
        app.outbox.send(message.to(contact.email.clone(), None, now));
    }
    request.note(store, now, happening);
    Ok(())
}

/// Makes the contact's account a Global admin. If there is none, it is added with a password that nobody knows.
fn make_global_admin(store: &Connection, now: i64, contact: &Contact) {
    if accounts::find(store, &contact.email).is_none() {
        accounts::add(store, &contact.email, &contact.name, &passwords::hash(&random_token()));
    }
    accounts::make_global_admin(store, &contact.email);
    if let Some(account) = accounts::find(store, &contact.email) {
        verification::begin(store, now, account.company());
    }
}

/// A request as support sees it: with everything that the requester gave.
pub fn description(request: &ServiceRequest) -> Value {
    let mut description = request.description();
    if let (Some(all), Value::Object(form)) = (description.as_object_mut(), json!(request.form)) {
        all.extend(form);
    }
    description
}
