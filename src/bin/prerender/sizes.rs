//! The table of sizes at the end of a release build: what a visitor downloads, beside what was promised.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::Context;
use partner_recovery::i18n::packs::PACKS;
use partner_recovery::route::Route;

use crate::assets::{Assets, file};
use crate::compression::copy_of;
use crate::hosts::deployment::Deployment;
use crate::parts::way_to_the_api;

/// The promise (bytes, brotli): everything the sign-in page needs until it works.
const BUDGET: u64 = 75_000;

/// The promise: what the app as JavaScript may be, in hundredths of all the WASM. `boot.js` comes in any case.
const FALLBACK_LIMIT: u64 = 135;

/// A file and what it weighs, in bytes.
struct Size {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table.
///
/// # Errors
/// When a file of the site cannot be read.
#[expect(clippy::print_stdout, reason = "the table is what the build says to whoever runs it")]
pub(crate) fn report(site: &Path, assets: &Assets) -> anyhow::Result<()> {
    let measure = |url: &str| measure(site, url);
    let wasm = measure(&assets.app.wasm.url)?;
    let boot = measure(&assets.boot.url)?;
    let css = measure(&assets.css.url)?;
    let config = measure("/config.json")?;
    let shared = [&wasm, &boot, &css, &config];

    println!("{:<40}{:>10}{:>10}{:>10}", "", "raw", "gzip", "brotli");
    for size in shared {
        println!("{size}");
    }
    let shared_bytes: u64 = shared.iter().map(|size| size.brotli).sum();

    let mut first_load = (0, "");
    for pack in PACKS {
        let page = measure(&format!("{}index.html", Route::SignIn.href(pack.tag)))?;
        println!("{page}");
        first_load = first_load.max((shared_bytes + page.brotli, pack.tag));
    }

    report_fallback(&measure, assets)?;
    for (name, files) in &assets.app.later {
        let sizes = files.iter().map(|file| measure(&file.url)).collect::<Result<Vec<_>, _>>()?;
        let brotli: u64 = sizes.iter().map(|size| size.brotli).sum();
        println!("{name}, when it is needed: {brotli} bytes brotli in {} files", sizes.len());
    }
    let (bytes, language) = first_load;
    let verdict = if bytes <= BUDGET { "within" } else { "OVER" };
    println!(
        "Sign-in page until it works ({language}, the largest): {bytes} bytes brotli, {verdict} the budget of {BUDGET}"
    );
    let way =
        files_to_the_api(site, assets)?.into_iter().map(|url| Ok(measure(url)?.brotli)).sum::<anyhow::Result<u64>>()?;
    println!("What sends something comes while people type: {way} bytes brotli, {} in all", bytes + way);
    Ok(())
}

/// The files with what the sign-in page needs to sign somebody in.
fn files_to_the_api<'a>(site: &Path, assets: &'a Assets) -> anyhow::Result<BTreeSet<&'a str>> {
    let config = fs::read(file(site, "/config.json")).context("config.json cannot be read")?;
    let driver = Deployment::read(&config)?.config.driver;
    let files = way_to_the_api(driver).into_iter().flat_map(|name| assets.app.of(name));
    Ok(files.chain([&assets.app.link]).map(|file| file.url.as_str()).collect())
}

/// Prints what a browser without WebAssembly loads, beside all that it replaces.
#[expect(clippy::print_stdout, reason = "it is a part of the table")]
fn report_fallback(measure: &impl Fn(&str) -> anyhow::Result<Size>, assets: &Assets) -> anyhow::Result<()> {
    let app = &assets.app;
    let Some(fallback) = &app.fallback else { return Ok(()) };
    let fallback = measure(&fallback.url)?;
    let later: BTreeSet<&str> = app.later.iter().flat_map(|(_, files)| files).map(|file| file.url.as_str()).collect();
    let replaced = later.into_iter().chain([app.wasm.url.as_str()]);
    let replaced = replaced.map(|url| Ok(measure(url)?.brotli)).sum::<anyhow::Result<u64>>()?;
    let percent = (fallback.brotli * 100).div_ceil(replaced);
    let verdict = if percent <= FALLBACK_LIMIT { "within" } else { "OVER" };
    println!("{fallback}");
    println!(
        "Without WebAssembly: {} bytes brotli, {percent} % of the {replaced} of all WASM, \
            {verdict} the limit of {FALLBACK_LIMIT} %",
        fallback.brotli
    );
    Ok(())
}

impl fmt::Display for Size {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, raw, gzip, brotli } = self;
        write!(out, "{name:<40}{raw:>10}{gzip:>10}{brotli:>10}")
    }
}

/// A file without a smaller copy travels as it is; so does `config.json`, unless the host compresses it on the way.
fn measure(site: &Path, url: &str) -> anyhow::Result<Size> {
    let path = file(site, url);
    let length = |path: &Path| fs::metadata(path).map(|file| file.len());
    let raw = length(&path).with_context(|| format!("{url} is missing"))?;
    Ok(Size {
        name: url.to_owned(),
        raw,
        gzip: length(&copy_of(&path, "gz")).unwrap_or(raw),
        brotli: length(&copy_of(&path, "br")).unwrap_or(raw),
    })
}
