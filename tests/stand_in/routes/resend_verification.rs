//! `POST /v1/verification/email-ownership/resend`

use crate::stand_in::app::App;
use crate::stand_in::language::Language;
use crate::stand_in::problem::Problem;
use crate::stand_in::request::Fields;
use crate::stand_in::sessions::SessionToken;
use crate::stand_in::signed_in;
use crate::stand_in::verification;
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;

pub async fn post(
    State(app): State<Arc<App>>,
    token: SessionToken,
    language: Language,
    _body: Fields,
) -> Result<StatusCode, Problem> {
    let store = app.store();
    let person = signed_in::person(&store, app.clock.now(), &token)?;
    verification::send_mail(&app, &store, person.company(), language)?;
    Ok(StatusCode::ACCEPTED)
}
