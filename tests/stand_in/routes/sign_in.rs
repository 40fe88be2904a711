//! `POST /v1/session`

use crate::stand_in::accounts::{self, Account};
use crate::stand_in::app::App;
use crate::stand_in::limits::FAILED_SIGN_INS;
use crate::stand_in::misbehaviour;
use crate::stand_in::passwords;
use crate::stand_in::problem::{Problem, SIGN_IN_FAILED};
use crate::stand_in::request::Fields;
use crate::stand_in::sentinels::{self, Trick};
use crate::stand_in::sessions;
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>, mut body: Fields) -> Result<Response, Problem> {
    let user_id = body.user_id("user_id");
    let password = body.password("password");
    body.finish()?;
    let trick = sentinels::trick(&user_id);
    misbehaviour::silence(&app, trick).await;
    if let Some(refusal) = misbehaviour::refusal(trick) {
        return Err(refusal);
    }
    if let Some(broken) = misbehaviour::broken(trick) {
        return Ok(broken);
    }
    let store = app.store();
    let now = app.clock.now();
    let subject = app.key.hash("limits", &[&user_id]);
    FAILED_SIGN_INS.check(&store, now, &subject)?;
    let account = accounts::find(&store, &user_id);
    let hashes = accounts::password_hashes(&store, &user_id);
    // For an unknown user ID the password is compared with another hash, which takes the same time.
    let hash = hashes.first().map_or(app.nobodys_hash.as_str(), String::as_str);
    let is_right = passwords::matches(&password, hash);
    match account {
        Some(account) if is_right && trick != Trick::Locked && !account.password_has_expired(now) => {
            FAILED_SIGN_INS.forget(&store, &subject);
            let cookie = sessions::start(&store, now, &account.user_id);
            Ok(([(header::SET_COOKIE, cookie)], Json(description(&account))).into_response())
        }
        _ => {
            FAILED_SIGN_INS.record(&store, now, &subject);
            Err(Problem::from(SIGN_IN_FAILED).markup(trick == Trick::Markup))
        }
    }
}

/// Who is signed in (`Session` in docs/api/openapi.yaml).
pub fn description(account: &Account) -> Value {
    json!({
        "user": {
            "display_name": account.display_name,
            "user_id": account.user_id,
            "roles": account.roles(),
        },
        "must_change_password": account.must_change_password,
        "password_policy": passwords::policy(sentinels::trick(&account.user_id)),
    })
}
