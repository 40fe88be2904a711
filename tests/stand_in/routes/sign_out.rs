//! `DELETE /v1/session`

use crate::stand_in::app::App;
use crate::stand_in::sessions::{self, SessionToken};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use std::sync::Arc;

pub async fn delete(State(app): State<Arc<App>>, token: SessionToken) -> impl IntoResponse {
    let removal = sessions::end(&app.store(), &token);
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, removal)])
}
