//! Reads the catalogues (`src/i18n/*.ftl`), checks them against each other, and writes
//! - `text.rs`: one typed constant or function for each message, so that a misspelt name or a forgotten value does not
//!   compile;
//! - `packs.rs`: each language's texts as a JSON array in the order of the keys, for the page to load;
//! - `names.rs`: the names of the messages in the same order, for the help articles, which quote labels by name.
//!
//! The format is Fluent's (<https://projectfluent.org>), restricted to what whole messages need: text, `{ $values }`, and
//! one plural choice around a whole message.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that the others follow.
const REFERENCE: &str = "en";
/// What may stand in brackets before a variant (Unicode CLDR, plural categories).
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The comment in the reference below which the texts are that come with the code of the pages that say them.
const LATER: &str = "Later:";

type Failure = Box<dyn std::error::Error>;

/// A message: the values it takes, in order of appearance, and its text in the form that the app reads.
struct Entered {
    values: Vec<String>,
    pattern: Pattern<String>,
}

struct Catalogue {
    tag: String,
    messages: Vec<(String, Entered)>,
    /// How many of them the page loads at once: those above the comment that begins with [`LATER`].
    first: usize,
}

fn main() -> Result<(), Failure> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("src/i18n");
    println!("cargo::rerun-if-changed={}", folder.display());
    // The build cuts the WASM into several files afterwards, and has to know what refers to what.
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
    let catalogues = read_all(&folder)?;
    let reference = catalogues.iter().find(|catalogue| catalogue.tag == REFERENCE).ok_or("there is no en.ftl")?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("text.rs"), typed_keys(reference)?)?;
    let names: Vec<&str> = reference.messages.iter().map(|(name, _)| name.as_str()).collect();
    fs::write(out.join("names.rs"), format!("&{names:?}"))?;
    let mut packs = String::from("&[\n");
    for catalogue in &catalogues {
        compare(reference, catalogue)?;
        let texts = encode_all(reference, catalogue)?;
        writeln!(packs, "    Pack {{ tag: {:?}, texts: &{texts:?}, first: {} }},", catalogue.tag, reference.first)?;
    }
    packs.push(']');
    fs::write(out.join("packs.rs"), packs)?;
    Ok(())
}

fn read_all(folder: &Path) -> Result<Vec<Catalogue>, Failure> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<Catalogue, Failure> {
    let tag = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a catalogue's name is its language tag")?;
    let source = fs::read_to_string(path)?;
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| format!("{tag}.ftl: {errors:?}"))?;
    let mut messages: Vec<(String, Entered)> = Vec::new();
    let mut first = None;
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name.clone();
                if messages.iter().any(|(earlier, _)| *earlier == name) {
                    return Err(format!("{tag}.ftl: {name} is there twice").into());
                }
                messages.push((name.clone(), enter(message).map_err(|why| format!("{tag}.ftl: {name}: {why}"))?));
            }
            Entry::Term(_) | Entry::Junk { .. } => return Err(format!("{tag}.ftl: only messages and comments").into()),
            Entry::ResourceComment(comment) if comment.content.iter().any(|line| line.starts_with(LATER)) => {
                first = Some(messages.len());
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    Ok(Catalogue { tag: tag.to_owned(), first: first.unwrap_or(messages.len()), messages })
}

fn enter(message: Message<String>) -> Result<Entered, Failure> {
    if !message.attributes.is_empty() {
        return Err("attributes are not used here".into());
    }
    let pattern = message.value.ok_or("the text is missing")?;
    let mut values = Vec::new();
    collect_values(&pattern, &mut values)?;
    Ok(Entered { values, pattern })
}

fn collect_values(pattern: &Pattern<String>, values: &mut Vec<String>) -> Result<(), Failure> {
    let mut note = |name: &str| {
        if !values.iter().any(|earlier| earlier == name) {
            values.push(name.to_owned());
        }
    };
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => note(&id.name),
            PatternElement::Placeable {
                expression: Expression::Select { selector: InlineExpression::VariableReference { id }, variants },
            } if pattern.elements.len() == 1 => {
                note(&id.name);
                for variant in variants {
                    collect_values(&variant.value, values)?;
                }
                return Ok(());
            }
            PatternElement::Placeable { .. } => {
                return Err("use text, { $values } or one plural choice around the whole message".into());
            }
        }
    }
    Ok(())
}

/// Every language has the reference's messages and no others, and each takes the same values.
fn compare(reference: &Catalogue, other: &Catalogue) -> Result<(), Failure> {
    let theirs: BTreeMap<_, _> = other.messages.iter().map(|(name, entered)| (name, sorted(&entered.values))).collect();
    let ours: BTreeMap<_, _> =
        reference.messages.iter().map(|(name, entered)| (name, sorted(&entered.values))).collect();
    for (name, values) in &ours {
        match theirs.get(name) {
            None => return Err(format!("{}.ftl: {name} is missing", other.tag).into()),
            Some(others) if others != values => {
                return Err(format!("{}.ftl: {name} has the values {others:?} instead of {values:?}", other.tag).into());
            }
            Some(_) => {}
        }
    }
    match theirs.keys().find(|name| !ours.contains_key(*name)) {
        Some(extra) => Err(format!("{}.ftl: {extra} is not in {REFERENCE}.ftl", other.tag).into()),
        None => Ok(()),
    }
}

fn sorted(values: &[String]) -> Vec<String> {
    let mut values = values.to_vec();
    values.sort();
    values
}

/// The texts of a catalogue in the order of the reference's keys.
fn encode_all(reference: &Catalogue, catalogue: &Catalogue) -> Result<Vec<String>, Failure> {
    let texts: BTreeMap<_, _> = catalogue.messages.iter().map(|(name, entered)| (name, entered)).collect();
    reference
        .messages
        .iter()
        .map(|(name, order)| {
            let entered = texts.get(name).ok_or("compared before")?;
            encode(&entered.pattern, &order.values)
                .map_err(|why| format!("{}.ftl: {name}: {why}", catalogue.tag).into())
        })
        .collect()
}

/// `{0}` for the first value; `#0|one|text|other|text` for a plural choice by it.
fn encode(pattern: &Pattern<String>, order: &[String]) -> Result<String, Failure> {
    let index =
        |name: &str| order.iter().position(|value| value == name).ok_or("a value that the reference does not have");
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                if value.contains(['{', '}', '|', '#']) {
                    return Err("{ } | # have a meaning in the packs and cannot be used in texts".into());
                }
                text.push_str(value);
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                write!(text, "{{{}}}", index(&id.name)?)?;
            }
            PatternElement::Placeable {
                expression: Expression::Select { selector: InlineExpression::VariableReference { id }, variants },
            } => {
                write!(text, "#{}", index(&id.name)?)?;
                for variant in variants {
                    let VariantKey::Identifier { name } = &variant.key else {
                        return Err("plural categories only".into());
                    };
                    if !CATEGORIES.contains(&name.as_str()) || variant.default != (name == "other") {
                        return Err("plural categories, and *[other]".into());
                    }
                    write!(text, "|{name}|{}", encode(&variant.value, order)?)?;
                }
            }
            PatternElement::Placeable { .. } => return Err("collected before".into()),
        }
    }
    let text = text.trim();
    if text.is_empty() { Err("the text is empty".into()) } else { Ok(text.to_owned()) }
}

fn typed_keys(reference: &Catalogue) -> Result<String, Failure> {
    let mut code = String::new();
    for (key, (name, entered)) in reference.messages.iter().enumerate() {
        let identifier = name.replace('-', "_");
        let text = encode(&entered.pattern, &entered.values)?;
        writeln!(code, "/// `{name}`: {}", text.replace(['[', ']', '<', '>'], " "))?;
        if entered.values.is_empty() {
            writeln!(code, "pub const {}: Message = Message::plain({key});", identifier.to_uppercase())?;
        } else {
            let parameters: Vec<String> = entered.values.iter().map(|value| format!("{value}: Value")).collect();
            writeln!(code, "#[must_use]")?;
            writeln!(
                code,
                "pub fn {identifier}({}) -> Message {{ Message::with({key}, vec![{}]) }}",
                parameters.join(", "),
                entered.values.join(", ")
            )?;
        }
    }
    Ok(code)
}
