//! What the stand-in remembers.

use super::accounts::{self, PASSWORD};
use super::flows::Flow;
use axum::extract::Request;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use tokio::sync::watch;

/// When the clock starts, in seconds since 1970.
const BEGINNING: u64 = 1_795_600_000;

/// The stand-in.
pub struct App {
    state: Mutex<State>,
    /// Becomes true when the stand-in stops.
    pub stopping: watch::Receiver<bool>,
}

/// Everything that changes.
pub struct State {
    /// The password of each account.
    pub passwords: HashMap<String, String>,
    /// The flows that go on, by the tokens that they can go on with.
    pub flows: HashMap<String, Flow>,
    pub mails: Vec<Mail>,
    pub seen: Vec<Seen>,
    /// Seconds since 1970.
    pub now: u64,
    /// Is told of every mail.
    says: fn(&Mail),
    count: u32,
    /// When sign-ins began, within the last minute.
    sign_ins: Vec<u64>,
}

/// A code on its way.
pub struct Mail {
    pub to: String,
    pub code: String,
}

/// A request that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub method: String,
    pub path: String,
    /// The names of its headers.
    pub headers: Vec<String>,
}

impl Seen {
    pub fn of(request: &Request) -> Self {
        Self {
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            headers: request.headers().keys().map(ToString::to_string).collect(),
        }
    }
}

impl App {
    pub fn new(stopping: watch::Receiver<bool>, says: fn(&Mail)) -> Self {
        let state = State {
            passwords: accounts::user_ids().map(|user_id| (user_id, PASSWORD.to_owned())).collect(),
            flows: HashMap::new(),
            mails: Vec::new(),
            seen: Vec::new(),
            now: BEGINNING,
            says,
            count: 0,
            sign_ins: Vec::new(),
        };
        Self { state: Mutex::new(state), stopping }
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no handler panics")
    }
}

impl State {
    /// As a proxy has to limit it (docs/drivers.md): ten sign-ins a minute, whoever they are for.
    pub fn lets_a_sign_in_begin(&mut self) -> bool {
        let now = self.now;
        self.sign_ins.retain(|begun| begun + 60 > now);
        let lets = self.sign_ins.len() < 10;
        if lets {
            self.sign_ins.push(now);
        }
        lets
    }

    /// A number that was not used before.
    pub fn next_number(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    /// An ID that was not used before.
    pub fn next_id(&mut self) -> String {
        format!("00000000-0000-4000-8000-{:012}", self.next_number())
    }

    /// Sends a code, and says which. The ones before are void, because a flow keeps the newest only.
    pub fn send_code(&mut self, to: &str) -> String {
        let code = format!("{:08}", (self.mails.len() as u64 + 1) * 70_000_027 % 100_000_000);
        let mail = Mail { to: to.to_owned(), code: code.clone() };
        (self.says)(&mail);
        self.mails.push(mail);
        code
    }
}
