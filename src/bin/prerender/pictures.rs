//! The pictures of the help pages: a template (`src/help/pictures/<name>.svg`) with the words of a language and the colours
//! of the app, once for light and once for dark screens.
//!
//! `{1}`, `{2}` … in a template are the words, `{lang}` is the language, and any other name is a colour of
//! `style/tokens.css`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, ensure};
use maud::html;

/// The colours of the app by name: on light and on dark screens.
pub(crate) struct Colours<'a>(BTreeMap<&'a str, (&'a str, &'a str)>);

impl<'a> Colours<'a> {
    /// The colours that a stylesheet defines as `--name: light-dark(<light>, <dark>);`.
    pub(crate) fn read(stylesheet: &'a str) -> Self {
        let colour = |line: &'a str| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
            let both = value.trim().strip_prefix("light-dark(")?.strip_suffix(");")?;
            let (light, dark) = both.split_once(',')?;
            Some((name, (light.trim(), dark.trim())))
        };
        Self(stylesheet.lines().filter_map(colour).collect())
    }
}

/// A picture in one language.
pub(crate) struct Picture {
    /// As it is on light screens.
    pub(crate) light: String,
    /// As it is on dark screens.
    pub(crate) dark: String,
    /// Its width in pixels.
    pub(crate) width: u16,
    /// Its height in pixels.
    pub(crate) height: u16,
}

/// Fills a template.
///
/// # Errors
/// When it names something that does not exist, or has more or fewer places for words than there are.
pub(crate) fn draw(template: &str, tag: &str, labels: &[String], colours: &Colours) -> anyhow::Result<Picture> {
    let light = fill(template, tag, labels, &|name| colours.0.get(name).map(|(light, _)| *light))?;
    let dark = fill(template, tag, labels, &|name| colours.0.get(name).map(|(_, dark)| *dark))?;
    Ok(Picture { light, dark, width: size(template, "width")?, height: size(template, "height")? })
}

fn fill<'a>(
    template: &str,
    tag: &str,
    labels: &[String],
    colour: &dyn Fn(&str) -> Option<&'a str>,
) -> anyhow::Result<String> {
    let (mut filled, mut rest, mut used) = (String::new(), template, BTreeSet::new());
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').context("a { without its }")?;
        filled.push_str(before);
        match name.parse::<usize>() {
            Ok(number) => {
                used.insert(number);
                let label = number.checked_sub(1).and_then(|index| labels.get(index));
                let label = label.with_context(|| format!("there are no words for {{{number}}}"))?;
                filled.push_str(&html! { (label) }.into_string());
            }
            Err(_) if name == "lang" => filled.push_str(tag),
            Err(_) => filled.push_str(colour(name).with_context(|| format!("there is no colour {name}"))?),
        }
        rest = tail;
    }
    filled.push_str(rest);
    ensure!(used.len() == labels.len(), "{} words for {} places", labels.len(), used.len());
    Ok(filled)
}

/// The value of an attribute of the root element.
fn size(template: &str, attribute: &str) -> anyhow::Result<u16> {
    let (_, after) = template
        .split_once(&format!(" {attribute}=\""))
        .with_context(|| format!("the root element needs {attribute}=\"…\""))?;
    let number = after.split('"').next().unwrap_or_default();
    number.parse().with_context(|| format!("{attribute}=\"{number}\" is not a number of pixels"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;

    const TOKENS: &str =
        ":root {\n  --ink: light-dark(#111, #eee);\n  --space: 0.25rem;\n  --edge: light-dark(#777, #888);\n}";
    const TEMPLATE: &str =
        r#"<svg width="300" height="40" lang="{lang}" fill="{ink}"><text>{2}</text><text>{1}</text></svg>"#;

    fn drawn(template: &str, labels: &[&str]) -> anyhow::Result<Picture> {
        let labels: Vec<_> = labels.iter().map(|label| (*label).to_owned()).collect();
        draw(template, "ja", &labels, &Colours::read(TOKENS))
    }

    #[test]
    fn words_and_colours_go_where_the_template_wants_them() {
        let picture = drawn(TEMPLATE, &["a", "b & <c>"]).unwrap();
        let svg = |ink: &str| {
            format!(
                r#"<svg width="300" height="40" lang="ja" fill="{ink}"><text>b &amp; &lt;c&gt;</text><text>a</text></svg>"#
            )
        };
        assert_eq!((picture.light, picture.dark), (svg("#111"), svg("#eee")));
        assert_eq!((picture.width, picture.height), (300, 40));
    }

    #[test]
    fn what_does_not_fit_fails_and_says_why() {
        for (template, labels, why) in [
            (TEMPLATE, &["a"][..], "no words for {2}"),
            (TEMPLATE, &["a", "b", "c"], "3 words for 2 places"),
            (r#"<svg width="1" height="1">{0}</svg>"#, &[], "no words for {0}"),
            (r#"<svg width="1" height="1" fill="{space}"/>"#, &[], "no colour space"),
            (r#"<svg width="1" height="1" fill="{ink"/>"#, &[], "without its }"),
            (r#"<svg width="1"/>"#, &[], "needs height"),
            (r#"<svg width="wide" height="1"/>"#, &[], "not a number"),
        ] {
            let Err(error) = drawn(template, labels) else { panic!("{template} was accepted") };
            let said = format!("{error:#}");
            assert!(said.contains(why), "{template}: {said}");
        }
    }
}
