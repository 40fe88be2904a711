//! partner-recovery: a partner signs in, or gets back into a locked account.
//!
//! From the inside to the outside; each module knows only those above it (`tests/architecture.rs` sees to that):
//! - [`json`]: reading and writing JSON;
//! - [`domain`]: the rules, as pure values and state machines;
//! - [`api`]: the port to a recovery API and its drivers;
//! - [`i18n`]: what the app says, in every language;
//! - [`help`]: the help pages;
//! - [`route`] and [`config`]: the addresses of the pages, and the operator's settings;
//! - `browser`: the only place that touches the browser;
//! - `components`: the pieces that screens are made of;
//! - `pages`: one screen per file;
//! - `app`: starts it all, and carries out what the state machines ask for.

pub mod api;
#[cfg(feature = "ui")]
pub mod app;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod components;
pub mod config;
pub mod domain;
pub mod help;
pub mod i18n;
pub mod json;
#[cfg(feature = "ui")]
pub mod pages;
pub mod route;
