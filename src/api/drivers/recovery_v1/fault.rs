//! What an answer is: a success whose JSON is to be read, or a fault. What is missing, unknown or no JSON at all is a fault,
//! never a success.

use super::password::rejections;
use crate::api::http::Response;
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};
use crate::json::{Json, Unreadable};

/// The longest reference that is shown.
const LONGEST_REFERENCE: usize = 64;
/// The prefix of every problem type of the contract.
const PROBLEM_PREFIX: &str = "urn:partner-recovery:";

/// The JSON of a success.
pub(super) fn success(response: &Response) -> Result<Json<'_>, Fault> {
    refusal(response)?;
    Ok(Json::read(&response.body)?)
}

/// A response that must be a success without a body. One with a body is what a proxy or a gateway says.
pub(super) fn nothing(response: &Response) -> Result<(), Fault> {
    refusal(response)?;
    if response.body.is_empty() { Ok(()) } else { Err(Unreadable.into()) }
}

/// The fault in a response, if its status is none of success.
pub(super) fn refusal(response: &Response) -> Result<(), Fault> {
    if is_success(response) {
        return Ok(());
    }
    let answer = Json::read(&response.body);
    Err(answer.and_then(|answer| fault(&answer, response)).unwrap_or_else(|_| {
        // A proxy or a gateway answered, not the API.
        Fault { retry_after: response.retry_after, ..by_status(response.status).into() }
    }))
}

/// The problem details (RFC 9457) of a refusal; `None` if it is a success, or comes from something else than the API.
pub(super) fn details(response: &Response) -> Option<Json<'_>> {
    let answer = Json::read(&response.body).ok()?;
    (!is_success(response) && fault(&answer, response).is_ok()).then_some(answer)
}

fn is_success(response: &Response) -> bool {
    (200..300).contains(&response.status)
}

fn fault(answer: &Json, response: &Response) -> Result<Fault, Unreadable> {
    let name = answer.text_at("type")?.and_then(|kind| kind.strip_prefix(PROBLEM_PREFIX));
    let attempts_left = answer.count_at("attempts_left")?.map(small);
    let errors = answer.list_at("errors")?;
    let problem = match name.unwrap_or_default() {
        "invalid-request" => Problem::InvalidRequest,
        "captcha-incorrect" => Problem::CaptchaIncorrect,
        "captcha-expired" => Problem::CaptchaExpired,
        "code-incorrect" => Problem::CodeIncorrect { attempts_left },
        "code-expired" => Problem::CodeExpired,
        "delivery-failed" => Problem::DeliveryFailed,
        "recovery-expired" => Problem::RecoveryExpired,
        "recovery-locked" => Problem::RecoveryLocked,
        "self-service-unavailable" => Problem::SelfServiceUnavailable,
        "password-rejected" => {
            let codes = errors.iter().map(|error| error.text_at("code")).collect::<Result<Vec<_>, _>>()?;
            Problem::PasswordRejected(rejections(codes.into_iter().flatten()))
        }
        "reset-failed" => Problem::ResetFailed,
        "sign-in-failed" => Problem::SignInFailed,
        "session-required" => Problem::SessionRequired,
        "admin-required" => Problem::AdminRequired,
        "user-not-found" => Problem::UserNotFound,
        "reset-not-allowed" => Problem::ResetNotAllowed,
        "service-request-not-found" => Problem::ServiceRequestNotFound,
        "idempotency-conflict" => Problem::IdempotencyConflict,
        "too-many-requests" => Problem::TooManyRequests,
        "unavailable" => Problem::Unavailable,
        _ => by_status(response.status),
    };
    let retry_after = answer.count_at("retry_after")?.map(Seconds::clamped);
    Ok(Fault {
        retry_after: response.retry_after.or(retry_after),
        trace: answer.text_at("trace_id")?.filter(|id| is_reference(id)).map(str::to_owned),
        ..problem.into()
    })
}

/// Whether `text` is something that people write down and read out to support.
pub(super) fn is_reference(text: &str) -> bool {
    (1..=LONGEST_REFERENCE).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// What a status means that comes without a problem we know.
fn by_status(status: u16) -> Problem {
    match status {
        429 => Problem::TooManyRequests,
        500.. => Problem::Unavailable,
        _ => Problem::Unexpected,
    }
}

/// A count, brought within 32 bits.
pub(super) fn small(count: u64) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}
