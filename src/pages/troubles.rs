//! Where on a screen a problem is shown.

use crate::components::form::Slip;
use crate::domain::moment::Seconds;
use crate::domain::password::Policy;
use crate::domain::problem::{Problem, Trouble};
use crate::i18n::wording;

/// The slips that `trouble` amounts to. Those with what was entered belong to `field`; the others to no field.
#[must_use]
pub fn slips(trouble: Option<&Trouble>, wait: Seconds, field: &'static str, policy: &Policy) -> Vec<Slip> {
    let Some(Trouble { problem, .. }) = trouble else { return vec![] };
    match problem {
        Problem::PasswordRejected(rules) if !rules.is_empty() => {
            rules.iter().map(|rule| Slip::at(field, wording::rejection(*rule, policy))).collect()
        }
        Problem::FieldsRejected(fields) => fields
            .iter()
            .map(|(field, problem)| Slip::at(field.name(), wording::support::field_problem(*field, *problem)))
            .collect(),
        Problem::PasswordRejected(_)
        | Problem::CaptchaIncorrect
        | Problem::CaptchaExpired
        | Problem::CodeIncorrect { .. }
        | Problem::CodeExpired
        | Problem::SignInFailed
        | Problem::PasswordExpired
        | Problem::ServiceRequestNotFound => vec![Slip::at(field, wording::problem(problem, wait))],
        Problem::Offline
        | Problem::Unreachable
        | Problem::TimedOut
        | Problem::Unavailable
        | Problem::Unreadable
        | Problem::Unexpected
        | Problem::InvalidRequest
        | Problem::TooManyRequests
        | Problem::DeliveryFailed
        | Problem::ResetFailed
        | Problem::RecoveryExpired
        | Problem::RecoveryLocked
        | Problem::SelfServiceUnavailable
        | Problem::AnotherPage
        | Problem::SessionRequired
        | Problem::AdminRequired
        | Problem::UserNotFound
        | Problem::ResetNotAllowed
        | Problem::IdempotencyConflict => vec![Slip::general(wording::problem(problem, wait))],
    }
}
