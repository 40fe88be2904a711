//! `DELETE /v1/recoveries/current`

use crate::stand_in::app::App;
use crate::stand_in::problem::Problem;
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::Bearer;
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;

pub async fn delete(State(app): State<Arc<App>>, bearer: Bearer) -> Result<StatusCode, Problem> {
    let store = app.store();
    Recovery::of(&store, app.clock.now(), &bearer)?.cancel(&store);
    Ok(StatusCode::NO_CONTENT)
}
