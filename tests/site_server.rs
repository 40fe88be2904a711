//! Serves the built site as a content delivery network has to: the headers here are those of a real deployment.
//!
//! `make run` and the browser tests use it, so that what works here works under the real policy too.

use std::path::PathBuf;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

/// The same on every answer, errors and redirects included.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(self), camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), \
         geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), usb=()",
    ),
];

/// What a page may load and do (Content Security Policy Level 3). `api_origin` is the recovery API's.
///
/// `wasm-unsafe-eval` lets the browser compile the app and nothing else; `blob:` is the CAPTCHA's picture and sound.
fn content_security_policy(api_origin: &str) -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "media-src blob:",
        &format!("connect-src 'self' {api_origin}"),
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// Serves `dist` until the process ends.
///
/// # Errors
/// When the listener fails, or `api_origin` cannot stand in a header.
pub(crate) async fn serve(listener: tokio::net::TcpListener, dist: PathBuf, api_origin: String) -> std::io::Result<()> {
    let policy = HeaderValue::try_from(content_security_policy(&api_origin)).map_err(std::io::Error::other)?;
    let missing = ServeFile::new(dist.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().not_found_service(missing);
    let site = Router::new().fallback_service(files).layer(middleware::from_fn_with_state(policy, answer));
    axum::serve(listener, site).await
}

async fn answer(State(policy): State<HeaderValue>, request: Request, files: Next) -> Response {
    let is_asset = request.uri().path().starts_with("/assets/");
    let mut response = files.run(without_query(request)).await;

    // Assets are named by their content. Everything else is asked for again each time, missing assets too: they may
    // be there after the next deploy.
    let is_found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let caching = if is_asset && is_found { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    say_utf8(headers);
    response
}

/// Files do not depend on the query, and the redirect from `/en/recover` to `/en/recover/` must not repeat one.
fn without_query(mut request: Request) -> Request {
    if let Ok(path) = request.uri().path().parse::<Uri>() {
        *request.uri_mut() = path;
    }
    request
}

/// All texts of the site are UTF-8, which a type alone does not say.
fn say_utf8(headers: &mut HeaderMap) {
    let text = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .filter(|value| value.starts_with("text/") && !value.contains("charset"))
        .and_then(|value| HeaderValue::try_from(format!("{value}; charset=utf-8")).ok());
    if let Some(value) = text {
        headers.insert(header::CONTENT_TYPE, value);
    }
}
