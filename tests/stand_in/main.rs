//! Placeholder until the stand-in is written.
fn main() {}
