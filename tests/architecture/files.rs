//! The files of the project.

use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A text file.
pub struct File {
    /// Its path from the project's root, with `/` between the parts.
    pub path: String,
    pub text: String,
}

impl File {
    pub fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|own| own == extension)
    }

    /// The numbered lines that `is_bad` says are bad, to be complained about.
    pub fn lines_where(&self, is_bad: impl Fn(&str) -> bool) -> Vec<String> {
        let bad = self.text.lines().enumerate().filter(|(_, line)| is_bad(line));
        bad.map(|(index, line)| format!("{}:{}: {}", self.path, index + 1, line.trim())).collect()
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of one file.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// Every text file in a folder of the project and in the folders in it.
pub fn below(folder: &str) -> Vec<File> {
    collect(&root().join(folder), &[])
}

/// Every text file of the project but those that are made (`.gitignore`) or are no part of it (`.git`).
pub fn all() -> Vec<File> {
    let ignored = read(".gitignore");
    let mut left_out: Vec<_> = ignored.lines().filter_map(|line| line.strip_prefix('/')).collect();
    left_out.push(".git");
    collect(&root(), &left_out)
}

fn collect(folder: &Path, left_out: &[&str]) -> Vec<File> {
    let root = root();
    let name = |path: &Path| match path.strip_prefix(&root) {
        Ok(path) => path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"),
        Err(why) => panic!("{}: {why}", path.display()),
    };
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let mut files = Vec::new();
    for entry in entries.filter_entry(|entry| !left_out.contains(&name(entry.path()).as_str())) {
        let entry = entry.unwrap_or_else(|why| panic!("{why}"));
        // What is no text (an icon, a font) has no rules here.
        if entry.file_type().is_file()
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            files.push(File { path: name(entry.path()), text });
        }
    }
    files
}
