//! The rules of the house, kept by reading the sources. A rule that hinders is changed here, with its reason, or not at all.
#![expect(
    clippy::panic,
    unreachable_pub,
    reason = "a test stops at the first thing that is not as expected; its modules are its own"
)]

#[path = "architecture/code.rs"]
mod code;
#[path = "architecture/files.rs"]
mod files;
#[path = "architecture/layers.rs"]
mod layers;
#[path = "architecture/secrets.rs"]
mod secrets;
#[path = "architecture/security.rs"]
mod security;
#[path = "architecture/tidiness.rs"]
mod tidiness;
#[path = "architecture/token_reader.rs"]
mod token_reader;

/// Fails with every complaint at once, and says what to do about them.
fn expect_none(complaints: impl IntoIterator<Item = String>, what_to_do: &str) {
    let complaints: std::collections::BTreeSet<_> = complaints.into_iter().collect();
    let list: Vec<_> = complaints.into_iter().collect();
    assert!(list.is_empty(), "{what_to_do}\n{}\n", list.join("\n"));
}
