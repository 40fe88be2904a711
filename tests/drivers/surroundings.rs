//! What a person has beside the page: a mailbox, eyes for a picture, and time.

use crate::allauth_server;
use crate::entra_stand_in::{self, accounts::CLIENT_ID};
use crate::native_transport::NativeTransport;
use crate::person::{PASSWORD, USER};
use crate::stand_in::{self, Options};
use partner_recovery::api::SharedApi;
use partner_recovery::api::drivers::DriverKind;
use partner_recovery::domain::capabilities::Capabilities;
use partner_recovery::domain::moment::{Moment, Seconds};
use serde_json::{Value, json};
use std::cell::Cell;
use std::net::{Ipv4Addr, TcpListener};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// Longer than anything takes, so that a test that hangs ends.
const PATIENCE: Duration = Duration::from_secs(60);

/// The API of a driver.
enum Server {
    StandIn(stand_in::Running),
    Allauth(allauth_server::Running),
    Entra(entra_stand_in::Running),
}

/// An API of its own, and the driver that talks to it.
pub struct Surroundings {
    driver: DriverKind,
    server: Server,
    http: reqwest::Client,
    now: Rc<Cell<Moment>>,
}

impl Surroundings {
    /// A server of django-allauth with other settings: variables that its settings.py reads.
    pub fn allauth_with(settings: &[(&str, &str)]) -> Self {
        let site = "https://account.contoso.example";
        let server = Server::Allauth(allauth_server::Running::start(site, &[USER], PASSWORD, settings));
        Self { driver: DriverKind::Allauth, server, http: reqwest::Client::new(), now: Rc::default() }
    }

    pub async fn start(driver: DriverKind) -> Self {
        let server = match driver {
            DriverKind::RecoveryV1 => {
                let options = Options { test_switches: true, still_clock: true, ..Options::default() };
                Server::StandIn(stand_in::start(options).await)
            }
            DriverKind::Allauth => return Self::allauth_with(&[]),
            DriverKind::Entra => Server::Entra(entra_stand_in::start("https://account.contoso.example").await),
        };
        Self { driver, server, http: reqwest::Client::new(), now: Rc::default() }
    }

    fn url(&self) -> String {
        match &self.server {
            Server::StandIn(running) => running.url(),
            Server::Allauth(running) => running.url(),
            Server::Entra(running) => running.base_url(),
        }
    }

    /// What the driver says that the API can do.
    pub fn offers(&self) -> Capabilities {
        self.driver.capabilities()
    }

    /// The API.
    pub fn connect(&self) -> SharedApi {
        self.connect_with(PATIENCE)
    }

    /// The API, for which nobody waits longer than this.
    pub fn connect_with(&self, patience: Duration) -> SharedApi {
        self.connect_to(self.url(), patience)
    }

    /// An API at a port where nobody listens.
    pub fn connect_to_nobody(&self) -> SharedApi {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let address = listener.local_addr().expect("a listener has an address");
        self.connect_to(format!("http://{address}"), PATIENCE)
    }

    /// An API at another place.
    pub fn connect_elsewhere(&self, url: String) -> SharedApi {
        self.connect_to(url, PATIENCE)
    }

    /// The API, for an app that it knows by this ID.
    pub fn connect_as(&self, client_id: &str) -> SharedApi {
        let transport = Rc::new(NativeTransport::new(PATIENCE, self.now.clone()));
        connected(self.driver.connect(self.url(), Some(client_id.to_owned()), transport))
    }

    /// The stand-in for Entra.
    pub fn entra(&self) -> &entra_stand_in::Running {
        match &self.server {
            Server::Entra(running) => running,
            Server::StandIn(_) | Server::Allauth(_) => panic!("this is another API"),
        }
    }

    fn connect_to(&self, url: String, patience: Duration) -> SharedApi {
        let transport = Rc::new(NativeTransport::new(patience, self.now.clone()));
        let client_id = self.driver.needs_client_id().then(|| CLIENT_ID.to_owned());
        let api = connected(self.driver.connect(url, client_id, transport));
        api.speak("en");
        api
    }

    /// Lets the time pass for the API.
    pub async fn pass(&self, time: Seconds) {
        self.now.set(self.now.get().after(time));
        match &self.server {
            Server::StandIn(_) => {}
            Server::Allauth(running) => return running.advance(time.get()),
            Server::Entra(running) => return running.pass(time.get()),
        }
        let body = json!({ "advance_seconds": time.get() }).to_string();
        let request = self.http.post(self.url() + "/test/clock").header("content-type", "application/json");
        let status = request.body(body).send().await.expect("the stand-in answers").status();
        assert_eq!(status, 204);
    }

    /// Lets every session end at once.
    pub async fn end_sessions(&self) {
        let request = self.http.post(self.url() + "/test/sessions/end");
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
        self.newest_code().await.expect("the last message has a code")
    }

    /// The code in what was sent last, if there is one.
    pub async fn newest_code(&self) -> Option<String> {
        match &self.server {
            Server::StandIn(_) => self.outbox().await.first()?["code"].as_str().map(str::to_owned),
            Server::Allauth(running) => running.code_sent_to(USER),
            Server::Entra(running) => running.newest_code(),
        }
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
        let request = self.http.post(format!("{}/desk/{number}/{action}", self.url()));
        let form = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = form.body(format!("text={}", words.replace(' ', "+"))).send().await;
        let status = answer.expect("the stand-in answers").status();
        assert!(status.is_success(), "{action}: {status}");
    }

    async fn read(&self, path: &str) -> Value {
        let response = self.http.get(self.url() + path).send().await.expect("the stand-in answers");
        let bytes = response.bytes().await.expect("the body arrives");
        serde_json::from_slice(&bytes).expect("it is JSON")
    }
}

/// The driver, for which nothing has to be loaded here: its code is in this program.
fn connected(driver: impl Future<Output = Result<SharedApi, impl Sized>>) -> SharedApi {
    match pin!(driver).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(api)) => api,
        _ => panic!("the driver is not there at once"),
    }
}
