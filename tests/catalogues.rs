//! What every text keeps to, in every language. That the languages have the same messages and values, the build checks.
#![expect(clippy::panic, unreachable_pub, reason = "a test stops at the first thing that is not as expected")]

mod tone;

use partner_recovery::i18n::packs::PACKS;
use std::fs;
use std::path::Path;
use tone::{expect_none, has_odd_widths, is_typewritten, is_unkind_english, is_unkind_japanese};
use walkdir::WalkDir;

/// Where the catalogues are, and everything that says their messages.
const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// Names whose texts are rightly the same in Japanese and in English.
const THE_SAME_IN_BOTH: [&str; 3] = ["language-direction", "window-title", "moment"];

/// The source of a catalogue.
fn source(tag: &str) -> String {
    let path = format!("{SOURCES}/i18n/{tag}.ftl");
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The names of the messages, in the order of the packs.
fn names() -> Vec<String> {
    let catalogue = source("en");
    let names = catalogue.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    names.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect()
}

/// Each message of a language: its name and its text, or texts where it depends on a number.
fn messages(tag: &str) -> Vec<(String, Vec<&'static str>)> {
    let Some(pack) = PACKS.iter().find(|pack| pack.tag == tag) else { panic!("there is no language {tag}") };
    let names = names();
    assert_eq!(names.len(), pack.texts.len(), "each message of en.ftl begins a line with `name = `");
    let variants = |text: &'static str| match text.strip_prefix('#') {
        Some(choice) => choice.split('|').skip(2).step_by(2).collect(),
        None => vec![text],
    };
    names.into_iter().zip(pack.texts.iter().map(|text| variants(text))).collect()
}

/// Every text of a language with its name.
fn texts(tag: &str) -> impl Iterator<Item = (String, &'static str)> {
    messages(tag).into_iter().flat_map(|(name, texts)| texts.into_iter().map(move |text| (name.clone(), text)))
}

#[test]
fn both_languages_are_there() {
    let tags: Vec<_> = PACKS.iter().map(|pack| pack.tag).collect();
    assert_eq!(tags, ["en", "ja"], "these tests know the rules of these languages; a new language brings its own");
}

#[test]
fn japanese_is_translated() {
    let same = texts("en").zip(texts("ja")).filter(|((_, english), (_, japanese))| english == japanese);
    let same: Vec<_> = same.map(|((name, _), _)| name).collect();
    assert_eq!(same, THE_SAME_IN_BOTH, "translate the others, or name them here if they are rightly the same");
}

#[test]
fn english_is_kind() {
    let complaints =
        texts("en").filter(|(_, text)| is_unkind_english(text)).map(|(name, text)| format!("{name} = {text}"));
    expect_none(complaints, "say what happened and what to do, without these words");
}

#[test]
fn japanese_is_kind() {
    let complaints = texts("ja").filter(|(_, text)| is_unkind_japanese(text));
    expect_none(complaints.map(|(name, text)| format!("{name} = {text}")), "say it plainly, in です・ます");
}

#[test]
fn no_text_has_stray_space() {
    let is_stray = |text: &str| text.trim() != text || text.contains("  ") || text.contains('\n');
    for pack in PACKS {
        let complaints = texts(pack.tag).filter(|(_, text)| is_stray(text)).map(|(name, _)| name);
        expect_none(complaints, "one line, single spaces");
        let catalogue = source(pack.tag);
        let lines = catalogue.lines().enumerate().filter(|(_, line)| line.trim_end() != *line);
        expect_none(lines.map(|(index, _)| format!("{}.ftl:{}", pack.tag, index + 1)), "no space at the end of a line");
    }
}

#[test]
fn sentences_end_alike_in_both_languages() {
    let differ = |english: &str, japanese: &str| {
        let ends_in_japanese = japanese.ends_with('。');
        if english.ends_with('.') { !ends_in_japanese } else { ends_in_japanese && !english.ends_with([':', '?', '!']) }
    };
    let pairs = messages("en").into_iter().zip(messages("ja"));
    let complaints = pairs.filter(|((_, english), (_, japanese))| {
        english.last().zip(japanese.last()).is_some_and(|(english, japanese)| differ(english, japanese))
    });
    expect_none(
        complaints.map(|((name, english), (_, japanese))| format!("{name} = {english:?} / {japanese:?}")),
        "a sentence ends in a full stop in both languages, a heading or a button in neither",
    );
}

#[test]
fn several_sentences_all_end_in_punctuation() {
    for (tag, stop, ends) in [("en", ". ", &['.', '?', '!', ':', '}'][..]), ("ja", "。", &['。', '？', '}'][..])] {
        let complaints = texts(tag).filter(|(_, text)| text.contains(stop) && !text.ends_with(ends));
        expect_none(complaints.map(|(name, text)| format!("{name} = {text}")), "end the last sentence as well");
    }
}

#[test]
fn quotes_and_dots_are_typographic() {
    for pack in PACKS {
        let complaints = texts(pack.tag).filter(|(_, text)| is_typewritten(text));
        expect_none(complaints.map(|(name, text)| format!("{name} = {text}")), "use ’, “ ”, 「 」 and …");
    }
}

#[test]
fn japanese_uses_one_width() {
    let complaints = texts("ja").filter(|(_, text)| has_odd_widths(text));
    expect_none(complaints.map(|(name, text)| format!("{name} = {text}")), "narrow letters and digits, wide kana");
}

#[test]
fn no_text_tells_whether_an_account_exists() {
    let is_about_sending = |name: &str| name.starts_with("code-sent-");
    let of = |tag, condition: &'static str| {
        let texts: Vec<_> = texts(tag).filter(|(name, _)| is_about_sending(name)).collect();
        assert!(texts.len() >= 6, "{tag}: the messages about a code that was sent have another name now");
        texts
            .into_iter()
            .filter(move |(_, text)| !text.contains(condition))
            .map(|(name, text)| format!("{name} = {text}"))
    };
    let complaints = of("en", "If there is an account").chain(of("ja", "アカウントがある場合は"));
    expect_none(complaints, "a code is on its way only if there is an account; say it with that condition");
}

/// The text of every source of the app and of its pages, but for the catalogues themselves.
fn sources() -> String {
    let is_catalogue = |path: &Path| path.extension().is_some_and(|extension| extension == "ftl");
    let files = WalkDir::new(SOURCES).into_iter().map(|entry| match entry {
        Ok(entry) => entry.into_path(),
        Err(why) => panic!("{why}"),
    });
    let files = files.filter(|path| path.is_file() && !is_catalogue(path));
    files.filter_map(|path| fs::read_to_string(path).ok()).collect()
}

#[test]
fn every_text_is_said_somewhere() {
    let sources = sources();
    // `text::NEXT` must not be found in `text::NEXT_STEP`.
    let ends_there = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let is_said = |name: &str| {
        let function = format!("text::{}", name.replace('-', "_"));
        let constant = format!("text::{}", name.replace('-', "_").to_uppercase());
        [function, constant].iter().any(|path| sources.split(path.as_str()).skip(1).any(ends_there))
    };
    let unsaid = names().into_iter().filter(|name| !is_said(name));
    expect_none(unsaid, "nothing says these; delete them from every catalogue");
}
