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
//!
//! A release build also has everything minified, a `.br` and a `.gz` beside each file that shrinks, and a table of sizes.

mod articles;
mod assets;
mod compression;
mod esbuild;
mod markdown;
mod pages;
mod pictures;
mod rules;
mod sizes;
mod speech;

use std::env;
use std::path::PathBuf;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
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
    Ok(())
}
