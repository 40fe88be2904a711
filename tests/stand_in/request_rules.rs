//! What holds for every request and every answer.

use super::app::App;
use super::problem::{INVALID_REQUEST, Problem};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower_http::cors::{AllowOrigin, CorsLayer};

const REQUESTED_WITH: HeaderName = HeaderName::from_static("x-requested-with");
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Refuses a write without `X-Requested-With: partner-recovery`, which another site cannot send without asking first.
pub async fn require_requested_with(request: Request, next: Next) -> Response {
    let is_ours = request.headers().get(REQUESTED_WITH).is_some_and(|value| value == "partner-recovery");
    if request.method() == Method::GET || is_ours {
        next.run(request).await
    } else {
        Problem::from(INVALID_REQUEST).status(StatusCode::FORBIDDEN).into_response()
    }
}

/// Writes one line for each request: without IDs, bodies and headers.
pub async fn log(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if !app.options.log_requests {
        return next.run(request).await;
    }
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "(unknown)".to_owned(), |path| path.as_str().to_owned());
    let started = Instant::now();
    let response = next.run(request).await;
    println!("{method} {route} {} {} ms", response.status().as_u16(), started.elapsed().as_millis());
    response
}

/// Which pages may call, and what they may send and read.
pub fn cors(allowed_origins: &[String]) -> CorsLayer {
    let origins: Vec<HeaderValue> =
        allowed_origins.iter().map(|origin| origin.parse().expect("an origin is a header value")).collect();
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::ACCEPT_LANGUAGE,
            REQUESTED_WITH,
            IDEMPOTENCY_KEY,
        ])
        .expose_headers([header::RETRY_AFTER, header::DATE])
        .max_age(Duration::from_secs(600))
}
