//! What a service request wants done, as values, and what comes back.

use super::draft::Draft;
use crate::domain::captcha::{CaptchaAnswer, Challenge};
use crate::domain::secret::Secret;
use crate::domain::ticket::Ticket;

/// What is asked of the API.
pub enum Request {
    /// A challenge.
    Challenge,
    /// Create the request.
    Create(Box<Draft>, CaptchaAnswer, IdempotencyKey),
}

/// What the API answered.
pub enum Answer {
    /// A challenge.
    Challenge(Challenge),
    /// The request was created.
    Created(Receipt),
}

/// What is to be done.
pub enum Command {
    /// Ask the API.
    Ask(Ticket, Request),
    /// Keep the draft, the step and the key, so that they outlive the page.
    Keep,
    /// Forget what was kept.
    Forget,
}

/// What was given for a request that was sent. It is shown once.
pub struct Receipt {
    /// The number that support knows the request by.
    pub number: String,
    /// What proves that the request is this person's.
    pub access_code: Secret,
}

/// A name that the page makes up for one request, so that it is created once, however often it is sent.
///
/// Whoever has it can read the answer again for some minutes, access code included; so it is kept only until there is an
/// answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub String);
