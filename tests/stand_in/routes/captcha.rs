//! `POST /v1/recoveries/current/captcha`

use crate::stand_in::app::App;
use crate::stand_in::captchas;
use crate::stand_in::problem::Problem;
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::{Bearer, Fields};
use crate::stand_in::stage::Stage;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>, bearer: Bearer, _body: Fields) -> Result<Response, Problem> {
    let store = app.store();
    let recovery = Recovery::current(&store, app.clock.now(), &bearer)?;
    let Stage::Identify = recovery.stage else {
        return Err(recovery.wrong_step(&app, &store));
    };
    captchas::discard(&store, recovery.id);
    Ok(recovery.reply(&app, &store, StatusCode::OK))
}
