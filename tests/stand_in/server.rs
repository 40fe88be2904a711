//! A stand-in for the recovery API (docs/api/openapi.yaml), for development and tests: it keeps state and says no.
//!
//! `start` is all that a test needs. What each sample account triggers is in `sentinels`. A crate includes this file at its root, as
//! `#[path = "stand_in/server.rs"] mod stand_in;`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a stand-in that cannot go on has to say so loudly, and its log is its output"
)]
#![allow(unreachable_pub, dead_code, reason = "the module is part of several test crates, and each uses its own share")]

mod accounts;
mod app;
mod captchas;
mod clock;
mod codes;
mod desk;
mod language;
mod limits;
mod messages;
mod methods;
mod misbehaviour;
mod next;
mod outbox;
mod pages;
mod passwords;
mod problem;
mod proof_of_work;
mod readable;
mod recoveries;
mod replays;
mod request;
mod request_rules;
mod routes;
pub mod sentinels;
mod service_request_form;
mod service_requests;
mod sessions;
mod signed_in;
mod sound;
mod stage;
mod store;
mod tokens;
mod users;
mod verification;

pub use proof_of_work::ProofCost;

use app::App;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How a stand-in behaves.
pub struct Options {
    /// The exact origins whose pages may call, such as `http://127.0.0.1:8080`.
    pub allowed_origins: Vec<String>,
    /// The port on 127.0.0.1; none takes a free one.
    pub port: Option<u16>,
    /// Whether tests may read the answers of challenges, move the clock and end every session.
    pub test_switches: bool,
    /// Whether only tests move the clock, so that nothing depends on how fast the machine is.
    pub still_clock: bool,
    /// The database file; none keeps everything in memory.
    pub database: Option<PathBuf>,
    /// How much work a proof of work is.
    pub proof_cost: ProofCost,
    /// Whether each request is written to the standard output, in one line without any personal data.
    pub log_requests: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allowed_origins: Vec::new(),
            port: None,
            test_switches: false,
            still_clock: false,
            database: None,
            proof_cost: ProofCost::TEST,
            log_requests: false,
        }
    }
}

/// A stand-in that runs until this is dropped.
pub struct Running {
    address: SocketAddr,
    stop: watch::Sender<bool>,
}

impl Running {
    /// Where it answers, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

/// Starts a stand-in on the present runtime.
///
/// # Panics
/// When the port is taken, an origin is none, or the database cannot be opened.
pub async fn start(options: Options) -> Running {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, options.port.unwrap_or_default())).await.expect("the port is free");
    let address = listener.local_addr().expect("a listener has an address");
    let (stop, stopping) = watch::channel(false);
    let app = Arc::new(App::new(options, stopping.clone()));
    let mut stopped = stopping;
    tokio::spawn(async move {
        axum::serve(listener, routes::router(app))
            .with_graceful_shutdown(async move {
                // An error means that the sender is gone, which is a reason to stop as well.
                let _ = stopped.wait_for(|&stopping| stopping).await;
            })
            .await
    });
    Running { address, stop }
}
