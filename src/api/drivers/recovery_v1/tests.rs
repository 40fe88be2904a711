//! The driver by itself, with an API that says what the test wants.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod account;
mod hostile;
mod properties;
mod refusals;
mod requests;
mod script;
mod session;
mod steps;
mod support;
mod token;
mod unreadable;

/// The contract itself, so that a name that is added there is missed here.
const CONTRACT: &str = include_str!("../../../../docs/api/openapi.yaml");

/// The names that follow `mark` in the contract, sorted, each once.
fn names_after(mark: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '_');
    let mut names: Vec<String> = CONTRACT
        .split(mark)
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| is_part(*c)).collect())
        .filter(|name: &String| !name.is_empty())
        .collect();
    names.sort();
    names.dedup();
    names
}
