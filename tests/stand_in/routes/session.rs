//! `GET /v1/session`

use super::sign_in::description;
use crate::stand_in::accounts;
use crate::stand_in::app::App;
use crate::stand_in::problem::{Problem, SESSION_REQUIRED};
use crate::stand_in::sessions::{self, SessionToken};
use axum::Json;
use axum::extract::State;
use serde_json::Value;
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>, token: SessionToken) -> Result<Json<Value>, Problem> {
    let store = app.store();
    let user_id = sessions::user_id(&store, app.clock.now(), &token)?;
    let account = accounts::find(&store, &user_id).ok_or(SESSION_REQUIRED)?;
    Ok(Json(description(&account)))
}
