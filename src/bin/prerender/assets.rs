//! The files that the pages name: each is called after its content, so that it may be cached for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use base64::prelude::{BASE64_STANDARD, Engine};
use partner_recovery::i18n::packs::{PACKS, Pack};
use sha2::{Digest, Sha256};

use crate::articles::{self, HelpArticle};
use crate::esbuild;
use crate::parts::{self, Parts};

/// A published file.
#[derive(Clone)]
pub(crate) struct Asset {
    /// Its address on the site.
    pub(crate) url: String,
    /// Its digest for the `integrity` attribute (Subresource Integrity §3.1).
    pub(crate) integrity: String,
}

/// The texts of a language.
pub(crate) struct Texts {
    /// Those that every page needs.
    pub(crate) first: Asset,
    /// Those that come with the code of the pages that say them.
    pub(crate) later: Asset,
}

/// All published files.
pub(crate) struct Assets {
    /// The script that starts the app, with the app's JavaScript side.
    pub(crate) boot: Asset,
    /// The script that goes from `/` to a language.
    pub(crate) choose_language: Asset,
    /// The app.
    pub(crate) app: Parts,
    /// The stylesheet.
    pub(crate) css: Asset,
    /// The styles of the areas, which come with their code.
    pub(crate) areas_css: Asset,
    /// The texts of each language, in the order of [`PACKS`].
    pub(crate) texts: Vec<Texts>,
    /// The help articles.
    pub(crate) help: Vec<HelpArticle>,
}

/// Puts the app into `assets/` of `site`, and the stylesheet, the boot script, the texts and the help articles beside it.
///
/// # Errors
/// When a file cannot be read, bundled or written.
pub(crate) fn publish(site: &Path, release: bool) -> anyhow::Result<Assets> {
    let bundle = |entry: &Path| esbuild::bundle(entry, release);
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    let starting = |script: &str, named: &[(&str, &Path)]| esbuild::starting(&source.join(script), named, release);
    fs::create_dir_all(site.join("assets"))?;
    let app = parts::publish(site, release)?;
    let assets = Assets {
        boot: store(site, "boot", "js", &starting("src/boot.js", &[("app", &app.glue)])?)?,
        choose_language: store(site, "choose-language", "js", &starting("src/choose_language.js", &[])?)?,
        app,
        css: store(site, "main", "css", &bundle(&source.join("style/main.css"))?)?,
        areas_css: store(site, "areas", "css", &bundle(&source.join("style/areas.css"))?)?,
        texts: PACKS.iter().map(|pack| texts(site, pack)).collect::<Result<_, _>>()?,
        help: articles::publish(site)?,
    };
    // What Trunk made of the WASM, whole.
    fs::remove_file(site.join("app.js"))?;
    fs::remove_file(site.join("app_bg.wasm"))?;
    Ok(assets)
}

fn texts(site: &Path, pack: &Pack) -> anyhow::Result<Texts> {
    let (first, later) = pack.json()?;
    Ok(Texts {
        first: store(site, pack.tag, "json", first.as_bytes())?,
        later: store(site, &format!("{}-later", pack.tag), "json", later.as_bytes())?,
    })
}

/// Writes `content` as an asset.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn store(site: &Path, name: &str, extension: &str, content: &[u8]) -> anyhow::Result<Asset> {
    let digest = Sha256::digest(content);
    let hash: String = digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    let url = format!("/assets/{name}.{hash}.{extension}");
    fs::write(file(site, &url), content).with_context(|| format!("{url} cannot be written"))?;
    Ok(Asset { url, integrity: format!("sha256-{}", BASE64_STANDARD.encode(digest)) })
}

/// Where the file of an address lies below `site`.
pub(crate) fn file(site: &Path, url: &str) -> PathBuf {
    site.join(url.trim_start_matches('/'))
}
