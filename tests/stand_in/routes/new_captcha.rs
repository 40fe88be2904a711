//! `POST /v1/captchas`

use crate::stand_in::app::App;
use crate::stand_in::captchas;
use crate::stand_in::request::Fields;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>, _body: Fields) -> (StatusCode, Json<Value>) {
    let captcha = captchas::outside(&app, &app.store());
    (StatusCode::CREATED, Json(json!({ "captcha": captcha })))
}
