//! What a strict content security policy and a careful reader expect of the site.

use crate::code::SOURCES;
use crate::expect_none;
use crate::files::{self, File};

/// Everything that reaches a browser and is no Rust.
fn site_files() -> Vec<File> {
    let site: Vec<_> = ["src", "style", "public"].into_iter().flat_map(files::below).collect();
    assert!(site.iter().any(|file| file.has_extension("js")) && site.iter().any(|file| file.has_extension("json")));
    site.into_iter().filter(|file| !file.has_extension("rs")).collect()
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    let in_code = SOURCES.iter().flat_map(|code| {
        let names =
            code.words_where(|word| ["inner_html", "set_inner_html", "insert_adjacent_html", "style"].contains(&word));
        let is_bad = |literal: &&String| {
            let text = literal.to_lowercase();
            let is_handler = |word| ["onclick", "onload", "onerror"].contains(&word);
            ["style=", "<style", "<script", "javascript:", "innerhtml"].iter().any(|bad| text.contains(bad))
                || text.split(|letter: char| !letter.is_alphanumeric()).any(is_handler)
                || (text == "\"style\"" && code.path != "src/browser/intl.rs")
        };
        let literals = code.literals.iter().filter(is_bad).map(|literal| format!("{} holds {literal}", code.path));
        names.into_iter().chain(literals).collect::<Vec<_>>()
    });
    let in_files = site_files().into_iter().filter(|file| !file.has_extension("ftl")).flat_map(|file| {
        file.lines_where(|line| {
            let line = line.to_lowercase();
            [
                " style=",
                "<style",
                ".style",
                "javascript:",
                "onclick=",
                "onload=",
                "onerror=",
                "innerhtml",
                "outerhtml",
                "insertadjacenthtml",
                "document.write",
                "eval(",
                "new function(",
            ]
            .iter()
            .any(|bad| line.contains(bad))
        })
    });
    expect_none(
        in_code.chain(in_files),
        "put it into style/ or src/boot.js: the content security policy allows nothing inline",
    );
}

/// The hosts of the addresses in a text. Something that only begins like an address has none.
fn hosts(text: &str) -> Vec<String> {
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '@' | '[' | '*');
    let after = |scheme: &'static str| text.split(scheme).skip(1);
    let hosts =
        after("http://").chain(after("https://")).map(|rest| rest.chars().take_while(|c| is_host(*c)).collect());
    hosts.filter(|host: &String| !host.is_empty()).collect()
}

#[test]
fn nothing_comes_from_or_goes_to_a_third_party() {
    // This machine, where the stand-in runs; and the sample addresses of the sample configuration.
    let is_known = |path: &str, host: &str| {
        ["127.0.0.1", "localhost"].contains(&host)
            || (path == "public/config.json" && host.ends_with("contoso.example"))
            // The name of SVG's vocabulary, which no browser ever asks for.
            || (path.ends_with(".svg") && host == "www.w3.org")
            // The names of a sitemap's vocabularies, which nobody asks for either.
            || (path.ends_with("/sitemap.rs") && ["www.sitemaps.org", "www.w3.org"].contains(&host))
    };
    let in_code = SOURCES.iter().flat_map(|code| {
        let hosts = code.literals.iter().flat_map(|literal| hosts(literal));
        hosts
            .filter(|host| !is_known(&code.path, host))
            .map(|host| format!("{} names {host}", code.path))
            .collect::<Vec<_>>()
    });
    // A comment may name a standard.
    let is_comment =
        |line: &str| ["//", "/*", "*", "#", "<!--"].iter().any(|start| line.trim_start().starts_with(start));
    let in_files = site_files().into_iter().flat_map(|file| {
        file.lines_where(|line| !is_comment(line) && hosts(line).iter().any(|host| !is_known(&file.path, host)))
    });
    expect_none(in_code.chain(in_files), "serve it from the site itself, or let the operator name it in config.json");
}

#[test]
fn the_lints_forbid_what_may_panic() {
    let manifest = files::read("Cargo.toml");
    let must = [
        "unsafe_code = \"forbid\"",
        "unwrap_used = \"deny\"",
        "expect_used = \"deny\"",
        "panic = \"deny\"",
        "todo = \"deny\"",
        "unimplemented = \"deny\"",
        "unreachable = \"deny\"",
        "indexing_slicing = \"deny\"",
        "string_slice = \"deny\"",
        "dbg_macro = \"deny\"",
        "print_stdout = \"deny\"",
        "print_stderr = \"deny\"",
    ];
    let missing = must.into_iter().filter(|lint| !manifest.lines().any(|line| line == *lint)).map(str::to_owned);
    expect_none(missing, "a panic takes the page down with it; put these under [lints] in Cargo.toml:");

    let lints = must.map(|lint| lint.split(' ').next().unwrap_or_default());
    let complaints = SOURCES.iter().filter(|code| !code.path.starts_with("src/bin/")).flat_map(|code| {
        let loosens = |attribute: &&String| {
            let softer = ["allow", "expect", "warn"].iter().any(|level| attribute.starts_with(level));
            softer && lints.iter().any(|lint| attribute.contains(&format!(":: {lint}")))
        };
        code.attributes
            .iter()
            .filter(loosens)
            .map(|attribute| format!("{}: {attribute}", code.path))
            .collect::<Vec<_>>()
    });
    expect_none(complaints, "return an Option or a Result instead of silencing the lint");
}
