//! What is said of a run: printed as soon as it is known, and put into a document if somebody wants that.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::Path;

/// What is measured stands below this in a document.
const HEADING: &str = "## Measured\n";

#[derive(Default)]
pub struct Report {
    parts: Vec<String>,
}

impl Report {
    /// Prints a part and keeps it.
    pub fn tell(&mut self, part: String) {
        println!("{part}");
        self.parts.push(part);
    }

    /// Puts everything in the place of what was measured before.
    pub fn put_into(&self, document: &Path) {
        let text = fs::read_to_string(document).unwrap_or_else(|why| panic!("{}: {why}", document.display()));
        let kept = text.split_once(HEADING).map(|(kept, _)| kept);
        let kept = kept.unwrap_or_else(|| panic!("{} has no {HEADING}", document.display()));
        fs::write(document, format!("{kept}{HEADING}\n{}", self.parts.join("\n"))).unwrap();
    }
}

/// Says what is being done, on one line, to somebody who waits for it. A log has no use for that.
pub fn progress(what: &str) {
    if stderr().is_terminal() {
        eprint!("\r{what:<60}");
    }
}
