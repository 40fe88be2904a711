//! Runs the stand-in until it is interrupted.
#![expect(clippy::print_stdout, reason = "its output is what it prints")]

#[path = "../site_server.rs"]
mod site_server;
#[path = "server.rs"]
mod stand_in;

use argh::FromArgs;
use stand_in::{Options, ProofCost, sentinels};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// A stand-in for the recovery API, for development and tests. Not a production server.
#[derive(FromArgs)]
struct Arguments {
    /// the port on 127.0.0.1 (8081)
    #[argh(option, default = "8081")]
    port: u16,
    /// an origin whose pages may call; may be given more than once (that of the site)
    #[argh(option)]
    origin: Vec<String>,
    /// the database file (none: everything is forgotten at the end)
    #[argh(option)]
    database: Option<PathBuf>,
    /// an API that runs elsewhere, in place of the stand-in
    #[argh(option)]
    api: Option<String>,
    /// the folder of a built site to serve as well
    #[argh(option)]
    site: Option<PathBuf>,
    /// the port of that site on 127.0.0.1 (8080)
    #[argh(option, default = "8080")]
    site_port: u16,
    /// let tests read the answers of challenges, move the clock and end every session
    #[argh(switch)]
    test_switches: bool,
    /// print the table of sample accounts in Markdown and stop
    #[argh(switch)]
    list_accounts: bool,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let arguments: Arguments = argh::from_env();
    if arguments.list_accounts {
        print!("{}", sentinels::markdown());
        return Ok(());
    }
    let (site, site_port, elsewhere) = (arguments.site.clone(), arguments.site_port, arguments.api.clone());
    let running = if elsewhere.is_none() { Some(start(arguments).await) } else { None };
    let api = elsewhere.or_else(|| running.as_ref().map(stand_in::Running::url)).unwrap_or_default();
    let Some(dist) = site else {
        return tokio::signal::ctrl_c().await;
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, site_port)).await?;
    println!("The site: http://127.0.0.1:{site_port}");
    tokio::select! {
        ended = site_server::serve(listener, dist, api) => ended,
        interrupted = tokio::signal::ctrl_c() => interrupted,
    }
}

/// Starts the stand-in, and says what there is to try.
async fn start(arguments: Arguments) -> stand_in::Running {
    let mut allowed_origins = arguments.origin;
    if allowed_origins.is_empty() {
        allowed_origins.push(format!("http://127.0.0.1:{}", arguments.site_port));
    }
    let running = stand_in::start(Options {
        allowed_origins: allowed_origins.clone(),
        port: Some(arguments.port),
        test_switches: arguments.test_switches,
        still_clock: false,
        database: arguments.database,
        proof_cost: ProofCost::PHONE,
        log_requests: true,
    })
    .await;
    println!("The recovery API for {}: {}", allowed_origins.join(", "), running.url());
    println!("What was sent: {}/outbox", running.url());
    println!("The desk of support: {}/desk\n", running.url());
    println!("{}", sentinels::markdown());
    running
}
