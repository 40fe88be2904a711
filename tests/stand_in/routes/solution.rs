//! `GET /test/captchas/{id}.json`: the characters of a challenge, so that a test can answer the real picture.

use crate::stand_in::app::App;
use crate::stand_in::captchas;
use crate::stand_in::problem::{CAPTCHA_EXPIRED, Problem};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>, Path(file): Path<String>) -> Result<Json<Value>, Problem> {
    file.strip_suffix(".json")
        .ok_or(CAPTCHA_EXPIRED)
        .and_then(|id| captchas::solution(&app, &app.store(), id))
        .map(|answer| Json(json!({ "answer": answer })))
        .map_err(|gone| Problem::from(gone).status(StatusCode::NOT_FOUND))
}
