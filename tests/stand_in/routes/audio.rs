//! `GET /v1/captchas/{id}/audio`

use crate::stand_in::app::App;
use crate::stand_in::captchas;
use crate::stand_in::problem::{INVALID_REQUEST, Problem};
use crate::stand_in::sound::{self, Rate};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::sync::Arc;

pub async fn get(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let rate = match query.get("rate").map(String::as_str) {
        None | Some("normal") => Rate::Normal,
        Some("slow") => Rate::Slow,
        Some(_) => return Err(INVALID_REQUEST.into()),
    };
    let characters = captchas::solution(&app, &app.store(), &id)
        .map_err(|gone| Problem::from(gone).status(StatusCode::NOT_FOUND))?;
    let sound = sound::spoken(&captchas::characters(&characters), rate);
    Ok(([(header::CONTENT_TYPE, "audio/wav")], sound).into_response())
}
