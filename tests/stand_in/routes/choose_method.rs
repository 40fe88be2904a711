//! `POST /v1/recoveries/current/method`

use crate::stand_in::app::App;
use crate::stand_in::codes;
use crate::stand_in::language::Language;
use crate::stand_in::problem::{DELIVERY_FAILED, Problem};
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::{Bearer, Fields};
use crate::stand_in::stage::Stage;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

pub async fn post(
    State(app): State<Arc<App>>,
    bearer: Bearer,
    language: Language,
    mut body: Fields,
) -> Result<Response, Problem> {
    let chosen = body.text("method_id", 255);
    let store = app.store();
    let mut recovery = Recovery::current(&store, app.clock.now(), &bearer)?;
    let Stage::ChooseMethod { methods, proofs_left } = &recovery.stage else {
        body.finish()?;
        return Err(recovery.wrong_step(&app, &store));
    };
    let Some(method) = methods.iter().find(|method| method.id == chosen) else {
        body.refuse("method_id", "unknown_value");
        body.finish()?;
        return Err(recovery.wrong_step(&app, &store));
    };
    let code = codes::send(&app, &recovery.receiver(&store, language), method, 0)
        .ok_or_else(|| Problem::from(DELIVERY_FAILED).next(recovery.next(&app, &store)))?;
    recovery.stage = Stage::EnterCode {
        method: method.clone(),
        others: methods.iter().filter(|other| other.id != chosen).cloned().collect(),
        proofs_left: *proofs_left,
        code,
    };
    Ok(recovery.reply(&app, &store, StatusCode::OK))
}
