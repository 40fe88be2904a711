//! `POST /test/sessions/end`: ends every session, so that a test can let one end without moving the clock.

use crate::stand_in::app::App;
use crate::stand_in::sessions;
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>) -> StatusCode {
    sessions::end_everybodys(&app.store());
    StatusCode::NO_CONTENT
}
