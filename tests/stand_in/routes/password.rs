//! `POST /v1/recoveries/current/password`

use crate::stand_in::accounts;
use crate::stand_in::app::App;
use crate::stand_in::language::Language;
use crate::stand_in::passwords;
use crate::stand_in::problem::{Problem, RESET_FAILED};
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::{Bearer, Fields};
use crate::stand_in::sentinels::Trick;
use crate::stand_in::stage::Stage;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// How long a slow change takes, in seconds.
const SLOW: i64 = 4;

pub async fn post(
    State(app): State<Arc<App>>,
    bearer: Bearer,
    language: Language,
    mut body: Fields,
) -> Result<Response, Problem> {
    let password = body.password("new_password");
    body.finish()?;
    let store = app.store();
    let now = app.clock.now();
    let mut recovery = Recovery::current(&store, now, &bearer)?;
    let Stage::SetPassword { rejected } = &recovery.stage else {
        return Err(recovery.wrong_step(&app, &store));
    };
    let is_second = !rejected.is_empty();
    let recent = accounts::password_hashes(&store, &recovery.user_id);
    let trick = recovery.trick();
    passwords::check(&password, passwords::policy(trick), &recovery.user_id, &recent)?;
    let hash = passwords::hash(&password);
    let ready_at = match trick {
        Trick::ResetFails => return Err(RESET_FAILED.into()),
        Trick::Slow | Trick::SlowThenRejected => now + SLOW,
        Trick::NeverReady => i64::MAX,
        _ => {
            recovery.finish(&app, &store, language, &hash);
            return Ok(recovery.reply(&app, &store, StatusCode::OK));
        }
    };
    recovery.stage = Stage::Wait { ready_at, hash, is_second };
    Ok(recovery.reply(&app, &store, StatusCode::ACCEPTED))
}
