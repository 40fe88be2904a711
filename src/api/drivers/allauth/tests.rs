//! The driver by itself, with the answers that a real server gave (`tests/allauth_server/record.py`), and with broken ones.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod hostile;
mod recovery;
mod script;
mod session;
