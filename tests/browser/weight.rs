//! A further language and a further article weigh nothing in the app: no text is in it. (`make bench` also compiles it with more
//! of both, and compares.)

use partner_recovery::i18n::packs::PACKS;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// Fewer characters could be there for another reason.
const TELLING: usize = 16;

/// What WebAssembly of the site contains, as far as it is text.
fn text_of_the_app() -> String {
    let assets = Path::new(PROJECT).join("dist/assets");
    let names = files(&assets, "wasm");
    assert!(!names.is_empty(), "{} has no app: run `make build` first", assets.display());
    names.iter().map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()).collect()
}

fn files(folder: &Path, extension: &str) -> Vec<std::path::PathBuf> {
    let entries = WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    entries.filter(|path| path.extension().is_some_and(|own| own == extension)).collect()
}

/// The parts of a text that stand together wherever it is kept: between values and marks of the format.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| c.is_control() || "{}[]()*#|`<>\"\\".contains(c)).map(str::trim);
    parts.filter(|part| part.chars().count() >= TELLING)
}

fn is_nowhere<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    let app = text_of_the_app();
    // What is certainly there can be found in this way.
    assert!(app.contains("aria-describedby"), "nothing can be found in the app");
    let parts: Vec<_> = texts.flat_map(parts).collect();
    let found: Vec<_> = parts.iter().filter(|part| app.contains(**part)).collect();
    assert!(found.is_empty(), "the app contains texts: {found:#?}");
    parts.len()
}

#[test]
fn no_text_of_a_language_is_in_the_app() {
    let looked_for = is_nowhere(PACKS.iter().flat_map(|pack| pack.texts).copied());
    assert!(looked_for > 300, "only {looked_for} texts");
}

#[test]
fn no_text_of_an_article_is_in_the_app() {
    let articles = files(&Path::new(PROJECT).join("src/help"), "md");
    let articles: Vec<_> = articles.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let looked_for = is_nowhere(articles.iter().flat_map(|article| article.lines()));
    assert!(looked_for > 100, "only {looked_for} texts");
}

/// Rust notes where in the source something can go wrong, with the folders of the machine that has compiled it.
#[test]
fn no_folder_of_the_building_machine_is_in_the_app() {
    let app = text_of_the_app();
    for folder in [PROJECT, "registry/src/", "/rustc/", "library/core/src/", "src/components/"] {
        assert!(!app.contains(folder), "the app names {folder}");
    }
}
