//! From a response to the domain's values. What is missing, unknown or no JSON at all is a fault, never a success.

mod account;
pub(super) mod support;

pub(super) use account::{checks, temporary_password, users};

use super::wire::{self, Altcha, Captcha, Count, NextStep};
use crate::api::http::Response;
use crate::domain::account::AccountType;
use crate::domain::captcha::{Challenge, ProofOfWork, from_hexadecimal};
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::link::Link;
use crate::domain::moment::Seconds;
use crate::domain::password::{Charset, Policy, Rejection};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{LeaveReason, Method, MethodId, Next};
use crate::domain::secret::Secret;
use crate::domain::session::{Role, Session};
use crate::domain::typed_text::without_reordering;

/// The longest reference that is shown.
const LONGEST_REFERENCE: usize = 64;
/// How long to go on asking when the API does not say.
const DEFAULT_GIVE_UP: Seconds = Seconds::clamped(300);
/// How often to ask when the API does not say.
const DEFAULT_POLL: Seconds = Seconds::clamped(2);
/// The prefix of every problem type of the contract.
const PROBLEM_PREFIX: &str = "urn:partner-recovery:";

/// The JSON object in a response. An array is none, although serde would read one as the fields without their names.
fn read(response: &Response) -> Option<wire::Answer> {
    let is_object = response.body.trim_ascii_start().starts_with(b"{");
    is_object.then(|| serde_json::from_slice(&response.body).ok()).flatten()
}

/// A response of the recovery: the new token and the step that comes next.
pub(super) fn next(response: &Response) -> Result<(Secret, Next), Fault> {
    refusal(response)?;
    let answer = read(response).ok_or(Problem::Unreadable)?;
    // It becomes a header's value, so it must be able to be one (RFC 6750 §2.1).
    let is_token = |token: &String| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
    let token = answer.token.filter(is_token).ok_or(Problem::Unreadable)?;
    let next = answer.next.and_then(next_step).ok_or(Problem::Unreadable)?;
    Ok((Secret::new(token), next))
}

/// A response that must be a success without a body. One with a body is what a proxy or a gateway says.
pub(super) fn nothing(response: &Response) -> Result<(), Fault> {
    refusal(response)?;
    if response.body.is_empty() { Ok(()) } else { Err(Problem::Unreadable.into()) }
}

/// Who is signed in.
pub(super) fn session(response: &Response) -> Result<Session, Fault> {
    refusal(response)?;
    let answer = read(response).ok_or(Problem::Unreadable)?;
    let user = answer.user.ok_or(Problem::Unreadable)?;
    let user_id = user.user_id.ok_or(Problem::Unreadable)?;
    Ok(Session {
        display_name: without_reordering(&user.display_name.unwrap_or_default()),
        user_id: without_reordering(&user_id),
        roles: roles(user.roles),
        must_change_password: answer.must_change_password.ok_or(Problem::Unreadable)?,
        password_policy: answer.password_policy.map_or_else(Policy::default, policy),
    })
}

/// What somebody may do. A role that we do not know keeps its name.
fn roles(names: Option<Vec<String>>) -> Vec<Role> {
    let role = |name: String| match name.as_str() {
        "global_admin" => Role::GlobalAdmin,
        other => Role::Other(without_reordering(other)),
    };
    names.unwrap_or_default().into_iter().map(role).collect()
}

/// A challenge outside of a recovery.
pub(super) fn new_challenge(response: &Response) -> Result<Challenge, Fault> {
    refusal(response)?;
    let captcha = read(response).and_then(|answer| answer.captcha);
    Ok(captcha.and_then(challenge).ok_or(Problem::Unreadable)?)
}

/// The fault in a response, if its status is none of success.
pub(super) fn refusal(response: &Response) -> Result<(), Fault> {
    if (200..300).contains(&response.status) {
        return Ok(());
    }
    let Some(answer) = read(response) else {
        // A proxy or a gateway answered, not the API.
        return Err(Fault { retry_after: response.retry_after, ..by_status(response.status).into() });
    };
    let name = answer.problem.as_deref().and_then(|kind| kind.strip_prefix(PROBLEM_PREFIX));
    let problem = match name.unwrap_or_default() {
        "invalid-request" => match support::rejected_fields(answer.errors.unwrap_or_default()) {
            fields if fields.is_empty() => Problem::InvalidRequest,
            fields => Problem::FieldsRejected(fields),
        },
        "captcha-incorrect" => Problem::CaptchaIncorrect,
        "captcha-expired" => Problem::CaptchaExpired,
        "code-incorrect" => Problem::CodeIncorrect { attempts_left: answer.attempts_left.map(Count::number) },
        "code-expired" => Problem::CodeExpired,
        "delivery-failed" => Problem::DeliveryFailed,
        "recovery-expired" => Problem::RecoveryExpired,
        "recovery-locked" => Problem::RecoveryLocked,
        "self-service-unavailable" => Problem::SelfServiceUnavailable,
        "password-rejected" => {
            let codes = answer.errors.unwrap_or_default().into_iter().filter_map(|error| error.code);
            Problem::PasswordRejected(rejections(codes))
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
    Err(Fault {
        problem,
        next: answer.next.and_then(next_step).map(Box::new),
        challenge: answer.captcha.and_then(challenge).map(Box::new),
        retry_after: response.retry_after.or(answer.retry_after.map(Count::seconds)),
        trace: answer.trace_id.filter(|id| is_reference(id)),
    })
}

/// Whether `text` is something that people write down and read out to support.
fn is_reference(text: &str) -> bool {
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

fn next_step(wire: NextStep) -> Option<Next> {
    Some(match wire.step.as_str() {
        "identify" => Next::Identify {
            account_types: wire.account_types?.iter().filter_map(|name| account_type(name)).collect(),
            captcha: match wire.captcha {
                Some(captcha) => Some(challenge(captcha)?),
                None => None,
            },
        },
        "choose_method" => Next::ChooseMethod(wire.methods?.into_iter().map(method).collect::<Option<_>>()?),
        "enter_code" => Next::EnterCode {
            channel: channel(&wire.channel?)?,
            hint: wire.hint.as_deref().map(without_reordering),
            form: CodeForm {
                length: wire.length.and_then(|length| length.0.try_into().ok()),
                alphabet: match wire.alphabet.as_deref() {
                    Some("digits") => Alphabet::Digits,
                    Some("letters_and_digits") => Alphabet::LettersAndDigits,
                    _ => return None,
                },
            },
            resend_after: wire.resend_after.map(Count::seconds),
            expires_in: wire.expires_in.map(Count::seconds),
        },
        "set_password" => Next::SetPassword {
            policy: policy(wire.policy?),
            expires_in: wire.expires_in.map(Count::seconds),
            rejected: rejections(wire.rejected.unwrap_or_default().into_iter()),
        },
        "wait" => Next::Wait {
            poll_after: wire.poll_after.map_or(DEFAULT_POLL, Count::seconds),
            give_up_after: wire.give_up_after.map_or(DEFAULT_GIVE_UP, Count::seconds),
        },
        "done" => Next::Done { notice_sent: wire.notice_sent.unwrap_or(false) },
        "leave" => Next::Leave {
            reason: match wire.reason?.as_str() {
                "personal_account" => LeaveReason::PersonalAccount,
                _ => LeaveReason::AnotherPage,
            },
            url: wire.url.as_deref().and_then(Link::parse),
        },
        _ => return None,
    })
}

/// Types that we do not know are left out; the journey refuses an empty list.
fn account_type(name: &str) -> Option<AccountType> {
    match name {
        "work_or_school" => Some(AccountType::WorkOrSchool),
        "personal" => Some(AccountType::Personal),
        _ => None,
    }
}

fn challenge(wire: Captcha) -> Option<Challenge> {
    let attempts = wire.proof_attempts.map(Count::number);
    let challenge = Challenge {
        id: wire.id?,
        picture: wire.picture.unwrap_or(false),
        audio_language: wire.audio.unwrap_or(false).then(|| wire.audio_language.unwrap_or_default()),
        // A calculation that we cannot do is not offered; the other ways remain.
        proof_of_work: wire.proof_of_work.and_then(|raw| proof_of_work(raw.get(), attempts)),
        expires_in: wire.expires_in.map(Count::seconds),
    };
    (!challenge.media().is_empty()).then_some(challenge)
}

fn proof_of_work(json: &str, attempts: Option<u32>) -> Option<ProofOfWork> {
    let Altcha { parameters } = serde_json::from_str(json).ok()?;
    (parameters.algorithm == "PBKDF2/SHA-256").then_some(())?;
    Some(ProofOfWork {
        challenge_json: json.to_owned(),
        nonce: from_hexadecimal(&parameters.nonce)?,
        salt: from_hexadecimal(&parameters.salt)?,
        cost: parameters.cost.number(),
        key_length: parameters.key_length.number(),
        key_prefix: parameters.key_prefix,
        attempts,
    })
}

fn method(wire: wire::Method) -> Option<Method> {
    Some(Method {
        id: MethodId(wire.id?),
        channel: channel(&wire.channel?)?,
        hint: wire.hint.as_deref().map(without_reordering),
    })
}

fn channel(name: &str) -> Option<Channel> {
    match name {
        "email" => Some(Channel::Email),
        "sms" => Some(Channel::Sms),
        "call" => Some(Channel::Call),
        "app" => Some(Channel::App),
        _ => None,
    }
}

fn policy(wire: wire::PasswordPolicy) -> Policy {
    let default = Policy::default();
    Policy {
        min_length: wire.min_length.map_or(default.min_length, Count::number),
        max_length: wire.max_length.map_or(default.max_length, Count::number),
        min_classes: wire.min_classes.and_then(|classes| classes.0.try_into().ok()),
        charset: if wire.charset.as_deref() == Some("ascii") { Charset::Ascii } else { Charset::Unicode },
    }
}

fn rejections(codes: impl Iterator<Item = String>) -> Vec<Rejection> {
    let known = codes.filter_map(|code| {
        Some(match code.as_str() {
            "too_short" => Rejection::TooShort,
            "too_long" => Rejection::TooLong,
            "too_few_classes" => Rejection::TooFewClasses,
            "invalid_characters" => Rejection::InvalidCharacters,
            "too_common" => Rejection::TooCommon,
            "breached" => Rejection::Breached,
            "contains_user_id" => Rejection::ContainsUserId,
            "recently_used" => Rejection::RecentlyUsed,
            _ => return None,
        })
    });
    known.collect()
}
