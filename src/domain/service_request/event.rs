//! What can happen to a service request, as facts.

use super::command::{Answer, IdempotencyKey};
use super::field::{Field, Part};
use super::reason::Reason;
use crate::domain::captcha::CaptchaAnswer;
use crate::domain::problem::Fault;
use crate::domain::ticket::Ticket;

/// What happened.
pub enum Event {
    /// The person opened the page for this reason, or for none in particular.
    Opened(Option<Reason>),
    /// The person said why.
    ReasonChosen(Reason),
    /// The person typed into a field.
    Typed(Field, String),
    /// The person wants to go on from where something is entered.
    WentOn,
    /// The person wants to change something that was entered before.
    ChangeAsked(Part),
    /// The person wants another challenge.
    NewChallengeAsked,
    /// The person sent the request. The key is a new one, for the case that there is none yet.
    Sent(CaptchaAnswer, IdempotencyKey),
    /// The person wants everything to be forgotten that was entered.
    Discarded,
    /// The API answered, or did not.
    Answered(Ticket, Result<Answer, Fault>),
    /// The person went one step back.
    WentBack,
    /// The person left the page.
    Left,
}
