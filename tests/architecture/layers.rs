//! Who may know whom.

use crate::code::{SOURCES, is_within, of};
use crate::{expect_none, files};

/// The layers of the crate from the inside to the outside, as the map in `src/lib.rs` lists them. Those of one line stand
/// beside each other.
fn layers() -> Vec<Vec<String>> {
    let map = files::read("src/lib.rs");
    let lines = map.lines().filter_map(|line| line.strip_prefix("//! - "));
    let names = |line: &str| {
        line.split_once(':').map_or(line, |(names, _)| names).split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    lines.map(names).collect()
}

/// The layer that a path belongs to, by its number from the inside.
fn layer_of(path: &str, layers: &[Vec<String>]) -> Option<usize> {
    layers.iter().position(|layer| layer.iter().any(|module| is_within(path, module)))
}

#[test]
fn the_map_of_the_crate_lists_every_module() {
    let Some(root) = SOURCES.iter().find(|code| code.path == "src/lib.rs") else { panic!("there is no src/lib.rs") };
    let layers = layers();
    let mut declared: Vec<_> = root.public_modules().collect();
    let mut listed: Vec<_> = layers.iter().flatten().map(String::as_str).collect();
    declared.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, declared, "put each module into the list at the top of src/lib.rs, after those that it uses");
}

#[test]
fn a_layer_knows_only_those_within_it() {
    let layers = layers();
    let complaints = SOURCES.iter().flat_map(|code| {
        let own = layer_of(&code.module, &layers);
        let outer = |path: &&String| own.zip(layer_of(path, &layers)).is_some_and(|(own, other)| other > own);
        code.paths.iter().filter(outer).map(|path| format!("{} names {path}", code.path)).collect::<Vec<_>>()
    });
    expect_none(complaints, "turn the dependency round: pass a value or a closure inwards instead");
}

#[test]
fn the_domain_is_pure() {
    let is_foreign = |word: &str| {
        ["serde", "serde_json", "leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"].contains(&word)
            || word.starts_with("gloo")
    };
    let complaints = of("domain").flat_map(|code| code.words_where(is_foreign));
    expect_none(complaints, "the domain knows no wire format, no framework and no browser; move this outwards");
}

#[test]
fn only_the_browser_module_touches_the_browser() {
    let is_browser = |word: &str| {
        ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"].contains(&word) || word.starts_with("gloo")
    };
    assert!(of("browser").any(|code| code.words.contains("web_sys")), "the browser is touched somewhere else");
    let others = SOURCES.iter().filter(|code| !is_within(&code.module, "browser"));
    let complaints = others.flat_map(|code| code.words_where(is_browser));
    expect_none(complaints, "give src/browser/ a small function that does it, and call that");
}

#[test]
fn wire_formats_are_private_to_their_driver() {
    let drivers = of("api::drivers").filter(|code| code.module.split("::").count() >= 3);
    let drivers: Vec<_> = drivers.collect();
    assert!(!drivers.is_empty(), "there is no driver");
    let complaints = drivers.iter().flat_map(|code| {
        code.public_modules().map(|module| format!("{} declares `pub mod {module}`", code.path)).collect::<Vec<_>>()
    });
    expect_none(complaints, "decode into the domain's values inside the driver");
}

#[test]
fn screens_know_no_api() {
    let complaints = of("pages").chain(of("components")).flat_map(|code| code.uses_of(&["api"]));
    expect_none(complaints, "tell the state machine what happened; only src/app/ talks to the API");
}

#[test]
fn steps_and_screens_know_no_driver_by_name() {
    let plain = |name: &str| name.replace(['-', '_'], "").to_lowercase();
    let drivers = of("api::drivers").filter_map(|code| code.module.strip_prefix("api::drivers::"));
    let drivers: Vec<_> = drivers.filter(|name| !name.contains("::")).map(plain).collect();
    assert!(drivers.len() > 1, "the drivers are somewhere else now");
    let is_driver = |word: &str| drivers.contains(&plain(word.trim_matches('"')));
    let layers = ["domain", "i18n", "help", "route", "browser", "components", "pages", "app"];
    let complaints = layers.iter().flat_map(|layer| of(layer)).flat_map(|code| {
        let literals = code.literals.iter().filter(|literal| is_driver(literal));
        let literals = literals.map(|literal| format!("{} holds {literal}", code.path));
        literals.chain(code.words_where(is_driver)).collect::<Vec<_>>()
    });
    expect_none(complaints, "ask what the API can do (`domain::capabilities`), not which it is");
}

#[test]
fn components_know_no_journey_and_no_page() {
    let complaints =
        of("components").flat_map(|code| code.uses_of(&["domain::recovery", "domain::sign_in", "route", "config"]));
    expect_none(complaints, "a component takes what it shows as an argument, and tells through a closure");
}

#[test]
fn screens_neither_fetch_nor_navigate() {
    let complaints =
        of("pages").chain(of("components")).flat_map(|code| code.uses_of(&["browser::fetch", "browser::history"]));
    expect_none(complaints, "tell the app (`Told`); it fetches and navigates");
}

#[test]
fn the_app_knows_no_tests() {
    let is_for_tests = |literal: &String| {
        ["contoso.example", "fabrikam.example", "stand-in", "stand_in", "tests/"]
            .iter()
            .any(|trace| literal.contains(trace))
    };
    let complaints = SOURCES.iter().flat_map(|code| {
        let literals = code.literals.iter().filter(|literal| is_for_tests(literal));
        let literals = literals.map(|literal| format!("{} holds {literal}", code.path));
        literals.chain(code.words_where(|word| word == "stand_in")).collect::<Vec<_>>()
    });
    let others = files::below("src").into_iter().chain(files::below("style")).filter(|file| !file.has_extension("rs"));
    let complaints = complaints
        .chain(others.flat_map(|file| file.lines_where(|line| line.contains("contoso") || line.contains("fabrikam"))));
    expect_none(complaints, "sample accounts and the stand-in belong into tests, public/, docs/ and the README");
}
