//! `GET /outbox.json`: the same as the outbox page, for tests.

use crate::stand_in::app::App;
use crate::stand_in::outbox::Received;
use axum::Json;
use axum::extract::State;
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>) -> Json<Vec<Received>> {
    Json(app.outbox.received())
}
