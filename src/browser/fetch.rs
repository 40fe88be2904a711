//! Requests through the browser's `fetch` (gloo-net).

use super::clock;
use crate::api::http::{Failure, Method, Request, Response, Transport, cookie_in, seconds_in};
use crate::domain::moment::{Moment, Seconds};
use crate::domain::secret::Secret;
use gloo_net::http::{self, RequestBuilder};
use std::pin::Pin;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, HtmlDocument, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

/// The browser as a [`Transport`].
pub struct Fetch {
    /// How long one request may take.
    pub timeout: Seconds,
}

impl Transport for Fetch {
    fn cookie(&self, name: &str) -> Option<Secret> {
        let document = web_sys::window()?.document()?.dyn_into::<HtmlDocument>().ok()?;
        cookie_in(&document.cookie().ok()?, name)
    }

    fn send(&self, request: Request) -> Pin<Box<dyn Future<Output = Result<Response, Failure>> + '_>> {
        Box::pin(send(request, self.timeout))
    }

    fn now(&self) -> Moment {
        clock::now()
    }
}

async fn send(request: Request, timeout: Seconds) -> Result<Response, Failure> {
    if is_offline() {
        return Err(Failure::Offline);
    }
    let signal = AbortSignal::timeout_with_u32(timeout.get().saturating_mul(1000));
    let failure = || if signal.aborted() { Failure::TimedOut } else { Failure::Lost };
    let method = match request.method {
        Method::Get => http::Method::GET,
        Method::Post => http::Method::POST,
        Method::Put => http::Method::PUT,
        Method::Delete => http::Method::DELETE,
    };
    let mut builder = RequestBuilder::new(&request.url)
        .method(method)
        .credentials(if request.cookies { RequestCredentials::Include } else { RequestCredentials::Omit })
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&signal));
    for (name, value) in &request.headers {
        builder = builder.header(name, value.expose());
    }
    let prepared = match &request.body {
        Some(body) => builder.body(body.expose()),
        None => builder.build(),
    };
    let response = prepared.map_err(|_| Failure::Lost)?.send().await.map_err(|_| failure())?;
    let headers = response.headers();
    let retry_after = headers.get("retry-after").and_then(|value| wait_of(&value, headers.get("date")));
    let status = response.status();
    let body = response.binary().await.map_err(|_| failure())?;
    Ok(Response { status, retry_after, body })
}

/// Only the browser's "no" is trustworthy: it says yes in many networks that lead nowhere.
fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

/// `Retry-After` as seconds, or as a date that is compared with the server's own clock (RFC 9110 §10.2.3).
fn wait_of(value: &str, server_date: Option<String>) -> Option<Seconds> {
    seconds_in(value).or_else(|| {
        let until = js_sys::Date::parse(value);
        let now = server_date.map_or_else(js_sys::Date::now, |date| js_sys::Date::parse(&date));
        let seconds = (until - now) / 1000.0;
        // A float becomes an integer by saturating; no date at all is no number.
        (!seconds.is_nan()).then(|| Seconds::clamped(seconds.ceil() as u64))
    })
}
