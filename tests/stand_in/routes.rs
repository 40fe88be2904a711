//! Which handler answers which call. One handler per file.

mod audio;
mod cancel;
mod captcha;
mod change_password;
mod choose_method;
mod clock;
mod code;
mod desk;
mod desk_action;
mod desk_json;
mod end_sessions;
mod identity;
mod lookup;
mod new_captcha;
mod outbox;
mod outbox_json;
mod password;
mod picture;
mod progress;
mod reply;
mod resend;
mod resend_verification;
mod search_users;
mod service_request;
mod session;
mod sign_in;
mod sign_out;
mod solution;
mod start;
mod temporary_password;
mod verification;
mod welcome;

use super::app::App;
use super::problem::{INVALID_REQUEST, Problem};
use super::request_rules::{cors, log, require_requested_with};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post, put};
use std::sync::Arc;
use tower_http::set_header::SetResponseHeaderLayer;

/// The largest request body, in bytes.
const MOST_BYTES: usize = 32 * 1024;

/// Every route, and what holds for all of them.
pub fn router(app: Arc<App>) -> Router {
    let api = Router::new()
        .route("/v1/recoveries", post(start::post))
        .route("/v1/recoveries/current", get(progress::get).delete(cancel::delete))
        .route("/v1/recoveries/current/captcha", post(captcha::post))
        .route("/v1/recoveries/current/identity", post(identity::post))
        .route("/v1/recoveries/current/method", post(choose_method::post))
        .route("/v1/recoveries/current/code", post(code::post))
        .route("/v1/recoveries/current/code/resend", post(resend::post))
        .route("/v1/recoveries/current/password", post(password::post))
        .route("/v1/captchas/{id}/picture", get(picture::get))
        .route("/v1/captchas/{id}/audio", get(audio::get))
        .route("/v1/captchas", post(new_captcha::post))
        .route("/v1/session", post(sign_in::post).get(session::get).delete(sign_out::delete))
        .route("/v1/session/password", put(change_password::put))
        .route("/v1/service-requests", post(service_request::post))
        .route("/v1/service-requests/lookup", post(lookup::post))
        .route("/v1/service-requests/reply", post(reply::post))
        .route("/v1/users/search", post(search_users::post))
        .route("/v1/users/{id}/temporary-password", post(temporary_password::post))
        .route("/v1/verification", get(verification::get))
        .route("/v1/verification/email-ownership/resend", post(resend_verification::post))
        .layer(from_fn(require_requested_with));
    let mut all = api
        .route("/", get(welcome::get))
        .route("/outbox", get(outbox::get))
        .route("/outbox.json", get(outbox_json::get))
        .route("/desk", get(desk::get))
        .route("/desk.json", get(desk_json::get))
        .route("/desk/{number}/{action}", post(desk_action::post));
    if app.options.test_switches {
        all = all
            .route("/test/captchas/{file}", get(solution::get))
            .route("/test/clock", post(clock::post))
            .route("/test/sessions/end", post(end_sessions::post));
    }
    all.fallback(async || Problem::from(INVALID_REQUEST).status(StatusCode::NOT_FOUND))
        .method_not_allowed_fallback(async || Problem::from(INVALID_REQUEST).status(StatusCode::METHOD_NOT_ALLOWED))
        .layer(from_fn_with_state(app.clone(), log))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(cors(&app.options.allowed_origins))
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(SetResponseHeaderLayer::overriding(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
        .with_state(app)
}
