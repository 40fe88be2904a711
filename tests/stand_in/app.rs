//! What every handler works with.

use super::Options;
use super::accounts;
use super::clock::Clock;
use super::outbox::Outbox;
use super::passwords;
use super::replays::Replays;
use super::sentinels::{DOMAIN, OTHER_DOMAIN};
use super::store;
use super::tokens::{Key, random_token};
use super::verification;
use rusqlite::Connection;
use std::sync::{Mutex, MutexGuard};
use tokio::sync::watch;

/// The state of one stand-in.
pub struct App {
    store: Mutex<Connection>,
    pub clock: Clock,
    pub key: Key,
    pub outbox: Outbox,
    pub replays: Replays,
    pub options: Options,
    /// Compared with the passwords of unknown user IDs; nobody knows what it is the hash of.
    pub nobodys_hash: String,
    /// Becomes true when the stand-in stops.
    pub stopping: watch::Receiver<bool>,
}

impl App {
    /// Opens the database and adds the sample accounts.
    pub fn new(options: Options, stopping: watch::Receiver<bool>) -> Self {
        let store = store::open(options.database.as_deref());
        let clock = if options.still_clock { Clock::still() } else { Clock::default() };
        accounts::add_samples(&store);
        for domain in [DOMAIN, OTHER_DOMAIN] {
            verification::begin(&store, clock.now(), domain);
        }
        Self {
            store: Mutex::new(store),
            clock,
            key: Key::random(),
            outbox: Outbox::default(),
            replays: Replays::default(),
            options,
            nobodys_hash: passwords::hash(&random_token()),
            stopping,
        }
    }

    /// The database, for one request at a time: so each token is used once, and each attempt is counted.
    pub fn store(&self) -> MutexGuard<'_, Connection> {
        self.store.lock().expect("no handler panics")
    }
}
