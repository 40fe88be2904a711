//! What a person has beside the page: a mailbox, eyes for a picture, and time.

use crate::native_transport::NativeTransport;
use crate::stand_in::{self, Options, Running};
use partner_recovery::api::SharedApi;
use partner_recovery::api::drivers::DriverKind;
use partner_recovery::domain::moment::{Moment, Seconds};
use serde_json::{Value, json};
use std::cell::Cell;
use std::net::{Ipv4Addr, TcpListener};
use std::rc::Rc;
use std::time::Duration;

/// Longer than anything takes, so that a test that hangs ends.
const PATIENCE: Duration = Duration::from_secs(60);

/// A stand-in of its own, with the test switches on, and the driver that talks to it.
pub struct Surroundings {
    driver: DriverKind,
    running: Running,
    http: reqwest::Client,
    now: Rc<Cell<Moment>>,
}

impl Surroundings {
    pub async fn start(driver: DriverKind) -> Self {
        let running = stand_in::start(Options { test_switches: true, still_clock: true, ..Options::default() }).await;
        Self { driver, running, http: reqwest::Client::new(), now: Rc::default() }
    }

    /// The API of the stand-in.
    pub fn connect(&self) -> SharedApi {
        self.connect_to(self.running.url(), PATIENCE)
    }

    /// The API of the stand-in, for which nobody waits longer than this.
    pub fn connect_with(&self, patience: Duration) -> SharedApi {
        self.connect_to(self.running.url(), patience)
    }

    /// An API at a port where nobody listens.
    pub fn connect_to_nobody(&self) -> SharedApi {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let address = listener.local_addr().expect("a listener has an address");
        self.connect_to(format!("http://{address}"), PATIENCE)
    }

    fn connect_to(&self, url: String, patience: Duration) -> SharedApi {
        let transport = Rc::new(NativeTransport::new(patience, self.now.clone()));
        let api = self.driver.connect(url, None, transport);
        api.speak("en");
        api
    }

    /// Lets the time pass for the stand-in.
    pub async fn pass(&self, time: Seconds) {
        self.now.set(self.now.get().after(time));
        let body = json!({ "advance_seconds": time.get() }).to_string();
        let request = self.http.post(self.running.url() + "/test/clock").header("content-type", "application/json");
        let status = request.body(body).send().await.expect("the stand-in answers").status();
        assert_eq!(status, 204);
    }

    /// Lets every session end at once.
    pub async fn end_sessions(&self) {
        let request = self.http.post(self.running.url() + "/test/sessions/end");
        assert_eq!(request.send().await.expect("the stand-in answers").status(), 204);
    }

    /// What was sent to people, newest first.
    pub async fn outbox(&self) -> Vec<Value> {
        match self.read("/outbox.json").await {
            Value::Array(messages) => messages,
            other => panic!("the outbox is a list, not {other}"),
        }
    }

    /// The code that was sent last.
    pub async fn last_code(&self) -> String {
        self.outbox().await[0]["code"].as_str().expect("the last message has a code").to_owned()
    }

    /// The characters of a challenge.
    pub async fn characters(&self, challenge: &str) -> String {
        let file = self.read(&format!("/test/captchas/{challenge}.json")).await;
        file["answer"].as_str().expect("the challenge is open").to_owned()
    }

    /// The service requests that support has, newest first.
    pub async fn service_requests(&self) -> Vec<Value> {
        match self.read("/desk.json").await {
            Value::Array(requests) => requests,
            other => panic!("the desk is a list, not {other}"),
        }
    }

    /// Support does something with a service request: `ask`, `approve` …, with these words.
    pub async fn support_does(&self, number: &str, action: &str, words: &str) {
        let request = self.http.post(format!("{}/desk/{number}/{action}", self.running.url()));
        let form = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = form.body(format!("text={}", words.replace(' ', "+"))).send().await;
        let status = answer.expect("the stand-in answers").status();
        assert!(status.is_success(), "{action}: {status}");
    }

    async fn read(&self, path: &str) -> Value {
        let response = self.http.get(self.running.url() + path).send().await.expect("the stand-in answers");
        let bytes = response.bytes().await.expect("the body arrives");
        serde_json::from_slice(&bytes).expect("it is JSON")
    }
}
