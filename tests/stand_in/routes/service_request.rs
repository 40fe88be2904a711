//! `POST /v1/service-requests`

use crate::stand_in::app::App;
use crate::stand_in::captchas::{self, Answer};
use crate::stand_in::language::Language;
use crate::stand_in::limits::SERVICE_REQUESTS;
use crate::stand_in::messages;
use crate::stand_in::misbehaviour;
use crate::stand_in::problem::Problem;
use crate::stand_in::request::{Fields, IdempotencyKey};
use crate::stand_in::sentinels;
use crate::stand_in::service_request_form::Form;
use crate::stand_in::service_requests::ServiceRequest;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::sync::Arc;

pub async fn post(
    State(app): State<Arc<App>>,
    key: IdempotencyKey,
    language: Language,
    body: Fields,
) -> Result<Response, Problem> {
    let key = key.required()?;
    // Whoever did not get the answer sends the same again with another challenge.
    let request = body.as_text(Some("captcha"));
    let (form, answer) = Form::read(body)?;
    let trick = sentinels::trick(&form.contact.email);
    let mut is_new = false;
    let filed = app.replays.once("service-requests", key, request, app.clock.now(), || {
        is_new = true;
        let store = app.store();
        // The challenge is used up by now, so the way on is a new one.
        file(&app, &store, form, &answer, language).map_err(|problem| problem.captcha(captchas::outside(&app, &store)))
    })?;
    // Filed, but the answer gets lost: whoever sends it again has to get the same one.
    if is_new {
        misbehaviour::silence(&app, trick).await;
    }
    Ok((StatusCode::CREATED, Json(filed)).into_response())
}

/// Whether there is such an account or such a company is not looked at.
fn file(app: &App, store: &Connection, form: Form, answer: &Answer, language: Language) -> Result<Value, Problem> {
    captchas::answer(app, store, None, answer)?;
    let now = app.clock.now();
    let subject = app.key.hash("limits", &[&form.contact.email]);
    SERVICE_REQUESTS.check(store, now, &subject)?;
    SERVICE_REQUESTS.record(store, now, &subject);
    let (request, access_code) = ServiceRequest::file(store, now, form, language);
    let message = messages::request_received(language, &request.number);
    app.outbox.send(message.to(request.form.contact.email.clone(), None, now));
    Ok(json!({ "number": request.number, "access_code": access_code, "status": request.status().name() }))
}
