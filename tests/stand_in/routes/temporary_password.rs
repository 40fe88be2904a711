//! `POST /v1/users/{id}/temporary-password`

use crate::stand_in::accounts;
use crate::stand_in::app::App;
use crate::stand_in::clock::rfc3339;
use crate::stand_in::language::Language;
use crate::stand_in::messages;
use crate::stand_in::passwords;
use crate::stand_in::problem::{Problem, RESET_NOT_ALLOWED, USER_NOT_FOUND};
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::Fields;
use crate::stand_in::sentinels::{self, Trick};
use crate::stand_in::sessions::{self, SessionToken};
use crate::stand_in::signed_in;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::Arc;

/// How long a temporary password works, in seconds.
const LIFE: i64 = 24 * 60 * 60;

pub async fn post(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    token: SessionToken,
    language: Language,
    _body: Fields,
) -> Result<Response, Problem> {
    let store = app.store();
    let now = app.clock.now();
    let admin = signed_in::global_admin(&store, now, &token)?;
    let colleagues = accounts::of_company(&store, admin.company());
    let user_id = colleagues.into_iter().find(|account| account.id == id).ok_or(USER_NOT_FOUND)?.user_id;
    let trick = sentinels::trick(&user_id);
    if user_id == admin.user_id || trick == Trick::Protected {
        return Err(RESET_NOT_ALLOWED.into());
    }
    let recent = accounts::password_hashes(&store, &user_id);
    let password = passwords::temporary(passwords::policy(trick), &user_id, &recent);
    let expires_at = now + LIFE;
    accounts::set_temporary_password(&store, &user_id, &passwords::hash(&password), expires_at);
    sessions::end_all(&store, &user_id);
    Recovery::end_all(&store, &user_id);
    let notice = messages::password_reset_by_admin(language, &user_id);
    app.outbox.send(notice.to(user_id, None, now));
    let answer = json!({ "temporary_password": password, "expires_at": rfc3339(expires_at) });
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}
