//! What a person has beside the page: a mailbox, and time.

use crate::entra_stand_in::accounts::CLIENT_ID;
use crate::entra_stand_in::{self, Running};
use crate::native_transport::NativeTransport;
use partner_recovery::api::SharedApi;
use partner_recovery::api::drivers::DriverKind;
use partner_recovery::domain::moment::{Moment, Seconds};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::net::{Ipv4Addr, TcpListener};
use std::rc::Rc;
use std::time::Duration;

/// Longer than anything takes, so that a test that hangs ends.
const PATIENCE: Duration = Duration::from_secs(60);

/// A stand-in of its own, and the driver that talks to it.
pub struct Surroundings {
    pub entra: Running,
    now: Rc<Cell<Moment>>,
    /// Whose mailbox is looked into.
    mailbox: RefCell<String>,
}

impl Surroundings {
    pub async fn start() -> Self {
        let entra = entra_stand_in::start("https://recover.contoso.example").await;
        Self { entra, now: Rc::default(), mailbox: RefCell::new(crate::person::USER.to_owned()) }
    }

    /// Entra, through the driver.
    pub fn connect(&self) -> SharedApi {
        self.connect_as(CLIENT_ID)
    }

    /// Entra, for an app of this ID.
    pub fn connect_as(&self, client_id: &str) -> SharedApi {
        self.connect_to(self.entra.base_url(), client_id, PATIENCE)
    }

    /// Entra, for which nobody waits longer than this.
    pub fn connect_with(&self, patience: Duration) -> SharedApi {
        self.connect_to(self.entra.base_url(), CLIENT_ID, patience)
    }

    /// A port where nobody listens.
    pub fn connect_to_nobody(&self) -> SharedApi {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let address = listener.local_addr().expect("a listener has an address");
        self.connect_to(format!("http://{address}"), CLIENT_ID, PATIENCE)
    }

    fn connect_to(&self, url: String, client_id: &str, patience: Duration) -> SharedApi {
        let transport = Rc::new(NativeTransport::new(patience, self.now.clone()));
        let api = DriverKind::Entra.connect(url, Some(client_id.to_owned()), transport);
        api.speak("en");
        api
    }

    /// Looks into the mailbox of this account from now on.
    pub fn look_into_the_mailbox_of(&self, user_id: &str) {
        user_id.clone_into(&mut self.mailbox.borrow_mut());
    }

    /// Lets the time pass, here and for Entra.
    pub async fn pass(&self, time: Seconds) {
        self.now.set(self.now.get().after(time));
        self.entra.pass(time.get());
    }

    /// The code that was sent last.
    pub async fn last_code(&self) -> String {
        self.entra.code_sent_to(&self.mailbox.borrow())
    }

    /// What was sent to people, newest first.
    pub async fn outbox(&self) -> Vec<Value> {
        vec![json!({ "code": self.last_code().await })]
    }

    /// Entra has no challenges.
    pub async fn characters(&self, challenge: &str) -> String {
        panic!("there is no challenge {challenge}")
    }
}
