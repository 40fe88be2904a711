//! Reads the catalogues and writes the typed keys and the packs.
fn main() {}
