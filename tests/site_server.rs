//! Serves the built site as a content delivery network has to: the headers are those of a real deployment.
//!
//! `make run` uses it, so that what works there works under the real policy too.

// One of the headers is for TLS only, which this server does not speak.
#[allow(dead_code, reason = "its header for TLS is not sent here")]
#[path = "../src/bin/prerender/headers.rs"]
pub(crate) mod headers;

use std::path::PathBuf;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

/// Serves `dist` until the process ends.
///
/// # Errors
/// When the listener fails, or `api_origin` cannot stand in a header.
pub(crate) async fn serve(listener: tokio::net::TcpListener, dist: PathBuf, api_origin: String) -> std::io::Result<()> {
    let headers = parse(&headers::of_every_answer(&api_origin)).map_err(std::io::Error::other)?;
    let missing = ServeFile::new(dist.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().not_found_service(missing);
    let site = Router::new().fallback_service(files).layer(middleware::from_fn_with_state(headers, answer));
    axum::serve(listener, site).await
}

fn parse(headers: &[(&str, String)]) -> axum::http::Result<HeaderMap> {
    headers.iter().map(|(name, value)| Ok((HeaderName::try_from(*name)?, HeaderValue::try_from(value)?))).collect()
}

async fn answer(State(always): State<HeaderMap>, request: Request, files: Next) -> Response {
    let is_asset = request.uri().path().starts_with(headers::ASSETS);
    let mut response = files.run(without_query(request)).await;

    // Assets are named by their content. Everything else is asked for again each time, missing assets too: they may
    // be there after the next deploy.
    let is_found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let caching = if is_asset && is_found { headers::FOR_EVER } else { headers::ASK_AGAIN };
    let sent = response.headers_mut();
    sent.extend(always);
    sent.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    say_utf8(sent);
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
