//! The articles of the help pages, from `src/help/<language>/<topic>.md` to files that the pages load.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use partner_recovery::help::Topic;
use partner_recovery::help::article::{Article, Kind, Part};
use partner_recovery::i18n::packs::{PACKS, Pack};

use crate::assets::{Asset, store};
use crate::markdown::{self, Drawing};
use crate::pictures::{self, Colours, Picture};

/// An article in one language.
pub(crate) struct HelpArticle {
    /// What it is about.
    pub(crate) topic: Topic,
    /// Its language (BCP 47).
    pub(crate) tag: &'static str,
    /// The article.
    pub(crate) article: Article,
    /// Its file.
    pub(crate) asset: Asset,
}

/// Writes every article and its pictures into `assets/` of `site`.
///
/// # Errors
/// When an article or a picture is missing or not as it has to be, or a file cannot be written.
pub(crate) fn publish(site: &Path) -> anyhow::Result<Vec<HelpArticle>> {
    let mut published = vec![];
    for pack in PACKS {
        for topic in Topic::ALL {
            let article = read(topic, pack, &mut |name, picture| {
                let name = format!("{name}.{}", pack.tag);
                let light = store(site, &name, "svg", picture.light.as_bytes())?;
                let dark = store(site, &format!("{name}.dark"), "svg", picture.dark.as_bytes())?;
                Ok((light.url, dark.url))
            })?;
            let name = format!("help-{}.{}", topic.name(), pack.tag);
            let asset = store(site, &name, "json", serde_json::to_string(&article)?.as_bytes())?;
            published.push(HelpArticle { topic, tag: pack.tag, article, asset });
        }
    }
    Ok(published)
}

/// Keeps a picture of this name and says its addresses, for light and for dark screens.
type Keep<'a> = &'a mut dyn FnMut(&str, Picture) -> anyhow::Result<(String, String)>;

/// The article about `topic` in a language.
fn read(topic: Topic, pack: &Pack, keep: Keep) -> anyhow::Result<Article> {
    let stylesheet = source("style/tokens.css")?;
    let colours = Colours::read(&stylesheet);
    let mut draw = |drawing: &Drawing| {
        let template = source(&format!("src/help/pictures/{}.svg", drawing.name))?;
        let picture = pictures::draw(&template, pack.tag, &drawing.labels, &colours)?;
        let (width, height) = (picture.width, picture.height);
        let (target, dark) = keep(&drawing.name, picture)?;
        Ok(Part { kind: Kind::Picture, text: drawing.description.clone(), target, dark, width, height, parts: vec![] })
    };
    let path = format!("src/help/{}/{}.md", pack.tag, topic.name());
    markdown::read(&source(&path)?, pack, &mut draw).with_context(|| path)
}

/// The text of a file of the project.
fn source(path: &str) -> anyhow::Result<String> {
    let full: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(full).with_context(|| format!("{path} cannot be read"))
}

#[cfg(test)]
#[path = "articles/tests.rs"]
mod tests;
