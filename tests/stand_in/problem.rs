//! What goes wrong, as RFC 9457 problems.

use super::next::{Captcha, Next};
use super::sentinels::MARKUP;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::json;

/// One row of the table of problems in docs/api/openapi.yaml.
#[derive(Clone, Copy)]
pub struct Kind {
    name: &'static str,
    status: StatusCode,
    title: &'static str,
}

const fn kind(name: &'static str, status: StatusCode, title: &'static str) -> Kind {
    Kind { name, status, title }
}

pub const INVALID_REQUEST: Kind = kind("invalid-request", StatusCode::BAD_REQUEST, "The request breaks the contract.");
pub const CAPTCHA_INCORRECT: Kind =
    kind("captcha-incorrect", StatusCode::UNPROCESSABLE_ENTITY, "The answer to the challenge is wrong.");
pub const CAPTCHA_EXPIRED: Kind =
    kind("captcha-expired", StatusCode::UNPROCESSABLE_ENTITY, "The challenge can no longer be answered.");
pub const CODE_INCORRECT: Kind = kind("code-incorrect", StatusCode::UNPROCESSABLE_ENTITY, "The code is wrong.");
pub const CODE_EXPIRED: Kind = kind("code-expired", StatusCode::UNPROCESSABLE_ENTITY, "The code is too old.");
pub const DELIVERY_FAILED: Kind = kind("delivery-failed", StatusCode::BAD_GATEWAY, "The code could not be sent.");
pub const RECOVERY_EXPIRED: Kind =
    kind("recovery-expired", StatusCode::UNAUTHORIZED, "There is no recovery for this token.");
pub const RECOVERY_LOCKED: Kind = kind("recovery-locked", StatusCode::FORBIDDEN, "This recovery is locked.");
pub const SELF_SERVICE_UNAVAILABLE: Kind = kind(
    "self-service-unavailable",
    StatusCode::FORBIDDEN,
    "The company does not offer self-service for this account.",
);
pub const PASSWORD_REJECTED: Kind =
    kind("password-rejected", StatusCode::UNPROCESSABLE_ENTITY, "The new password breaks a rule.");
pub const RESET_FAILED: Kind =
    kind("reset-failed", StatusCode::INTERNAL_SERVER_ERROR, "The password could not be changed.");
pub const SIGN_IN_FAILED: Kind =
    kind("sign-in-failed", StatusCode::UNAUTHORIZED, "The user ID and the password do not belong together.");
pub const SESSION_REQUIRED: Kind = kind("session-required", StatusCode::UNAUTHORIZED, "Nobody is signed in.");
pub const ADMIN_REQUIRED: Kind = kind("admin-required", StatusCode::FORBIDDEN, "Only a Global admin may do this.");
pub const USER_NOT_FOUND: Kind =
    kind("user-not-found", StatusCode::NOT_FOUND, "There is no such account in the company.");
pub const RESET_NOT_ALLOWED: Kind =
    kind("reset-not-allowed", StatusCode::FORBIDDEN, "The password of this account cannot be reset by an admin.");
pub const SERVICE_REQUEST_NOT_FOUND: Kind = kind(
    "service-request-not-found",
    StatusCode::NOT_FOUND,
    "There is no service request with this number and access code.",
);
pub const TOO_MANY_REQUESTS: Kind = kind("too-many-requests", StatusCode::TOO_MANY_REQUESTS, "A limit is reached.");
pub const IDEMPOTENCY_CONFLICT: Kind =
    kind("idempotency-conflict", StatusCode::CONFLICT, "The key was used with another body.");
pub const UNAVAILABLE: Kind = kind("unavailable", StatusCode::SERVICE_UNAVAILABLE, "The service cannot answer now.");

/// What is wrong with one field.
#[derive(Serialize)]
pub struct FieldError {
    /// The place in the request body (RFC 6901).
    pub pointer: String,
    pub code: &'static str,
}

/// An answer that says no.
pub struct Problem(Box<Content>);

struct Content {
    kind: Kind,
    errors: Vec<FieldError>,
    retry_after: Option<i64>,
    attempts_left: Option<u32>,
    next: Option<Next>,
    captcha: Option<Captcha>,
    with_markup: bool,
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self(Box::new(Content {
            kind,
            errors: Vec::new(),
            retry_after: None,
            attempts_left: None,
            next: None,
            captcha: None,
            with_markup: false,
        }))
    }
}

impl Problem {
    /// The same problem under another status than its usual one.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.0.kind.status = status;
        self
    }

    /// Names the fields that are wrong.
    pub fn errors(mut self, errors: Vec<FieldError>) -> Self {
        self.0.errors = errors;
        self
    }

    /// Says how long to wait, in seconds; at least one, because an answer that says 0 invites a storm.
    pub fn retry_after(mut self, seconds: i64) -> Self {
        self.0.retry_after = Some(seconds.max(1));
        self
    }

    /// Says how many codes can still be tried.
    pub fn attempts_left(mut self, attempts: u32) -> Self {
        self.0.attempts_left = Some(attempts);
        self
    }

    /// Says where the recovery goes on.
    pub fn next(mut self, next: Next) -> Self {
        self.0.next = Some(next);
        self
    }

    /// Gives a new challenge, outside of a recovery.
    pub fn captcha(mut self, captcha: Captcha) -> Self {
        self.0.captcha = Some(captcha);
        self
    }

    /// Puts markup into every free text, when `wanted`.
    pub fn markup(mut self, wanted: bool) -> Self {
        self.0.with_markup = wanted;
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Content { kind, errors, retry_after, attempts_left, next, captcha, with_markup } = *self.0;
        let trace_id = format!("{:016x}", rand::random::<u64>());
        let mut body = json!({
            "type": format!("urn:partner-recovery:{}", kind.name),
            "status": kind.status.as_u16(),
            "title": if with_markup { MARKUP } else { kind.title },
            "trace_id": if with_markup { MARKUP } else { trace_id.as_str() },
        });
        if !errors.is_empty() {
            body["errors"] = json!(errors);
        }
        if let Some(seconds) = retry_after {
            body["retry_after"] = json!(seconds);
        }
        if let Some(attempts) = attempts_left {
            body["attempts_left"] = json!(attempts);
        }
        if let Some(next) = next {
            body["next"] = json!(next);
        }
        if let Some(captcha) = captcha {
            body["captcha"] = json!(captcha);
        }
        let mut response =
            (kind.status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response();
        let headers = response.headers_mut();
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if kind.status == StatusCode::UNAUTHORIZED {
            let scheme = if kind.name == RECOVERY_EXPIRED.name { "Bearer" } else { "Cookie" };
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(scheme));
        }
        response
    }
}
