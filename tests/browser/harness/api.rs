//! The recovery API behind the page, and what only tests may ask of it.

use crate::allauth_server;
use crate::entra_stand_in;
use crate::stand_in::sentinels::PASSWORD;
use crate::stand_in::{self, Options};
use serde_json::{Value, json};
use std::sync::Mutex;

/// Which API it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// The stand-in for our own contract.
    StandIn,
    /// django-allauth, with these accounts.
    Allauth(&'static [&'static str]),
    /// The stand-in for Microsoft Entra External ID.
    Entra,
}

impl Server {
    /// The driver that talks to it, by the name that `config.json` has for it.
    pub const fn driver(self) -> &'static str {
        match self {
            Self::StandIn => "recovery-v1",
            Self::Allauth(_) => "allauth",
            Self::Entra => "entra",
        }
    }

    async fn start(self, site_origin: &str) -> Running {
        match self {
            Self::StandIn => Running::StandIn(stand_in::start(options(site_origin, None)).await),
            Self::Allauth(accounts) => {
                Running::Allauth(allauth_server::Running::start(site_origin, accounts, PASSWORD, &[]))
            }
            Self::Entra => Running::Entra(entra_stand_in::start(site_origin).await),
        }
    }
}

enum Running {
    StandIn(stand_in::Running),
    Allauth(allauth_server::Running),
    Entra(entra_stand_in::Running),
}

impl Running {
    fn url(&self) -> String {
        match self {
            Self::StandIn(running) => running.url(),
            Self::Allauth(running) => running.url(),
            Self::Entra(running) => running.url(),
        }
    }
}

/// An API of its own.
pub struct Api {
    running: Mutex<Option<Running>>,
    /// Where it is reached without the server in front of it.
    port: u16,
    /// Where pages reach it.
    url: String,
    site_origin: String,
    client: reqwest::Client,
}

impl Api {
    /// Starts it for pages of `site_origin`, which will reach it at `url`.
    pub async fn start(server: Server, site_origin: String, url: String) -> Self {
        let running = server.start(&site_origin).await;
        let port = running.url().rsplit(':').next().and_then(|port| port.parse().ok()).expect("it has a port");
        Self { running: Mutex::new(Some(running)), port, url, site_origin, client: reqwest::Client::new() }
    }

    /// Where pages reach it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its port behind the server in front of it.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Switches it off.
    pub fn stops(&self) {
        self.running.lock().unwrap().take();
    }

    /// Switches it on again at the same place, with nothing in its memory.
    pub async fn starts_again(&self) {
        let running = stand_in::start(options(&self.site_origin, Some(self.port))).await;
        self.running.lock().unwrap().replace(Running::StandIn(running));
    }

    /// Moves its clock forward.
    pub async fn advance(&self, seconds: u32) {
        match &*self.running.lock().unwrap() {
            Some(Running::Allauth(running)) => return running.advance(seconds),
            Some(Running::Entra(running)) => return running.pass(seconds),
            _ => {}
        }
        let call = self.client.post(self.behind("/test/clock")).header("content-type", "application/json");
        let answer = call.body(json!({ "advance_seconds": seconds }).to_string()).send().await.unwrap();
        assert!(answer.status().is_success());
    }

    /// The characters of a challenge; none if it is not open (any more).
    pub async fn solution(&self, challenge: &str) -> Option<String> {
        let solution = self.read(&format!("/test/captchas/{challenge}.json")).await;
        solution["answer"].as_str().map(str::to_owned)
    }

    /// The newest code that was sent to an address with this ending.
    pub async fn code_sent_to(&self, ending: &str) -> String {
        match &*self.running.lock().unwrap() {
            Some(Running::Allauth(running)) => return running.code_sent_to(ending).expect("a code was sent"),
            Some(Running::Entra(running)) => return running.code_sent_to(ending),
            _ => {}
        }
        let outbox = self.read("/outbox.json").await;
        let messages = outbox.as_array().expect("the outbox is a list");
        messages
            .iter()
            .filter(|message| message["to"].as_str().is_some_and(|to| to.ends_with(ending)))
            .find_map(|message| message["code"].as_str())
            .unwrap_or_else(|| panic!("no code was sent to …{ending}"))
            .to_owned()
    }

    /// Every request that reached the stand-in for Entra, oldest first.
    pub fn seen(&self) -> Vec<entra_stand_in::Seen> {
        match &*self.running.lock().unwrap() {
            Some(Running::Entra(running)) => running.seen(),
            _ => vec![],
        }
    }

    /// What django-allauth sent, newest first, as it lies in the mailboxes.
    pub fn mails(&self) -> Vec<String> {
        match &*self.running.lock().unwrap() {
            Some(Running::Allauth(running)) => running.mails(),
            _ => vec![],
        }
    }

    /// The service requests that support has, newest first.
    pub async fn service_requests(&self) -> Vec<Value> {
        self.read("/desk.json").await.as_array().expect("the desk is a list").clone()
    }

    /// Support does something with a service request: `ask`, `approve` …, with these words.
    pub async fn support_does(&self, number: &str, action: &str, words: &str) {
        let call = self.client.post(self.behind(&format!("/desk/{number}/{action}")));
        let form = call.header("content-type", "application/x-www-form-urlencoded");
        let answer = form.body(format!("text={}", words.replace(' ', "+"))).send().await.unwrap();
        assert!(answer.status().is_success(), "{action}: {}", answer.status());
    }

    /// How many messages were sent to this address.
    pub async fn mails_to(&self, address: &str) -> usize {
        let outbox = self.read("/outbox.json").await;
        outbox.as_array().expect("the outbox is a list").iter().filter(|message| message["to"] == address).count()
    }

    /// Ends the session of everybody.
    pub async fn ends_sessions(&self) {
        let answer = self.client.post(self.behind("/test/sessions/end")).send().await.unwrap();
        assert!(answer.status().is_success());
    }

    fn behind(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    async fn read(&self, path: &str) -> Value {
        let answer = self.client.get(self.behind(path)).send().await.unwrap();
        serde_json::from_slice(&answer.bytes().await.unwrap()).expect("it is JSON")
    }
}

fn options(origin: &str, port: Option<u16>) -> Options {
    Options { allowed_origins: vec![origin.to_owned()], port, test_switches: true, ..Options::default() }
}
