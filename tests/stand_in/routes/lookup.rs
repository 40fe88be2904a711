//! `POST /v1/service-requests/lookup`

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
    body.finish()?;
    let request = ServiceRequest::open(&app, &app.store(), &access)?;
    Ok(Json(request.description()))
}
