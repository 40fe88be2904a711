//! The stand-in for Microsoft Entra External ID by itself, for development.
#![allow(clippy::print_stdout, reason = "what there is to try is its output")]

#[path = "server.rs"]
mod entra_stand_in;

use argh::FromArgs;
use entra_stand_in::accounts;
use std::net::Ipv4Addr;
use tokio::net::TcpListener;

/// Start the stand-in for Microsoft Entra External ID on 127.0.0.1.
#[derive(FromArgs)]
struct Arguments {
    /// the port (8081)
    #[argh(option, default = "8081")]
    port: u16,
    /// the origin of the site whose pages may call
    #[argh(option)]
    origin: String,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let Arguments { port, origin } = argh::from_env();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let running = entra_stand_in::start_on(listener, &origin, |mail| println!("A code for {}: {}", mail.to, mail.code));
    println!("The stand-in for Entra, for pages of {origin}: {}", running.url());
    println!(
        "Its clock stands still, so that nothing expires. All accounts have the password `{}`:",
        accounts::PASSWORD
    );
    accounts::user_ids().for_each(|user_id| println!("  {user_id}"));
    tokio::signal::ctrl_c().await
}
