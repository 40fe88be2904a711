//! Whether a language, or more to read in the help, makes the app larger: it is compiled with and without.

use super::table;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use walkdir::{DirEntry, WalkDir};

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// What is made, and what is no part of the sources.
const LEFT_OUT: [&str; 3] = ["target", "dist", ".git"];

/// A language that the project does not have.
const ANOTHER_LANGUAGE: &str = "fr";

pub fn table() -> String {
    let copy = TempDir::new().unwrap();
    copy_project(copy.path());
    let before = app(copy.path());

    let catalogues = copy.path().join("src/i18n");
    let english = fs::read_to_string(catalogues.join("en.ftl")).unwrap();
    fs::write(catalogues.join(ANOTHER_LANGUAGE).with_extension("ftl"), english).unwrap();
    let with_a_language = app(copy.path());

    let articles = copy.path().join("src/help");
    for article in files(&articles).filter(|file| file.extension() == Some(OsStr::new("md"))) {
        let text = fs::read_to_string(&article).unwrap();
        fs::write(&article, format!("{text}\n{text}")).unwrap();
    }
    let with_more_help = app(copy.path());

    let row = |what: &str, app: &[u8], before: &[u8]| {
        let growth = app.len() as i64 - before.len() as i64;
        let same = if app == before { "the same, byte for byte" } else { "NOT the same" };
        vec![what.to_owned(), growth.to_string(), same.to_owned()]
    };
    table::table(
        "Growth of the WASM",
        &["", "bytes", ""],
        &[
            row("one more language", &with_a_language, &before),
            row("every help page twice as long", &with_more_help, &with_a_language),
        ],
    )
}

/// The app as the compiler makes it in this folder. What comes after that treats the same in the same way.
fn app(project: &Path) -> Vec<u8> {
    let target = "wasm32-unknown-unknown";
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--release", "--locked", "--offline", "--bin", "app", "--features", "browser"]);
    // Everything but the app itself has been compiled here already.
    let made = Path::new(PROJECT).join("target");
    cargo.args(["--target", target, "--target-dir"]).arg(&made).current_dir(project);
    assert!(cargo.status().expect("there is cargo").success(), "the app does not compile");
    fs::read(made.join(target).join("release/app.wasm")).unwrap()
}

fn copy_project(to: &Path) {
    for file in files(Path::new(PROJECT)) {
        let to = to.join(file.strip_prefix(PROJECT).expect("it is in there"));
        fs::create_dir_all(to.parent().expect("it is in a folder")).unwrap();
        fs::copy(&file, to).unwrap();
    }
}

fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let top = |name: &OsStr| LEFT_OUT.iter().any(|left_out| name == *left_out);
    let entries =
        WalkDir::new(folder).into_iter().filter_entry(move |entry| entry.depth() != 1 || !top(entry.file_name()));
    entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file()).map(DirEntry::into_path)
}
