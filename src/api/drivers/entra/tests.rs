//! The driver by itself, with endpoints that say what the test wants.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod hostile;
mod neutral;
mod properties;
mod recovery;
mod refusals;
mod requests;
mod script;
mod sign_in;
