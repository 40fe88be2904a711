//! The built site in a real browser, with the real stand-in behind it: what a person does, and what they then see.
//!
//! Each test has a site in a real nginx, a stand-in and a browser session of its own ([`harness::visit`]), so that tests
//! can move the clock, stop a server or spoil a file without disturbing others. Nothing between the page and the stand-in
//! is replaced.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test stops at the first thing that is not as expected; its modules are its own"
)]

mod accessibility;
mod after_sign_in;
mod again_and_again;
mod allauth;
#[path = "../allauth_server/server.rs"]
mod allauth_server;
mod areas;
mod bad_input;
mod connection;
mod deploy;
mod double;
mod entra;
#[path = "../entra_stand_in/server.rs"]
mod entra_stand_in;
mod fallback;
mod happy_path;
mod harness;
mod headers;
mod help;
mod history;
mod keyboard;
mod observatory;
mod secrets;
mod service_request;
mod session_end;
#[path = "../stand_in/server.rs"]
mod stand_in;
mod start;
mod stops;
mod take_over;
mod users;
mod verification;
mod weight;
mod whole_story;
mod without_script;
