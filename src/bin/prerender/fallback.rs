//! The app as plain JavaScript, for browsers that have no WebAssembly or may not use it (Lockdown Mode, strict proxies).
//!
//! It is the same program: binaryen's wasm2js translates what Cargo has linked, uncut, so that it is one file. Whatever
//! wasm2js cannot do, or does otherwise than WebAssembly, is done before and after it:
//!
//! | step | in |
//! |---|---|
//! | what only linkers and newer browsers understand is taken out | `linked` |
//! | wasm-bindgen writes the JavaScript side | here |
//! | calls into the parts that the WASM is cut into lead to where they are | `joined` |
//! | numbers become whole as Rust says | `casts` |
//! | wasm2js, and memory that grows | `translated` |
//! | one file of it all | here |
//!
//! Each step stops the build if what it finds does not look as it did when it was written.

mod casts;
mod joined;
mod linked;
mod translated;

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

use crate::assets::{Asset, store};
use crate::esbuild::bundle;
use crate::programs::{run, run_quietly};

/// Translates what Cargo has linked, which is `linked`, and publishes it in `site`. `folder` is for what comes in between.
///
/// # Errors
/// When a program is missing or fails, or the tools have changed what they write.
pub(crate) fn publish(site: &Path, linked: &[u8], folder: &Path) -> anyhow::Result<Asset> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let named = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let read = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| format!("{name} cannot be read"));

    fs::write(named("linked.wasm"), linked::simplified(linked)?)?;
    run(
        "wasm-bindgen",
        [
            &named("linked.wasm"),
            // WASM and its JavaScript side import each other like any two modules, which is what wasm2js writes.
            "--target=bundler",
            "--out-name=app",
            "--no-typescript",
            "--remove-name-section",
            "--out-dir",
            &named(""),
        ],
    )?;
    run_quietly("wasm-dis", translated::FEATURES.into_iter().chain([&*named("app_bg.wasm"), "-o", &named("app.wat")]))?;
    let wat = casts::exact(&joined::joined(&read("app.wat")?)?)?;
    let (code, glue, entry) = (translated::translated(&wat, folder)?, read("app_bg.js")?, read("app.js")?);

    fs::write(named("references.js"), references(&glue)?)?;
    fs::write(named("code.js"), replaced(&code, "'__wbindgen_externref_xform__'", "'./references.js'")?)?;
    fs::write(named("app.js"), replaced(&entry, r#""./app_bg.wasm""#, r#""./code.js""#)?)?;
    let bundled = bundle(&folder.join("app.js"), true)?;
    let mentions = |word: &[u8]| bundled.windows(word.len()).any(|window| window == word);
    ensure!(!mentions(b"WebAssembly"), "the app as JavaScript still mentions WebAssembly");
    store(site, "fallback", "js", &bundled)
}

/// `text` with something else in the one place where `before` stands.
fn replaced(text: &str, before: &str, after: &str) -> anyhow::Result<String> {
    let count = text.matches(before).count();
    ensure!(count == 1, "{before} is expected once, and there {count} times: the tools have changed what they write");
    Ok(text.replace(before, after))
}

/// A program in the text form with further functions at its end.
///
/// # Errors
/// When it does not end like a module.
fn with_functions(wat: &str, functions: &str) -> anyhow::Result<String> {
    let open = wat.trim_end().strip_suffix(')').context("the program does not end like a module")?;
    Ok([open, functions, ")\n"].concat())
}

/// The one function that wasm-bindgen leaves open when JavaScript keeps the objects that Rust refers to: how many of these
/// are never given back. Its own script knows.
fn references(glue: &str) -> anyhow::Result<String> {
    let (_, rest) = glue.split_once("function dropObject(idx) {\n    if (idx < ").context("dropObject is not found")?;
    let (count, _) = rest.split_once(") return;").context("dropObject does not look as expected")?;
    let count: u32 = count.parse().context("dropObject does not compare with a number")?;
    Ok(format!("export const __wbindgen_externref_statics_end = () => {count};\n"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_does_not_look_as_expected_stops_the_build() {
        assert_eq!(replaced("a b", "a", "c").unwrap(), "c b");
        assert!(replaced("a a", "a", "c").is_err());
        assert!(replaced("b", "a", "c").is_err());
        let glue = |limit| format!("function dropObject(idx) {{\n    if (idx < {limit}) return;\n}}");
        assert_eq!(references(&glue("1028")).unwrap(), "export const __wbindgen_externref_statics_end = () => 1028;\n");
        assert!(references(&glue("limit")).is_err());
        assert!(references("function dropObject() {}").is_err());
    }
}
