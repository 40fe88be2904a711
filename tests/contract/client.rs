//! A client that checks every request and every answer against the contract.

use crate::answer::Answer;
use crate::call::Call;
use crate::specification::{CONTRACT, Place};
use crate::stand_in::{self, Options, Running};
use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::{Method, Url};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Mutex;

/// The origin whose pages may call.
pub const ORIGIN: &str = "http://127.0.0.1:8080";

/// The answers that were given in this process.
pub static SEEN: Mutex<BTreeSet<Place>> = Mutex::new(BTreeSet::new());
/// The problems that were given in this process.
pub static SEEN_PROBLEMS: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// A stand-in of its own, and a way to call it.
pub struct Client {
    http: reqwest::Client,
    running: Running,
}

impl Client {
    /// Starts a stand-in with the test switches on.
    pub async fn start() -> Self {
        Self::start_with(Options::default()).await
    }

    /// Starts a stand-in with these options, and the test switches on.
    pub async fn start_with(options: Options) -> Self {
        let allowed_origins = vec![ORIGIN.to_owned()];
        let options = Options { allowed_origins, test_switches: true, still_clock: true, ..options };
        let running = stand_in::start(options).await;
        Self { http: reqwest::Client::new(), running }
    }

    /// Where the stand-in answers.
    pub fn url(&self) -> String {
        self.running.url()
    }

    /// Calls, and insists on the contract.
    pub async fn send(&self, call: Call) -> Answer {
        let name = format!("{} {}", call.method, call.path);
        let answer = self.exchange(call).await;
        assert!(
            answer.differences.is_empty(),
            "{name} → {} {:?}\n{}",
            answer.status,
            answer.differences,
            String::from_utf8_lossy(&answer.bytes)
        );
        answer
    }

    /// Calls, and notes where the answer differs from the contract.
    pub async fn exchange(&self, call: Call) -> Answer {
        let method = call.method.as_str().to_lowercase();
        if call.keeps_the_contract {
            let body = call.body.as_deref().map(|text| serde_json::from_str(text).expect("the body is JSON"));
            let differences = CONTRACT.check_request(&method, &call.path, &call.headers, body.as_ref());
            assert!(differences.is_empty(), "{method} {}: {differences:?}", call.path);
        }
        let mut answer = self.fetch(call.method, &call.path, call.headers, call.body).await;
        answer.differences = CONTRACT.check_answer(&method, &call.path, answer.status, &answer.headers, &answer.bytes);
        if answer.differences.is_empty() {
            let place = (method, CONTRACT.template(&call.path), answer.status);
            SEEN.lock().expect("no test panics here").insert(place);
            if let Some(name) = answer.problem() {
                SEEN_PROBLEMS.lock().expect("no test panics here").insert(name.to_owned());
            }
        }
        answer
    }

    /// Calls without looking at the contract, for what is outside of it.
    pub async fn fetch(&self, method: Method, path: &str, headers: HeaderMap, body: Option<String>) -> Answer {
        let mut request = self.http.request(method, self.url() + path).headers(headers);
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await.expect("the stand-in answers");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.expect("the body arrives").to_vec();
        Answer {
            status,
            headers,
            json: serde_json::from_slice(&bytes).unwrap_or_default(),
            bytes,
            differences: Vec::new(),
        }
    }

    /// Moves the clock of the stand-in forward.
    pub async fn advance(&self, seconds: u32) {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        let body = json!({ "advance_seconds": seconds }).to_string();
        let answer = self.fetch(Method::POST, "/test/clock", headers, Some(body)).await;
        assert_eq!(answer.status, 204);
    }

    /// What was sent to people, newest first.
    pub async fn outbox(&self) -> Vec<Value> {
        let answer = self.fetch(Method::GET, "/outbox.json", HeaderMap::new(), None).await;
        answer.json.as_array().expect("the outbox is a list").clone()
    }

    /// The service requests as support sees them, newest first.
    pub async fn desk(&self) -> Vec<Value> {
        let answer = self.fetch(Method::GET, "/desk.json", HeaderMap::new(), None).await;
        answer.json.as_array().expect("the desk is a list").clone()
    }

    /// Support does something at the desk, as a browser sends the form. A success leads back to the page of the desk.
    pub async fn support(&self, number: &str, action: &str, text: &str) -> Answer {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/x-www-form-urlencoded"));
        let form = Url::parse_with_params("http://127.0.0.1", [("text", text)]).expect("it is a URL");
        let body = form.query().expect("there is a field").to_owned();
        self.fetch(Method::POST, &format!("/desk/{number}/{action}"), headers, Some(body)).await
    }

    /// Ends every session, as time would.
    pub async fn end_sessions(&self) {
        let answer = self.fetch(Method::POST, "/test/sessions/end", HeaderMap::new(), None).await;
        assert_eq!(answer.status, 204);
    }

    /// The code that was sent last.
    pub async fn last_code(&self) -> String {
        let outbox = self.outbox().await;
        outbox[0]["code"].as_str().expect("the last message has a code").to_owned()
    }

    /// The characters of a challenge.
    pub async fn solution(&self, captcha_id: &Value) -> String {
        let path = format!("/test/captchas/{}.json", captcha_id.as_str().expect("an ID is text"));
        let answer = self.fetch(Method::GET, &path, HeaderMap::new(), None).await;
        answer.json["answer"].as_str().expect("the challenge is open").to_owned()
    }
}
