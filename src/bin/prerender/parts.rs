//! The WASM, in the files that it is loaded in.
//!
//! Cargo links one program. It is cut at the functions marked `wasm_split` (`src/app/areas`, the drivers), before wasm-bindgen
//! writes the JavaScript side of what is left. Trunk cannot do that, so everything after the compilation is done here.

mod link;
mod names;
mod panics;
mod places;
mod streams;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use partner_recovery::api::drivers::DriverKind;
use wasm_split_cli_support::{Options, transform};

use crate::assets::{Asset, store};
use crate::esbuild::bundle;
use crate::fallback;
use crate::programs::run;

/// What wasm-opt does. The features are those that Rust compiles for; not all parts say so themselves.
///
/// Going through it once with `--flatten --rereloop` finds more common structure (0.5 kB). Rust's stack begins at the bottom of the
/// memory (`--stack-first`), so no address is as low as an offset, and `--low-memory-unused` holds (0.2 kB). Browsers compile each
/// function when it is first called, and all that goes with it takes longer than 0.8 kB more on the line: small ones become a part of
/// those that call them (470 are called until the sign-in page answers, instead of 540).
const OPTIMISED: [&str; 17] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--always-inline-max-function-size=8",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--quiet",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Up to this size (bytes, not compressed) a part is in the script: its name and digest there and the request for it would be longer.
const INLINED: usize = 1_000;

/// The part that leads to all pages with code of their own, by its name.
pub(crate) const WAY_ONWARD: &str = "onward";

/// The parts that lead to the API of a driver, by their names.
pub(crate) fn way_to_the_api(driver: DriverKind) -> [&'static str; 3] {
    [WAY_ONWARD, "connection", driver.name()]
}

/// The app in its files.
pub(crate) struct Parts {
    /// The JavaScript side, to be published as a part of `boot.js`.
    pub(crate) glue: PathBuf,
    /// What is there from the start.
    pub(crate) wasm: Asset,
    /// How all others are got.
    pub(crate) link: Asset,
    /// The files of each area or driver, by its name. Some files are shared.
    pub(crate) later: Vec<(String, Vec<Asset>)>,
    /// All of it as JavaScript, in one file; in a release build.
    pub(crate) fallback: Option<Asset>,
}

impl Parts {
    /// The files of an area or a driver. In Rust no name has a hyphen.
    pub(crate) fn of(&self, name: &str) -> &[Asset] {
        let name = name.replace('-', "_");
        self.later.iter().find(|(known, _)| *known == name).map_or(&[], |(_, files)| files)
    }
}

/// Cuts what Cargo has linked and publishes it in `site`; in a release build as small as it gets.
///
/// # Errors
/// When a program is missing or fails, or the tools have changed what they write.
pub(crate) fn publish(site: &Path, release: bool) -> anyhow::Result<Parts> {
    let linked = linked(release)?;
    let input = fs::read(&linked).with_context(|| format!("{} cannot be read", linked.display()))?;
    let input = places::forgotten(panics::silenced(&streams::removed(&input)?)?)?;
    let folder = linked.with_file_name("parts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let main = folder.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    options.link_name = "./link.js";
    let split = transform(options).map_err(|error| anyhow!("the WASM cannot be cut: {error:?}"))?;

    let out_dir = folder.to_string_lossy();
    let main = main.to_string_lossy();
    // What the other parts need of this one is exported under names that must stay.
    run(
        "wasm-bindgen",
        [
            &main,
            "--target=web",
            "--out-name=app",
            "--keep-lld-exports",
            "--no-demangle",
            "--no-typescript",
            "--omit-default-module-path",
            "--out-dir",
            &out_dir,
        ],
    )?;

    let script = folder.join("link.js");
    let mut link = fs::read_to_string(&script)?;
    let mut later: Vec<(String, Vec<Asset>)> = split.prefetch_map.keys().map(|name| (name.clone(), vec![])).collect();
    later.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut files: Vec<PathBuf> = split.split_modules;
    files.sort();
    for file in files {
        let stem = file.file_stem().context("a part has no name")?.to_string_lossy().into_owned();
        let name = stem.strip_prefix("split_").unwrap_or("shared");
        let wasm = optimised(&file, release)?;
        if wasm.len() <= INLINED {
            link = loaded_by(&link, &stem, &inlined(&wasm))?;
            continue;
        }
        let asset = store(site, name, "wasm", &wasm)?;
        link = loaded_by(&link, &stem, &fetched(&asset))?;
        for (area, files) in &mut later {
            if split.prefetch_map.get(area).is_some_and(|stems| stems.contains(&stem)) {
                files.push(asset.clone());
            }
        }
    }
    // There are proxies that change the media type, which streaming insists on.
    let streamed = "WebAssembly.instantiateStreaming(src, imports)";
    let any_type = "src.then((file) => file.arrayBuffer()).then((wasm) => WebAssembly.instantiate(wasm, imports))";
    let names: Vec<&str> = later.iter().map(|(name, _)| name.as_str()).collect();
    fs::write(&script, link::later(&link.replace(streamed, any_type), &names)?)?;
    let link = store(site, "parts", "js", &bundle(&script, release)?)?;
    fs::write(&script, link::first(&link, &names))?;
    let script = folder.join("app.js");
    let wasm = optimised(&folder.join("app_bg.wasm"), release)?;
    let (wasm, short) = names::shortened(&wasm, &fs::read_to_string(&script)?)?;
    fs::write(&script, short)?;
    Ok(Parts {
        glue: script,
        wasm: store(site, "app", "wasm", &wasm)?,
        link,
        later,
        fallback: release.then(|| fallback::publish(site, &input, &linked.with_file_name("fallback"))).transpose()?,
    })
}

/// The program as Cargo has linked it, beside which this one was compiled.
fn linked(release: bool) -> anyhow::Result<PathBuf> {
    let this = env::current_exe()?;
    let target = this.parent().and_then(Path::parent).context("this program is in no target folder")?;
    Ok(target.join("wasm32-unknown-unknown").join(if release { "release" } else { "debug" }).join("app.wasm"))
}

fn optimised(wasm: &Path, release: bool) -> anyhow::Result<Vec<u8>> {
    if release {
        let wasm = wasm.to_string_lossy();
        run("wasm-opt", OPTIMISED.into_iter().chain(["--output", &wasm, &wasm]))?;
    }
    Ok(fs::read(wasm)?)
}

/// The script that loads the parts, with `loader` for the part `stem`.
fn loaded_by(link: &str, stem: &str, loader: &str) -> anyhow::Result<String> {
    let before = format!(r#"fetch(new URL("./{stem}.wasm", import.meta.url))"#);
    ensure!(link.matches(&before).count() == 1, "the loader of {stem} does not look as expected");
    Ok(link.replace(&before, loader))
}

/// A part under its published name, checked as boot.js checks the first one.
fn fetched(Asset { url, integrity }: &Asset) -> String {
    let file = url.rsplit('/').next().unwrap_or(url);
    format!(r#"fetch(new URL("./{file}", import.meta.url), {{ integrity: "{integrity}" }})"#)
}

/// A part that is not worth a request.
fn inlined(wasm: &[u8]) -> String {
    let bytes = BASE64_STANDARD.encode(wasm);
    format!(r#"Promise.resolve(new Response(Uint8Array.from(atob("{bytes}"), (byte) => byte.charCodeAt(0))))"#)
}
