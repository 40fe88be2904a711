//! What every help article keeps to as a text, in every language. Its structure is checked where it is read, in
//! `src/bin/prerender/`.
#![expect(clippy::panic, unreachable_pub, reason = "a test stops at the first thing that is not as expected")]

mod tone;

use partner_recovery::help::Topic;
use partner_recovery::i18n::packs::PACKS;
use std::collections::BTreeSet;
use std::fs;
use tone::{expect_none, has_odd_widths, is_typewritten, is_unkind_english, is_unkind_japanese};
use walkdir::WalkDir;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// The lines of an article that people read, each with its place.
fn lines(tag: &str, topic: Topic) -> Vec<(String, String)> {
    let path = format!("{FOLDER}/help/{tag}/{}.md", topic.name());
    let source = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"));
    let lines = source.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with("```"));
    lines.map(|(index, line)| (format!("{tag}/{}.md:{}", topic.name(), index + 1), line.trim().to_owned())).collect()
}

fn lines_in(tag: &str) -> Vec<(String, String)> {
    Topic::ALL.into_iter().flat_map(|topic| lines(tag, topic)).collect()
}

fn complaints(tag: &str, is_bad: impl Fn(&str) -> bool) -> Vec<String> {
    let bad = lines_in(tag).into_iter().filter(|(_, line)| is_bad(line));
    bad.map(|(place, line)| format!("{place}: {line}")).collect()
}

#[test]
fn english_is_kind() {
    expect_none(complaints("en", is_unkind_english), "say what happened and what to do, without these words");
}

#[test]
fn japanese_is_kind() {
    expect_none(complaints("ja", is_unkind_japanese), "say it plainly, in です・ます");
}

#[test]
fn english_has_short_sentences() {
    let is_long = |line: &str| {
        let sentences = line.split_inclusive(['.', '?', ';', ':']);
        sentences.map(|sentence| sentence.split_whitespace().count()).any(|words| words > 25)
    };
    expect_none(complaints("en", is_long), "at most 25 words in a sentence");
}

#[test]
fn japanese_has_short_sentences() {
    let is_long = |line: &str| line.split('。').any(|sentence| sentence.chars().count() > 80);
    expect_none(complaints("ja", is_long), "at most 80 characters in a sentence");
}

#[test]
fn quotes_dots_and_widths_are_as_everywhere() {
    for pack in PACKS {
        expect_none(complaints(pack.tag, is_typewritten), "use ’, “ ”, 「 」 and …");
    }
    expect_none(complaints("ja", has_odd_widths), "narrow letters and digits, wide kana");
}

#[test]
fn the_product_has_its_name_from_the_operator() {
    for pack in PACKS {
        expect_none(
            complaints(pack.tag, |line| line.contains("Partner Center") || line.contains("パートナー センター")),
            "write {product}",
        );
    }
}

#[test]
fn every_article_is_about_something_and_is_there_in_every_language() {
    let expected: BTreeSet<_> = Topic::ALL.into_iter().map(|topic| format!("{}.md", topic.name())).collect();
    for pack in PACKS {
        let folder = format!("{FOLDER}/help/{}", pack.tag);
        let entries = fs::read_dir(&folder).unwrap_or_else(|why| panic!("{folder}: {why}"));
        let found: BTreeSet<_> =
            entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
        assert_eq!(found, expected, "{folder}");
    }
}

#[test]
fn no_article_is_in_the_code() {
    let sources = WalkDir::new(FOLDER).into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    let sources = sources.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let sources: String = sources.filter_map(|path| fs::read_to_string(path).ok()).collect();
    // Comments are not in the app.
    let code: String = sources.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    assert!(code.len() > 100_000, "the sources are somewhere else now");
    // What is quoted from the catalogue, and what is about as short as a name, may be anywhere.
    let is_said_in_code = |line: &str| {
        let sentences = line.split_inclusive(['.', '。']).map(str::trim).filter(|sentence| !sentence.contains('{'));
        sentences.filter(|sentence| sentence.chars().count() > 15).any(|sentence| code.contains(sentence))
    };
    for pack in PACKS {
        expect_none(
            complaints(pack.tag, is_said_in_code),
            "the app loads its help; no text of it belongs into the code",
        );
    }
}
