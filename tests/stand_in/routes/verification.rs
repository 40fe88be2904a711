//! `GET /v1/verification`

use crate::stand_in::app::App;
use crate::stand_in::problem::Problem;
use crate::stand_in::sessions::SessionToken;
use crate::stand_in::signed_in;
use crate::stand_in::verification;
use axum::Json;
use axum::extract::State;
use serde_json::Value;
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>, token: SessionToken) -> Result<Json<Value>, Problem> {
    let store = app.store();
    let person = signed_in::person(&store, app.clock.now(), &token)?;
    Ok(Json(verification::description(&app, &store, person.company())))
}
