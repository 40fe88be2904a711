//! `POST /desk/{number}/{action}`: support does something, with a plain form.

use crate::stand_in::app::App;
use crate::stand_in::desk::{self, Action};
use crate::stand_in::problem::Problem;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Redirect;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Written {
    #[serde(default)]
    text: String,
}

pub async fn post(
    State(app): State<Arc<App>>,
    Path((number, action)): Path<(String, Action)>,
    Form(written): Form<Written>,
) -> Result<Redirect, Problem> {
    desk::perform(&app, &app.store(), &number, action, &written.text)?;
    Ok(Redirect::to("/desk"))
}
