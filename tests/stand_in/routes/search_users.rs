//! `POST /v1/users/search`

use crate::stand_in::app::App;
use crate::stand_in::problem::{FieldError, INVALID_REQUEST, Problem};
use crate::stand_in::request::Fields;
use crate::stand_in::sessions::SessionToken;
use crate::stand_in::signed_in;
use crate::stand_in::users;
use axum::Json;
use axum::extract::State;
use serde_json::Value;
use std::sync::Arc;

pub async fn post(State(app): State<Arc<App>>, token: SessionToken, mut body: Fields) -> Result<Json<Value>, Problem> {
    let query = body.words_if_any("query", 254).unwrap_or_default();
    let cursor = body.words_if_any("cursor", 64);
    body.finish()?;
    let store = app.store();
    let admin = signed_in::global_admin(&store, app.clock.now(), &token)?;
    let page = users::search(&store, admin.company(), &query, cursor.as_deref());
    page.map(|page| Json(page.description())).ok_or_else(|| {
        Problem::from(INVALID_REQUEST).errors(vec![FieldError { pointer: "/cursor".to_owned(), code: "unknown_value" }])
    })
}
