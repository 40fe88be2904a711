//! `POST /v1/recoveries`

use crate::stand_in::app::App;
use crate::stand_in::problem::{FieldError, INVALID_REQUEST, Problem};
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::Fields;
use crate::stand_in::request_rules::IDEMPOTENCY_KEY;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The contract's lengths of an `Idempotency-Key`.
const KEY_LENGTHS: std::ops::RangeInclusive<usize> = 16..=255;

pub async fn post(State(app): State<Arc<App>>, headers: HeaderMap, body: Fields) -> Result<Response, Problem> {
    let start = || {
        let store = app.store();
        Recovery::start(&store).reply_body(&app, &store)
    };
    let reply = match headers.get(IDEMPOTENCY_KEY) {
        None => start(),
        Some(key) => {
            let key = key.to_str().unwrap_or_default();
            if !KEY_LENGTHS.contains(&key.len()) {
                return Err(Problem::from(INVALID_REQUEST)
                    .errors(vec![FieldError { pointer: String::new(), code: "invalid_format" }]));
            }
            app.replays.once(key.to_owned(), body.as_text(), app.clock.now(), start)?
        }
    };
    Ok((StatusCode::CREATED, Json(reply)).into_response())
}
