//! Answers as they go out: successes, and refusals with everything that Entra says in one.

use super::state::App;
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The body of a success.
pub type Answer = Value;

/// Why a call is refused.
#[derive(Debug)]
pub struct Refusal {
    error: &'static str,
    code: u32,
    description: String,
    suberror: Option<&'static str>,
    continuation_token: Option<String>,
}

impl Refusal {
    pub fn new(error: &'static str, code: u32, description: &str) -> Self {
        let description = format!("AADSTS{code}: {description}");
        Self { error, code, description, suberror: None, continuation_token: None }
    }

    /// With the exact cause.
    pub fn because(self, suberror: &'static str) -> Self {
        Self { suberror: Some(suberror), ..self }
    }

    /// With a token to go on with in another way.
    pub fn going_on_with(self, token: String) -> Self {
        Self { continuation_token: Some(token), ..self }
    }
}

/// It goes on elsewhere, which counts as a success.
pub fn redirect(reason: &str) -> Answer {
    json!({ "challenge_type": "redirect", "redirect_reason": reason })
}

impl App {
    pub fn send(&self, headers: &HeaderMap, status: StatusCode, body: Answer) -> Response {
        let id = self.request_id(headers);
        (status, [("x-ms-request-id", id)], Json(body)).into_response()
    }

    pub fn refuse(&self, headers: &HeaderMap, refusal: &Refusal) -> Response {
        let (correlation_id, trace_id) = (self.request_id(headers), self.state().next_id());
        let description = &refusal.description;
        let timestamp = "2026-11-25 10:15:00Z";
        let mut body = json!({
            "error": refusal.error,
            "error_description":
                format!("{description}\r\nTrace ID: {trace_id}\r\nCorrelation ID: {correlation_id}\r\nTimestamp: {timestamp}"),
            "error_codes": [refusal.code],
            "timestamp": timestamp,
            "trace_id": trace_id,
            "correlation_id": correlation_id,
        });
        if let Some(suberror) = refusal.suberror {
            body["suberror"] = suberror.into();
        }
        if let Some(token) = &refusal.continuation_token {
            body["continuation_token"] = token.as_str().into();
        }
        self.send(headers, StatusCode::BAD_REQUEST, body)
    }

    /// The ID that the client gave to its request, or one of ours.
    fn request_id(&self, headers: &HeaderMap) -> String {
        let given = headers.get("client-request-id").and_then(|id| id.to_str().ok());
        given.map_or_else(|| self.state().next_id(), str::to_owned)
    }
}
