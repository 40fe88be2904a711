//! Requests through the browser's `fetch` (gloo-net).

use super::{clock, is_offline};
use crate::api::http::{Failure, Request, Response, Transport, cookie_in, seconds_in};
use crate::domain::moment::{Moment, Seconds};
use crate::domain::secret::Secret;
use gloo_net::http;
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortSignal, HtmlDocument, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestRedirect,
};

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
    let prepared = prepared(&request, &signal).map_err(|_| Failure::Lost)?;
    let Some((response, body)) = answer(prepared).await else {
        return Err(if signal.aborted() { Failure::TimedOut } else { Failure::Lost });
    };
    let headers = response.headers();
    let retry_after = headers.get("retry-after").and_then(|value| wait_of(&value, headers.get("date")));
    Ok(Response { status: response.status(), retry_after, body })
}

/// The request as the browser knows it. It is made here, as `gloo-net`'s builder takes addresses apart, which ours do not need (1.5 kB).
fn prepared(request: &Request, signal: &AbortSignal) -> Result<web_sys::Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(request.method.name());
    init.set_credentials(if request.cookies { RequestCredentials::Include } else { RequestCredentials::Omit });
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(signal));
    if let Some(body) = &request.body {
        init.set_body(&body.expose().into());
    }
    let prepared = web_sys::Request::new_with_str_and_init(&request.url, &init)?;
    for (name, value) in &request.headers {
        prepared.headers().set(name, value.expose())?;
    }
    Ok(prepared)
}

/// What comes back, read to its end; `None` if nothing does.
async fn answer(request: web_sys::Request) -> Option<(http::Response, Vec<u8>)> {
    let response = http::Request::from(request).send().await.ok()?;
    let body = response.binary().await.ok()?;
    Some((response, body))
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
