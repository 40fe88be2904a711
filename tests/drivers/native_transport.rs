//! Requests over real HTTP, as `browser/fetch.rs` makes them in a page.

use partner_recovery::api::http::{Failure, Method, Request, Response, Transport, cookie_in, seconds_in};
use partner_recovery::domain::moment::Moment;
use partner_recovery::domain::secret::Secret;
use reqwest::header::{COOKIE, HeaderMap, RETRY_AFTER, SET_COOKIE};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// A client with the cookies of one person.
pub struct NativeTransport {
    client: reqwest::Client,
    // Kept by hand: a cookie store would not send a `Secure` cookie back over plain HTTP, as browsers do on this machine.
    cookies: RefCell<BTreeMap<String, String>>,
    now: Rc<Cell<Moment>>,
}

impl NativeTransport {
    /// It gives up after `timeout`; `now` is the time that passes for the test.
    pub fn new(timeout: Duration, now: Rc<Cell<Moment>>) -> Self {
        let client = reqwest::Client::builder().timeout(timeout).redirect(reqwest::redirect::Policy::none());
        Self { client: client.build().expect("the client needs nothing"), cookies: RefCell::default(), now }
    }

    async fn exchange(&self, request: Request) -> Result<Response, reqwest::Error> {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut builder = self.client.request(method, &request.url);
        for (name, value) in &request.headers {
            builder = builder.header(*name, value.expose());
        }
        let cookies = self.cookies();
        if request.cookies && !cookies.is_empty() {
            builder = builder.header(COOKIE, cookies);
        }
        if let Some(body) = &request.body {
            builder = builder.body(body.expose().to_owned());
        }
        let response = builder.send().await?;
        if request.cookies {
            self.keep_cookies(response.headers());
        }
        Ok(Response {
            status: response.status().as_u16(),
            retry_after: response.headers().get(RETRY_AFTER).and_then(|value| seconds_in(value.to_str().ok()?)),
            body: response.bytes().await?.to_vec(),
        })
    }

    /// As a page would read them, those that it may not see among them.
    fn cookies(&self) -> String {
        let pairs: Vec<_> = self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for header in headers.get_all(SET_COOKIE) {
            let cookie =
                cookie::Cookie::parse(header.to_str().expect("a cookie is text")).expect("a cookie can be read");
            let is_removed = cookie.max_age().is_some_and(cookie::time::Duration::is_zero);
            let mut cookies = self.cookies.borrow_mut();
            if is_removed {
                cookies.remove(cookie.name());
            } else {
                cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
    }
}

impl Transport for NativeTransport {
    fn cookie(&self, name: &str) -> Option<Secret> {
        cookie_in(&self.cookies(), name)
    }

    fn send(&self, request: Request) -> Pin<Box<dyn Future<Output = Result<Response, Failure>> + '_>> {
        Box::pin(async move {
            let failure = |error: reqwest::Error| if error.is_timeout() { Failure::TimedOut } else { Failure::Lost };
            self.exchange(request).await.map_err(failure)
        })
    }

    fn now(&self) -> Moment {
        self.now.get()
    }
}
