//! `GET /v1/recoveries/current`

use crate::stand_in::app::App;
use crate::stand_in::language::Language;
use crate::stand_in::problem::Problem;
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::Bearer;
use crate::stand_in::sentinels::Trick;
use crate::stand_in::stage::Stage;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>, bearer: Bearer, language: Language) -> Result<Response, Problem> {
    let store = app.store();
    let now = app.clock.now();
    let mut recovery = Recovery::current(&store, now, &bearer)?;
    if let Stage::Wait { ready_at, hash, is_second } = &recovery.stage
        && now >= *ready_at
    {
        if recovery.trick() == Trick::SlowThenRejected && !is_second {
            recovery.stage = Stage::SetPassword { rejected: vec!["too_common".to_owned()] };
        } else {
            let hash = hash.clone();
            recovery.finish(&app, &store, language, &hash);
        }
    }
    Ok(recovery.reply(&app, &store, StatusCode::OK))
}
