//! `POST /test/clock`: moves the time forward, so that a test can let things expire without waiting.

use crate::stand_in::app::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Move {
    advance_seconds: u32,
}

pub async fn post(State(app): State<Arc<App>>, Json(body): Json<Move>) -> StatusCode {
    app.clock.advance(body.advance_seconds);
    StatusCode::NO_CONTENT
}
