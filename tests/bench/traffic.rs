//! What a page asks for, and how many bytes come.

use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::{Index, IndexMut};
use thirtyfour::WebDriver;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Document,
    Styles,
    Script,
    Wasm,
    Texts,
    Config,
    Other,
}

impl Kind {
    pub const ALL: [Self; 7] =
        [Self::Document, Self::Styles, Self::Script, Self::Wasm, Self::Texts, Self::Config, Self::Other];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Styles => "CSS",
            Self::Script => "JS",
            Self::Wasm => "WASM",
            Self::Texts => "language pack",
            Self::Config => "config",
            Self::Other => "other",
        }
    }

    fn of(url: &str, media_type: &str) -> Self {
        match media_type {
            "text/html" => Self::Document,
            "text/css" => Self::Styles,
            "text/javascript" => Self::Script,
            "application/wasm" => Self::Wasm,
            "application/json" if url.ends_with("/config.json") => Self::Config,
            "application/json" => Self::Texts,
            _ => Self::Other,
        }
    }
}

/// Bytes of each kind, as they travel but without headers.
#[derive(Clone, Copy, Default)]
pub struct Bytes {
    of_kind: [u64; Kind::ALL.len()],
    pub requests: u64,
    /// With headers.
    pub on_the_line: u64,
}

impl Bytes {
    pub fn sum(&self) -> u64 {
        self.of_kind.iter().sum()
    }
}

impl Index<Kind> for Bytes {
    type Output = u64;

    fn index(&self, kind: Kind) -> &u64 {
        &self.of_kind[kind as usize]
    }
}

impl IndexMut<Kind> for Bytes {
    fn index_mut(&mut self, kind: Kind) -> &mut u64 {
        &mut self.of_kind[kind as usize]
    }
}

struct Request {
    url: String,
    /// When it was sent, in milliseconds since 1970.
    sent_at: f64,
    media_type: String,
    /// With headers; what the server says of the body alone is in `length`.
    received: f64,
    length: Option<u64>,
    is_over: bool,
    /// Whether the browser gets it for another page, when there is nothing else to do (`<link rel="prefetch">`).
    is_ahead: bool,
}

/// Every request of a page (Chrome DevTools Protocol, `Network`).
#[derive(Default)]
pub struct Traffic {
    requests: BTreeMap<String, Request>,
}

impl Traffic {
    /// Reads what is new. Whether a request is under way.
    pub async fn goes_on(&mut self, driver: &WebDriver) -> bool {
        let entries = driver.get_log("performance").await.expect("chromedriver keeps this log");
        for entry in entries {
            let entry: Value = serde_json::from_str(&entry.message).expect("it is JSON");
            self.note(entry["message"]["method"].as_str().unwrap_or_default(), &entry["message"]["params"]);
        }
        self.requests.values().any(|request| !request.is_over)
    }

    fn note(&mut self, method: &str, event: &Value) {
        let id = event["requestId"].as_str().unwrap_or_default().to_owned();
        if method == "Network.requestWillBeSent" {
            let url = event["request"]["url"].as_str().unwrap_or_default().to_owned();
            if url.starts_with("http") {
                let sent_at = event["wallTime"].as_f64().unwrap_or_default() * 1000.0;
                let is_ahead = event["request"]["initialPriority"] == "VeryLow";
                let new = Request {
                    url,
                    sent_at,
                    media_type: String::new(),
                    received: 0.0,
                    length: None,
                    is_over: false,
                    is_ahead,
                };
                self.requests.insert(id, new);
            }
            return;
        }
        let Some(request) = self.requests.get_mut(&id) else { return };
        match method {
            "Network.responseReceived" => {
                let response = &event["response"];
                request.media_type = response["mimeType"].as_str().unwrap_or_default().to_owned();
                request.length = response["headers"]["content-length"].as_str().and_then(|length| length.parse().ok());
            }
            "Network.loadingFinished" => {
                request.received = event["encodedDataLength"].as_f64().unwrap_or_default();
                request.is_over = true;
            }
            "Network.loadingFailed" => request.is_over = true,
            _ => (),
        }
    }

    /// What was asked for until then (milliseconds since 1970) for this page itself.
    pub fn until(&self, then: f64) -> Bytes {
        Self::sum_of(self.requests.values().filter(|request| request.sent_at <= then && !request.is_ahead))
    }

    /// Everything that was asked for, also for the pages that may come next.
    pub fn in_all(&self) -> Bytes {
        Self::sum_of(self.requests.values())
    }

    fn sum_of<'a>(requests: impl Iterator<Item = &'a Request>) -> Bytes {
        let mut bytes = Bytes::default();
        for request in requests {
            // A preload and its use are two requests with one answer.
            if request.received == 0.0 {
                continue;
            }
            let length = request.length.unwrap_or_else(|| panic!("{} comes without its length", request.url));
            bytes[Kind::of(&request.url, &request.media_type)] += length;
            bytes.on_the_line += request.received as u64;
            bytes.requests += 1;
        }
        bytes
    }
}
