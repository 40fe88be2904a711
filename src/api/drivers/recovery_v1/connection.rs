//! What all calls share: where the API is, how requests look, and the token of the recovery.

use crate::api::http::{Method, Request, Response, Transport};
use crate::domain::problem::{Fault, Problem};
use crate::domain::secret::Secret;
use crate::json::Object;
use std::cell::RefCell;
use std::rc::Rc;

/// A connection.
pub(super) struct Connection {
    base_url: String,
    transport: Rc<dyn Transport>,
    language: RefCell<String>,
    /// Rotates with every success; proves to the API which recovery it is.
    token: RefCell<Option<Rc<Secret>>>,
}

impl Connection {
    pub(super) fn new(base_url: String, transport: Rc<dyn Transport>) -> Self {
        Self { base_url, transport, language: RefCell::default(), token: RefCell::default() }
    }

    pub(super) fn speak(&self, language: &str) {
        language.clone_into(&mut self.language.borrow_mut());
    }

    /// A request, with `body` as JSON if it has one.
    pub(super) fn request(&self, method: Method, path: &str, body: Option<Object>) -> Request {
        let mut headers = vec![
            ("Accept-Language", Secret::new(self.language.borrow().clone())),
            // Not on the list of safe headers, so that a browser always asks the API first (Fetch, CORS preflight).
            ("X-Requested-With", Secret::new("partner-recovery".to_owned())),
        ];
        if body.is_some() {
            headers.push(("Content-Type", Secret::new("application/json".to_owned())));
        }
        let body = body.map(|body| Secret::new(body.json()));
        Request { method, url: [&self.base_url, path].concat(), headers, body, cookies: true }
    }

    pub(super) async fn send(&self, request: Request) -> Result<Response, Fault> {
        Ok(self.transport.send(request).await.map_err(Problem::from)?)
    }

    pub(super) async fn ask(&self, method: Method, path: &str, body: Option<Object>) -> Result<Response, Fault> {
        self.send(self.request(method, path, body)).await
    }

    /// Proves with `request` which recovery it belongs to.
    pub(super) fn authorize(&self, request: &mut Request) {
        if let Some(token) = self.token.borrow().as_ref() {
            request.headers.push(("Authorization", Secret::new(["Bearer ", token.expose()].concat())));
        }
    }

    pub(super) fn has_token(&self) -> bool {
        self.token.borrow().is_some()
    }

    pub(super) fn keep_token(&self, token: Option<Secret>) {
        *self.token.borrow_mut() = token.map(Rc::new);
    }
}

/// Whether `text` is an ID as the contract has those that stand in addresses. No other may become part of a path, because
/// the API must not be able to choose the path; percent-encoding would not be enough, as browsers take `%2e%2e` for `..`
/// (WHATWG URL, §4.1).
pub(super) fn is_path_segment(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
