//! `POST /v1/recoveries/current/code`

use crate::stand_in::accounts;
use crate::stand_in::app::App;
use crate::stand_in::codes::ATTEMPTS;
use crate::stand_in::problem::{CODE_EXPIRED, CODE_INCORRECT, Problem};
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::{Bearer, Fields};
use crate::stand_in::sentinels::Trick;
use crate::stand_in::stage::{Stage, Stop};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>, bearer: Bearer, mut body: Fields) -> Result<Response, Problem> {
    let given = body.text("code", 64);
    body.finish()?;
    let store = app.store();
    let now = app.clock.now();
    let mut recovery = Recovery::current(&store, now, &bearer)?;
    let recovery_id = recovery.id;
    let trick = recovery.trick();
    let is_known = accounts::find(&store, &recovery.user_id).is_some();
    let Stage::EnterCode { code, others, proofs_left, .. } = &mut recovery.stage else {
        return Err(recovery.wrong_step(&app, &store));
    };
    if code.is_expired(now) {
        return Err(Problem::from(CODE_EXPIRED).markup(trick == Trick::Markup));
    }
    // Both sides of the `&` are always looked at, so that an unknown user ID takes the same time.
    if !(code.is(&app.key, recovery_id, &given) & is_known) {
        code.wrong += 1;
        let left = ATTEMPTS.saturating_sub(code.wrong);
        if left == 0 {
            return Err(recovery.stop(&store, Stop::Locked));
        }
        recovery.save(&store);
        return Err(Problem::from(CODE_INCORRECT).attempts_left(left).markup(trick == Trick::Markup));
    }
    if *proofs_left > 1 {
        recovery.stage = Stage::ChooseMethod { methods: std::mem::take(others), proofs_left: *proofs_left - 1 };
        return Ok(recovery.reply(&app, &store, StatusCode::OK));
    }
    match trick {
        Trick::Locked => Err(recovery.stop(&store, Stop::Locked)),
        Trick::NoSelfService => Err(recovery.stop(&store, Stop::NoSelfService)),
        _ => {
            recovery.stage = Stage::SetPassword { rejected: Vec::new() };
            Ok(recovery.reply(&app, &store, StatusCode::OK))
        }
    }
}
