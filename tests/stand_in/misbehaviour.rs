//! What sample accounts get instead of a proper answer, at the step `identify` and at sign-in.

use super::app::App;
use super::problem::{Problem, TOO_MANY_REQUESTS, UNAVAILABLE};
use super::sentinels::Trick;
use super::tokens::random_token;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;
use std::time::Duration;

/// How long `silent@` waits.
const SILENCE: Duration = Duration::from_secs(120);

/// Waits, for `silent@`: until the time is over or the stand-in stops.
pub async fn silence(app: &App, trick: Trick) {
    if trick == Trick::Silent {
        let mut stopping = app.stopping.clone();
        // Running into the time limit and being stopped both end the silence; which of them it was does not matter.
        let _ = tokio::time::timeout(SILENCE, stopping.wait_for(|&stopping| stopping)).await;
    }
}

/// A proper refusal.
pub fn refusal(trick: Trick) -> Option<Problem> {
    match trick {
        Trick::Busy => Some(Problem::from(TOO_MANY_REQUESTS).retry_after(20)),
        Trick::Down | Trick::Silent => Some(UNAVAILABLE.into()),
        _ => None,
    }
}

/// An answer that breaks the contract.
pub fn broken(trick: Trick) -> Option<Response> {
    let problem = "application/problem+json";
    match trick {
        Trick::Html => Some(
            Html("<!doctype html><title>Proxy</title><p>Sign in to the company network.")
                .into_response(),
        ),
        Trick::UnknownProblem => Some(
            (
                StatusCode::IM_A_TEAPOT,
                [(header::CONTENT_TYPE, problem)],
                json!({ "type": "urn:partner-recovery:moon-phase", "status": 418, "title": "The moon is wrong.", "trace_id": "0" })
                    .to_string(),
            )
                .into_response(),
        ),
        Trick::UnknownStep => Some(
            Json(json!({ "token": random_token(), "next": { "step": "dance" } })).into_response(),
        ),
        Trick::MissingFields => Some(
            Json(json!({ "next": { "step": "enter_code" }, "user": { "roles": [] } }))
                .into_response(),
        ),
        Trick::AbsurdRetry => Some(
            (
                StatusCode::TOO_MANY_REQUESTS,
                [(header::CONTENT_TYPE, problem), (header::RETRY_AFTER, "99999999999")],
                json!({ "type": "urn:partner-recovery:too-many-requests", "status": 429, "title": "Later.", "trace_id": "0", "retry_after": 1e300 })
                    .to_string(),
            )
                .into_response(),
        ),
        _ => None,
    }
}
