//! `GET /desk.json`: the same as the desk page, for tests.

use crate::stand_in::app::App;
use crate::stand_in::desk;
use crate::stand_in::service_requests;
use axum::Json;
use axum::extract::State;
use serde_json::Value;
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>) -> Json<Vec<Value>> {
    let requests = service_requests::all(&app.store());
    Json(requests.iter().map(desk::description).collect())
}
