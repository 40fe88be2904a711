//! `POST /v1/recoveries/current/code/resend`

use crate::stand_in::app::App;
use crate::stand_in::codes;
use crate::stand_in::language::Language;
use crate::stand_in::problem::{DELIVERY_FAILED, Problem, TOO_MANY_REQUESTS};
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
    _body: Fields,
) -> Result<Response, Problem> {
    let store = app.store();
    let now = app.clock.now();
    let mut recovery = Recovery::current(&store, now, &bearer)?;
    let (method, sent) = match &recovery.stage {
        Stage::EnterCode { method, code, .. } if codes::can_be_sent_again(method) => (method, code),
        _ => return Err(recovery.wrong_step(&app, &store)),
    };
    let wait = sent.resend_after(now);
    if wait > 0 {
        return Err(Problem::from(TOO_MANY_REQUESTS).retry_after(wait));
    }
    let new = codes::send(&app, &recovery.receiver(&store, language), method, sent.wrong)
        .ok_or_else(|| Problem::from(DELIVERY_FAILED))?;
    if let Stage::EnterCode { code, .. } = &mut recovery.stage {
        *code = new;
    }
    Ok(recovery.reply(&app, &store, StatusCode::OK))
}
