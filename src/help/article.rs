//! The text of a help page, as the build step writes it (by serde, outside of the WASM) and the page loads it.

use crate::json::{Json, Unreadable};
use serde::Serialize;

/// The text of a help page, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Article {
    /// What it is made of, from the top to the bottom.
    pub parts: Vec<Part>,
}

/// A block, or something in a line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// The words of a [`Kind::Text`]; what a [`Kind::Picture`] shows.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The name of what a [`Kind::Start`] or a [`Kind::Topic`] leads to; the id of a [`Kind::Heading`]; the address of a
    /// [`Kind::Picture`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
    /// The address of a picture for dark screens.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dark: String,
    /// The width of a picture, in pixels.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u16,
    /// The height of a picture, in pixels.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u16,
    /// What is in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// What a part of an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Words.
    #[default]
    Text,
    /// The name of what people sign in to, which is the operator's.
    Product,
    /// Words that stand out: a label of the app, or what an item of a list is about.
    Strong,
    /// A link to another help page.
    Topic,
    /// A heading within the page.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list in no order.
    List,
    /// Steps, one after the other.
    Steps,
    /// One of a list or of the steps.
    Item,
    /// Something that must not be overlooked.
    Note,
    /// A link that looks like a button and starts an action.
    Start,
    /// A picture.
    Picture,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_zero(number: &u16) -> bool {
    *number == 0
}

impl Article {
    /// Reads an article as the build wrote it. `None` if it is something else.
    #[must_use]
    pub fn read(json: &[u8]) -> Option<Self> {
        Some(Self { parts: parts(&Json::read(json).ok()?).ok()? })
    }

    /// Its headings, for a list of contents.
    pub fn headings(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.kind == Kind::Heading)
    }
}

/// The parts in a list of them.
fn parts(json: &Json) -> Result<Vec<Part>, Unreadable> {
    json.list()?.iter().map(part).collect()
}

fn part(json: &Json) -> Result<Part, Unreadable> {
    let text = |name| Ok(json.text_at(name)?.unwrap_or_default().to_owned());
    let pixels = |name| json.count_at(name)?.unwrap_or_default().try_into().map_err(|_| Unreadable);
    Ok(Part {
        kind: json.text_at("kind")?.map_or(Ok(Kind::default()), kind)?,
        text: text("text")?,
        target: text("target")?,
        dark: text("dark")?,
        width: pixels("width")?,
        height: pixels("height")?,
        parts: json.get("parts")?.map_or(Ok(vec![]), parts)?,
    })
}

fn kind(name: &str) -> Result<Kind, Unreadable> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name).ok_or(Unreadable)
}

impl Kind {
    /// All of them.
    const ALL: [Self; 12] = [
        Self::Text,
        Self::Product,
        Self::Strong,
        Self::Topic,
        Self::Heading,
        Self::Paragraph,
        Self::List,
        Self::Steps,
        Self::Item,
        Self::Note,
        Self::Start,
        Self::Picture,
    ];

    /// Its name in the JSON.
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Product => "product",
            Self::Strong => "strong",
            Self::Topic => "topic",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::List => "list",
            Self::Steps => "steps",
            Self::Item => "item",
            Self::Note => "note",
            Self::Start => "start",
            Self::Picture => "picture",
        }
    }
}

impl Part {
    /// A part of this kind with others in it.
    #[must_use]
    pub fn of(kind: Kind, parts: Vec<Self>) -> Self {
        Self { kind, parts, ..Self::default() }
    }

    /// Words.
    #[must_use]
    pub fn text(words: &str) -> Self {
        Self { text: words.to_owned(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let heading =
            Part { target: "more".to_owned(), ..Part::of(Kind::Heading, vec![Part::text("See "), Part::text("more")]) };
        let picture = Part {
            kind: Kind::Picture,
            text: "A flow".to_owned(),
            target: "/assets/a.svg".to_owned(),
            dark: "/assets/b.svg".to_owned(),
            width: 300,
            height: 570,
            parts: vec![],
        };
        let article = Article { parts: vec![heading, Part::of(Kind::Product, vec![]), picture] };
        let json = serde_json::to_vec(&article).unwrap();
        assert_eq!(Article::read(&json), Some(article));
    }

    #[test]
    fn only_what_is_there_is_written() {
        let article = Article { parts: vec![Part::of(Kind::Paragraph, vec![Part::text("Hello")])] };
        let json = serde_json::to_string(&article).unwrap();
        assert_eq!(json, r#"[{"kind":"paragraph","parts":[{"kind":"text","text":"Hello"}]}]"#);
    }

    #[test]
    fn something_else_is_no_article() {
        for json in ["", "{}", r#"[{"kind":"script"}]"#, r#"{"parts":[]}"#, "<!doctype html>"] {
            assert_eq!(Article::read(json.as_bytes()), None, "{json}");
        }
    }

    #[test]
    fn headings_are_listed_in_order() {
        let article =
            Article { parts: vec![Part::of(Kind::Heading, vec![]), Part::default(), Part::of(Kind::Heading, vec![])] };
        assert_eq!(article.headings().count(), 2);
    }
}
