//! From Markdown to an article. Only what an article may hold is accepted; everything else fails the build.
//!
//! - `{product}` is the name of what people sign in to; `{name}` is the text of that message of the catalogue, so that a
//!   label is called what it is called on its screen;
//! - `[…](help:<topic>)` leads to another help page;
//! - `[…](start:<action>)`, alone in a paragraph, becomes a button;
//! - a block of code named `picture <name>` becomes a picture: its first line says what it shows, the others are its labels.

use anyhow::{Context, bail, ensure};
use partner_recovery::help::Topic;
use partner_recovery::help::article::{Article, Kind, Part};
use partner_recovery::help::start::Start;
use partner_recovery::i18n::packs::Pack;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

/// A picture that an article asks for.
pub(crate) struct Drawing {
    /// The name of its template.
    pub(crate) name: String,
    /// Everything that it shows, in words.
    pub(crate) description: String,
    /// The words in it, in the order of their numbers.
    pub(crate) labels: Vec<String>,
}

/// Reads an article in the language of `pack`. `draw` makes its pictures.
///
/// # Errors
/// When it holds something that an article does not have, names something that does not exist, or a picture cannot be made.
pub(crate) fn read(
    source: &str,
    pack: &Pack,
    draw: &mut dyn FnMut(&Drawing) -> anyhow::Result<Part>,
) -> anyhow::Result<Article> {
    let mut reader = Reader { pack, draw, open: vec![Part::default()], code: None };
    let parser = Parser::new_ext(source, Options::ENABLE_HEADING_ATTRIBUTES);
    for (event, place) in TextMergeStream::new(parser).zip(1..) {
        reader.take(event).with_context(|| format!("piece {place}, after “{}”", reader.last_words()))?;
    }
    let parts = reader.open.pop().map(|root| root.parts).unwrap_or_default();
    ensure!(!parts.is_empty(), "the article is empty");
    Ok(Article { parts })
}

struct Reader<'a> {
    pack: &'a Pack,
    draw: &'a mut dyn FnMut(&Drawing) -> anyhow::Result<Part>,
    /// The parts that have begun and not ended, the outermost first.
    open: Vec<Part>,
    /// The name and the text of the block of code that is being read.
    code: Option<(String, String)>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event) -> anyhow::Result<()> {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(name))) => {
                self.code = Some((name.into_string(), String::new()));
            }
            Event::End(TagEnd::CodeBlock) => {
                let (name, text) = self.code.take().unwrap_or_default();
                let drawing = self.drawing(&name, &text)?;
                let picture = (self.draw)(&drawing).with_context(|| format!("the picture {}", drawing.name))?;
                self.add(picture);
            }
            Event::Start(tag) => self.open.push(begun(tag)?),
            Event::End(_) => {
                let part = self.open.pop().map(ended).context("something ends that has not begun")??;
                self.add(part);
            }
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.words(&text)?.into_iter().for_each(|part| self.add(part)),
            },
            // Japanese has no space where a line breaks.
            Event::SoftBreak if self.last_words().ends_with(|last: char| !last.is_ascii()) => {}
            Event::SoftBreak => self.add(Part::text(" ")),
            other => bail!("an article has no {other:?}"),
        }
        Ok(())
    }

    /// Adds a part to what is open; words that follow words become one.
    fn add(&mut self, part: Part) {
        let Some(open) = self.open.last_mut() else { return };
        match open.parts.last_mut() {
            Some(last) if (last.kind, part.kind) == (Kind::Text, Kind::Text) => last.text.push_str(&part.text),
            _ => open.parts.push(part),
        }
    }

    fn last_words(&self) -> String {
        let last = self.open.iter().rev().find_map(|open| open.parts.last());
        last.map(|part| part.text.clone()).unwrap_or_default()
    }

    /// A text with everything that it names put in.
    fn words(&self, text: &str) -> anyhow::Result<Vec<Part>> {
        // Between a letter and a brace ** is no mark (CommonMark §6.2), and Japanese has no space to put there.
        ensure!(!text.contains("**") && !text.contains("]("), "a mark stands there as it is: {text}");
        let (mut parts, mut rest) = (vec![], text);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').context("a { without its }")?;
            parts.push(Part::text(before));
            parts.push(match name {
                "product" => Part::of(Kind::Product, vec![]),
                name => Part::text(self.label(name)?),
            });
            rest = tail;
        }
        parts.push(Part::text(rest));
        Ok(parts.into_iter().filter(|part| part.kind != Kind::Text || !part.text.is_empty()).collect())
    }

    fn label(&self, name: &str) -> anyhow::Result<&'static str> {
        let text = self.pack.named(name).with_context(|| format!("there is no message {name}"))?;
        ensure!(!text.contains(['{', '#']), "the message {name} needs values, which an article does not have");
        Ok(text)
    }

    /// A text that is known now, to the last word.
    fn fixed(&self, text: &str) -> anyhow::Result<String> {
        let parts = self.words(text)?;
        ensure!(parts.iter().all(|part| part.kind == Kind::Text), "no picture knows the operator's product");
        Ok(parts.into_iter().map(|part| part.text).collect())
    }

    fn drawing(&self, name: &str, text: &str) -> anyhow::Result<Drawing> {
        let name = name.strip_prefix("picture ").context("a block of code is not a picture")?.to_owned();
        let mut lines = text.lines().map(|line| self.fixed(line)).collect::<anyhow::Result<Vec<_>>>()?.into_iter();
        let description = lines.next().context("a picture without words for those who do not see it")?;
        Ok(Drawing { name, description, labels: lines.collect() })
    }
}

fn begun(tag: Tag) -> anyhow::Result<Part> {
    let kind = match tag {
        Tag::Paragraph => Kind::Paragraph,
        Tag::Strong => Kind::Strong,
        Tag::List(None) => Kind::List,
        Tag::List(Some(1)) => Kind::Steps,
        Tag::Item => Kind::Item,
        Tag::BlockQuote(None) => Kind::Note,
        Tag::Heading { level: HeadingLevel::H2, id, .. } => {
            let id = id.context("a heading needs an id that is the same in every language: ## … {#id}")?;
            return Ok(Part { kind: Kind::Heading, target: id.into_string(), ..Part::default() });
        }
        Tag::Link { dest_url, .. } => return link(&dest_url),
        other => bail!("an article has no {other:?}"),
    };
    Ok(Part::of(kind, vec![]))
}

fn link(address: &str) -> anyhow::Result<Part> {
    let (kind, name) = match address.split_once(':') {
        Some(("help", name)) => (Kind::Topic, Topic::parse(name).map(Topic::name)),
        Some(("start", name)) => (Kind::Start, Start::parse(name).map(Start::name)),
        _ => bail!("{address}: links lead to help:<topic> or start:<action>"),
    };
    let target = name.with_context(|| format!("{address} does not exist"))?.to_owned();
    Ok(Part { kind, target, ..Part::default() })
}

/// A part that is complete. A button stands for its paragraph.
fn ended(mut part: Part) -> anyhow::Result<Part> {
    if part.kind == Kind::Paragraph && matches!(part.parts.as_slice(), [only] if only.kind == Kind::Start) {
        return part.parts.pop().context("the only one");
    }
    let in_line = part.parts.iter().filter(|inner| is_in_line(inner.kind)).count();
    let is_line = !matches!(part.kind, Kind::List | Kind::Steps | Kind::Item | Kind::Note);
    ensure!(
        in_line == part.parts.len() || (in_line == 0 && !is_line),
        "a button or a list needs a paragraph of its own"
    );
    ensure!(!part.parts.is_empty(), "nothing stands in a {:?}", part.kind);
    Ok(part)
}

fn is_in_line(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Product | Kind::Strong | Kind::Topic)
}

#[cfg(test)]
#[path = "markdown/tests.rs"]
mod tests;
