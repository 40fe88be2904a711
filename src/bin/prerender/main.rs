//! The last step of `trunk build`: makes the static site of what Trunk has compiled and copied.
//!
//! Trunk runs it as its `post_build` hook (Trunk.toml) and names the folder to work on in the environment. What is
//! there afterwards is what a content delivery network serves, file by file:
//!
//! | file | cached |
//! |---|---|
//! | `assets/<name>.<hash of its content>.<ext>` | for ever |
//! | `<language>/…/index.html`, `index.html`, `404.html` | never without asking |
//! | `config.json` and the rest of `public/` | never without asking |
//! | what the hosts read (`hosts`) | not at all |
//!
//! A release build also has everything minified, a `.br` and a `.gz` beside each file that shrinks, and a table of sizes.
//!
//! `prerender configure <folder>` (`make configure`) brings a site that was built before into line with its `config.json`.

mod articles;
mod assets;
mod compression;
mod esbuild;
mod fallback;
mod headers;
mod hosts;
mod markdown;
mod pages;
mod parts;
mod pictures;
mod programs;
mod rules;
mod sizes;
mod speech;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    match arguments.as_slice() {
        [] => build(),
        [command, site] if command == "configure" => configure(Path::new(site)),
        _ => bail!("this is run by `trunk build`, or as `prerender configure <folder>`"),
    }
}

/// Makes the site.
fn build() -> anyhow::Result<()> {
    let site = PathBuf::from(
        env::var_os("TRUNK_STAGING_DIR").context("TRUNK_STAGING_DIR is not set: run this by `trunk build`")?,
    );
    let release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");

    let assets = assets::publish(&site, release)?;
    pages::write(&site, &assets)?;
    if release {
        compression::compress_all(&site)?;
        sizes::report(&site, &assets)?;
    }
    configure(&site)
}

/// Writes everything that depends on `config.json`, again if it is there already.
fn configure(site: &Path) -> anyhow::Result<()> {
    hosts::write(site)
}
