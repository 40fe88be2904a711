//! `GET /v1/captchas/{id}/picture`

use crate::stand_in::app::App;
use crate::stand_in::captchas;
use crate::stand_in::problem::Problem;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>, Path(id): Path<String>) -> Result<Response, Problem> {
    let picture =
        captchas::picture(&app, &app.store(), &id).map_err(|gone| Problem::from(gone).status(StatusCode::NOT_FOUND))?;
    Ok(([(header::CONTENT_TYPE, "image/png")], picture).into_response())
}
