//! `POST /v1/recoveries`

use crate::stand_in::app::App;
use crate::stand_in::problem::Problem;
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::{Fields, IdempotencyKey};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>, key: IdempotencyKey, body: Fields) -> Result<Response, Problem> {
    let start = || {
        let store = app.store();
        Ok(Recovery::start(&store).reply_body(&app, &store))
    };
    let reply = match key.if_any() {
        None => start()?,
        Some(key) => app.replays.once("recoveries", key, body.as_text(None), app.clock.now(), start)?,
    };
    Ok((StatusCode::CREATED, Json(reply)).into_response())
}
