//! `POST /v1/service-requests/reply`

use crate::stand_in::app::App;
use crate::stand_in::problem::Problem;
use crate::stand_in::request::Fields;
use crate::stand_in::service_requests::{Access, ServiceRequest};
use axum::Json;
use axum::extract::State;
use serde_json::Value;
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>, mut body: Fields) -> Result<Json<Value>, Problem> {
    let access = Access::read(&mut body);
    let question = body.text("question_id", 64);
    let answer = body.words("text", 2000);
    body.finish()?;
    let store = app.store();
    let mut request = ServiceRequest::open(&app, &store, &access)?;
    request.answer(&store, app.clock.now(), question, answer)?;
    Ok(Json(request.description()))
}
