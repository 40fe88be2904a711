//! What the browser noted: every request and every line of the console.

use serde_json::Value;
use std::sync::{Mutex, MutexGuard};
use thirtyfour::WebDriver;

/// A request that the page made.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub url: String,
    /// The page that made it.
    pub page: String,
    /// The credentials of its `Authorization` header.
    pub token: Option<String>,
}

/// Everything since the session began.
pub struct Journal {
    driver: WebDriver,
    requests: Mutex<Vec<Request>>,
    lines: Mutex<Vec<String>>,
}

impl Journal {
    pub fn new(driver: WebDriver) -> Self {
        Self { driver, requests: Mutex::default(), lines: Mutex::default() }
    }

    /// The requests that were made so far.
    pub async fn requests(&self) -> Vec<Request> {
        let entries = self.driver.get_log("performance").await.expect("chromedriver keeps this log");
        let new = entries.iter().filter_map(|entry| request(&serde_json::from_str(&entry.message).ok()?));
        extend(self.requests.lock().unwrap(), new)
    }

    /// How often this was asked of the API: `POST /v1/recoveries`.
    pub async fn count(&self, method_and_path: &str) -> usize {
        self.requests().await.iter().filter(|request| request.is(method_and_path)).count()
    }

    /// The lines of the console so far, each with its level.
    pub async fn lines(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("chromedriver keeps this log");
        let new = entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message));
        extend(self.lines.lock().unwrap(), new)
    }
}

impl Request {
    /// Whether it is this method with a URL that ends like this.
    pub fn is(&self, method_and_path: &str) -> bool {
        let (method, path) = method_and_path.split_once(' ').expect("a method and a path");
        self.method == method && self.url.ends_with(path)
    }
}

fn extend<T: Clone>(mut all: MutexGuard<'_, Vec<T>>, new: impl Iterator<Item = T>) -> Vec<T> {
    all.extend(new);
    all.clone()
}

fn request(entry: &Value) -> Option<Request> {
    let message = &entry["message"];
    if message["method"] != "Network.requestWillBeSent" {
        return None;
    }
    let request = &message["params"]["request"];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let credentials = request["headers"]["authorization"].as_str().or(request["headers"]["Authorization"].as_str());
    Some(Request {
        method: text(&request["method"]),
        url: text(&request["url"]),
        page: text(&message["params"]["documentURL"]),
        token: credentials.and_then(|credentials| credentials.split(' ').nth(1)).map(str::to_owned),
    })
}
