//! From a response to the JSON of a success, or to why there is none. What is missing, unknown or no JSON at all is a fault.

use crate::api::http::{Failure, Response};
use crate::domain::password::Rejection;
use crate::domain::problem::{Fault, Problem};
use crate::domain::secret::Secret;
use crate::json::Json;

/// What was asked for. The same error can mean different things.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// The recovery of an account is started.
    Start,
    /// The recovery goes on.
    Recovery,
    /// Whether the new password holds.
    Poll,
    /// Somebody signs in.
    SignIn,
    /// The password is checked.
    Token,
}

/// The longest reference that is shown.
const LONGEST_REFERENCE: usize = 64;

/// The JSON of a success. That it goes on elsewhere is one for Entra, but not for us: [`Problem::AnotherPage`].
pub(super) fn read(sent: &Result<Response, Failure>, stage: Stage) -> Result<Json<'_>, Fault> {
    let response = sent.as_ref().map_err(|failure| Problem::from(*failure))?;
    let is_success = (200..300).contains(&response.status);
    // Only in an object one can look for a field.
    match Json::read(&response.body).ok().filter(|json| json.get("error").is_ok()) {
        Some(json) if is_success && matches!(json.get("error"), Ok(None)) => {
            let is_elsewhere = text(&json, "challenge_type").is_ok_and(|kind| kind.trim() == "redirect");
            if is_elsewhere { Err(Problem::AnotherPage.into()) } else { Ok(json) }
        }
        Some(json) => Err(Fault {
            retry_after: response.retry_after,
            trace: trace(&json),
            ..problem(&json, response.status, stage).into()
        }),
        None if is_success => Err(Problem::Unreadable.into()),
        // A proxy or a gateway answered.
        None => Err(Fault { retry_after: response.retry_after, ..by_status(response.status).into() }),
    }
}

/// The token of a flow that has begun.
pub(super) fn begun(sent: &Result<Response, Failure>, stage: Stage) -> Result<Secret, Fault> {
    Ok(token(&read(sent, stage)?)?)
}

/// A text that must be there and must say something.
pub(super) fn text<'a>(json: &'a Json<'_>, name: &str) -> Result<&'a str, Problem> {
    json.text_at(name).ok().flatten().filter(|text| !text.is_empty()).ok_or(Problem::Unreadable)
}

/// A count, if there is one.
pub(super) fn count(json: &Json<'_>, name: &str) -> Result<Option<u64>, Problem> {
    json.count_at(name).map_err(|_| Problem::Unreadable)
}

/// The token that the next request of the flow must bring.
pub(super) fn token(json: &Json<'_>) -> Result<Secret, Problem> {
    text(json, "continuation_token").map(|token| Secret::new(token.to_owned()))
}

/// What Microsoft's support asks for.
fn trace(json: &Json<'_>) -> Option<String> {
    let is_reference =
        |id: &&str| (1..=LONGEST_REFERENCE).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic());
    let ids = ["correlation_id", "trace_id"].into_iter().filter_map(|name| json.text_at(name).ok().flatten());
    ids.into_iter().find(is_reference).map(str::to_owned)
}

fn problem(json: &Json<'_>, status: u16, stage: Stage) -> Problem {
    let said = |name| json.text_at(name).ok().flatten().unwrap_or_default();
    let has_code =
        |number: &str| json.list_at("error_codes").is_ok_and(|codes| codes.iter().any(|code| code.raw() == number));
    match (said("error"), said("suberror")) {
        _ if status == 429 || status >= 500 => by_status(status),
        ("user_not_found", _) if stage == Stage::Start => Problem::UserNotFound,
        // One problem, so that nobody learns which accounts there are.
        ("user_not_found", _) if stage == Stage::SignIn => Problem::SignInFailed,
        ("expired_token", _) => expired(stage),
        // The token of the flow is none (any more).
        ("invalid_request", _) if has_code("55200") => expired(stage),
        // The user ID has no form that Entra takes.
        ("invalid_request", _) if has_code("90100") || has_code("901001") => Problem::InvalidRequest,
        ("invalid_request" | "invalid_grant", "")
            if stage == Stage::Token && (has_code("50142") || has_code("50055")) =>
        {
            Problem::PasswordExpired
        }
        ("invalid_grant", "") if stage == Stage::Token => Problem::SignInFailed,
        ("invalid_grant", reason) => refused(reason),
        ("access_denied", "provider_blocked_by_rep") => Problem::DeliveryFailed,
        ("server_error" | "temporarily_unavailable", _) => Problem::Unavailable,
        _ => by_status(status),
    }
}

/// What a flow that is over means. Once a new password was sent, it may hold nevertheless, so that is not said to have failed.
fn expired(stage: Stage) -> Problem {
    match stage {
        Stage::Start | Stage::Recovery => Problem::RecoveryExpired,
        Stage::Poll | Stage::SignIn | Stage::Token => Problem::Unexpected,
    }
}

/// Why what the person gave was refused.
fn refused(reason: &str) -> Problem {
    let rejection = match reason {
        "invalid_oob_value" => return Problem::CodeIncorrect { attempts_left: None },
        // Ways to prove more than a password, which only Microsoft's own pages offer.
        "mfa_required" | "registration_required" => return Problem::AnotherPage,
        "password_too_weak" => Rejection::TooFewClasses,
        "password_too_short" => Rejection::TooShort,
        "password_too_long" => Rejection::TooLong,
        "password_recently_used" => Rejection::RecentlyUsed,
        "password_banned" => Rejection::TooCommon,
        "password_is_invalid" => Rejection::InvalidCharacters,
        _ => return Problem::Unexpected,
    };
    Problem::PasswordRejected(vec![rejection])
}

/// What a status means that comes without an error we know.
fn by_status(status: u16) -> Problem {
    match status {
        429 => Problem::TooManyRequests,
        500.. => Problem::Unavailable,
        _ => Problem::Unexpected,
    }
}
