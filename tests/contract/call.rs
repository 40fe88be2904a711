//! Requests that are put together.

use crate::answer::Answer;
use reqwest::Method;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

/// A request that is being put together. It keeps to the contract unless it is told otherwise.
#[derive(Clone)]
pub struct Call {
    pub method: Method,
    pub path: String,
    pub headers: HeaderMap,
    pub body: Option<String>,
    pub keeps_the_contract: bool,
}

impl Call {
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    pub fn post(path: impl Into<String>, body: Value) -> Self {
        Self::new(Method::POST, path).body(body.to_string())
    }

    pub fn put(path: impl Into<String>, body: Value) -> Self {
        Self::new(Method::PUT, path).body(body.to_string())
    }

    pub fn delete(path: impl Into<String>) -> Self {
        Self::new(Method::DELETE, path)
    }

    fn new(method: Method, path: impl Into<String>) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert("x-requested-with", HeaderValue::from_static("partner-recovery"));
        headers.insert("accept-language", HeaderValue::from_static("en"));
        Self { method, path: path.into(), headers, body: None, keeps_the_contract: true }
    }

    fn body(self, body: String) -> Self {
        Self { body: Some(body), ..self.header("content-type", "application/json") }
    }

    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("the value fits a header");
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    pub fn token(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// The cookie from an answer, as a browser sends it back.
    pub fn cookie(self, signed_in: &Answer) -> Self {
        let cookie = signed_in.headers["set-cookie"].to_str().expect("a cookie is text");
        self.header("cookie", cookie.split(';').next().expect("split gives something"))
    }

    /// The same without this header, which breaks the contract.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self.breaking_the_contract()
    }

    /// The same with this body, which breaks the contract.
    pub fn with_text(self, body: &str) -> Self {
        Self { body: Some(body.to_owned()), ..self.breaking_the_contract() }
    }

    pub fn breaking_the_contract(mut self) -> Self {
        self.keeps_the_contract = false;
        self
    }
}
