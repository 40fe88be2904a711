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
    let (methods, proofs_left, wrong) = match &recovery.stage {
        Stage::ChooseMethod { methods, proofs_left } => (methods.clone(), *proofs_left, 0),
        // Whoever went back may choose again.
        Stage::EnterCode { method, others, proofs_left, code } if !others.is_empty() => {
            let methods = std::iter::once(method).chain(others).cloned().collect();
            (methods, *proofs_left, code.wrong)
        }
        _ => {
            body.finish()?;
            return Err(recovery.wrong_step(&app, &store));
        }
    };
    let Some(method) = methods.iter().find(|method| method.id == chosen) else {
        body.refuse("method_id", "unknown_value");
        body.finish()?;
        return Err(recovery.wrong_step(&app, &store));
    };
    // The code that was sent there is still good.
    if matches!(&recovery.stage, Stage::EnterCode { method: present, .. } if present.id == chosen) {
        return Ok(recovery.reply(&app, &store, StatusCode::OK));
    }
    let code = codes::send(&app, &recovery.receiver(&store, language), method, wrong)
        .ok_or_else(|| Problem::from(DELIVERY_FAILED).next(recovery.next(&app, &store)))?;
    recovery.stage = Stage::EnterCode {
        method: method.clone(),
        others: methods.iter().filter(|other| other.id != chosen).cloned().collect(),
        proofs_left,
        code,
    };
    Ok(recovery.reply(&app, &store, StatusCode::OK))
}
