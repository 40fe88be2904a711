#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use partner_recovery::i18n::packs::PACKS;

/// Reads `source` in English; pictures come out with their name, their words and the number of their labels.
fn article(source: &str) -> anyhow::Result<Vec<Part>> {
    let english = PACKS.iter().find(|pack| pack.tag == "en").context("en")?;
    let mut draw = |drawing: &Drawing| {
        Ok(Part {
            kind: Kind::Picture,
            text: drawing.description.clone(),
            target: format!("{} {}", drawing.name, drawing.labels.join("/")),
            ..Part::default()
        })
    };
    read(source, english, &mut draw).map(|article| article.parts)
}

fn paragraph(parts: Vec<Part>) -> Part {
    Part::of(Kind::Paragraph, parts)
}

fn led(kind: Kind, target: &str, words: &str) -> Part {
    Part { target: target.to_owned(), ..Part::of(kind, vec![Part::text(words)]) }
}

#[test]
fn words_are_put_together_with_the_product_and_the_labels_of_the_app() {
    let parts = article("Open {product} and choose **{next}**, then\n“{back}”.").unwrap();
    let expected = vec![
        Part::text("Open "),
        Part::of(Kind::Product, vec![]),
        Part::text(" and choose "),
        Part::of(Kind::Strong, vec![Part::text("Next")]),
        Part::text(", then “Back”."),
    ];
    assert_eq!(parts, [paragraph(expected)]);
}

#[test]
fn lines_of_japanese_are_joined_without_a_space() {
    assert_eq!(article("入力\nします。\nID\nです").unwrap(), [paragraph(vec![Part::text("入力します。ID です")])]);
}

#[test]
fn steps_hold_their_text_and_their_button() {
    let parts = article("1. Sign in.\n\n   [Go there](start:sign-in)\n").unwrap();
    let step = vec![paragraph(vec![Part::text("Sign in.")]), led(Kind::Start, "sign-in", "Go there")];
    assert_eq!(parts, [Part::of(Kind::Steps, vec![Part::of(Kind::Item, step)])]);
}

#[test]
fn headings_lists_notes_and_links_are_what_they_are() {
    let parts = article("## See more {#more}\n\n- [Verify](help:verify-account)\n\n> Now.\n").unwrap();
    let item = Part::of(Kind::Item, vec![led(Kind::Topic, "verify-account", "Verify")]);
    let note = Part::of(Kind::Note, vec![paragraph(vec![Part::text("Now.")])]);
    assert_eq!(parts, [led(Kind::Heading, "more", "See more"), Part::of(Kind::List, vec![item]), note]);
}

#[test]
fn a_picture_has_its_words_and_its_labels() {
    let parts = article("```picture flow\nWhat it shows.\n{next}\nEnd\n```\n").unwrap();
    let [picture] = parts.as_slice() else { panic!("one picture was expected") };
    assert_eq!((picture.text.as_str(), picture.target.as_str()), ("What it shows.", "flow Next/End"));
}

#[test]
fn everything_else_fails_and_says_why() {
    for (source, why) in [
        ("", "empty"),
        ("Choose **{nexxt}**.", "there is no message nexxt"),
        ("{place}", "needs values"),
        ("{next", "without its }"),
        ("会社の**{role-global-admin}**にする", "stands there as it is"),
        ("[Go](help:cannot-sign in)", "stands there as it is"),
        ("[Somewhere](https://contoso.example/)", "links lead to"),
        ("[Go](start:everything)", "start:everything does not exist"),
        ("[Read](help:everything)", "help:everything does not exist"),
        ("Now [go](start:sign-in).", "paragraph of its own"),
        ("- [Go](start:sign-in) now", "paragraph of its own"),
        ("# Title {#title}", "has no Heading"),
        ("## Without an id", "needs an id"),
        ("Some *emphasis*.", "has no Emphasis"),
        ("Some `code`.", "has no Code"),
        ("<div>\nblock\n</div>", "has no HtmlBlock"),
        ("a <b>bold</b> word", "has no InlineHtml"),
        ("![Picture](a.png)", "has no Image"),
        ("3. Third", "has no List"),
        ("---", "has no Rule"),
        ("```\nlet it = be;\n```", "not a picture"),
        ("```picture flow\n```", "do not see it"),
        ("```picture flow\nIn {product}.\n```", "operator's product"),
    ] {
        let Err(error) = article(source) else { panic!("{source:?} was accepted") };
        let said = format!("{error:#}");
        assert!(said.contains(why), "{source:?}: {said}");
    }
}
