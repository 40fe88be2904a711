//! `PUT /v1/session/password`

use crate::stand_in::accounts;
use crate::stand_in::app::App;
use crate::stand_in::language::Language;
use crate::stand_in::limits::FAILED_SIGN_INS;
use crate::stand_in::messages;
use crate::stand_in::passwords;
use crate::stand_in::problem::{Problem, SIGN_IN_FAILED};
use crate::stand_in::request::Fields;
use crate::stand_in::sentinels;
use crate::stand_in::sessions::{self, SessionToken};
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;

pub async fn put(
    State(app): State<Arc<App>>,
    token: SessionToken,
    language: Language,
    mut body: Fields,
) -> Result<StatusCode, Problem> {
    let current = body.password("current_password");
    let new = body.password("new_password");
    body.finish()?;
    let store = app.store();
    let now = app.clock.now();
    let user_id = sessions::user_id(&store, now, &token)?;
    let subject = app.key.hash("limits", &[&user_id]);
    FAILED_SIGN_INS.check(&store, now, &subject)?;
    let recent = accounts::password_hashes(&store, &user_id);
    if !recent.first().is_some_and(|hash| passwords::matches(&current, hash)) {
        FAILED_SIGN_INS.record(&store, now, &subject);
        return Err(SIGN_IN_FAILED.into());
    }
    FAILED_SIGN_INS.forget(&store, &subject);
    let policy = passwords::policy(sentinels::trick(&user_id));
    passwords::check(&new, policy, &user_id, &recent)?;
    accounts::change_password(&store, &user_id, &passwords::hash(&new));
    sessions::end_others(&store, &user_id, &token);
    let notice = messages::password_changed(language, &user_id);
    app.outbox.send(notice.to(user_id, None, now));
    Ok(StatusCode::NO_CONTENT)
}
