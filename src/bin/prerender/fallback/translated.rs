//! wasm2js, with memory that grows as the JavaScript side expects it.

use std::fs;
use std::path::Path;

use anyhow::ensure;

use super::replaced;
use crate::programs::run_quietly;

/// What the program uses beyond the first WebAssembly.
pub(super) const FEATURES: [&str; 4] =
    ["--enable-bulk-memory", "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];

/// A program in the text form as a JavaScript module. `folder` is for what comes in between.
///
/// # Errors
/// When binaryen cannot translate it, or has changed what it writes.
pub(super) fn translated(wat: &str, folder: &Path) -> anyhow::Result<String> {
    let named = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (text, small, script) = (named("exact.wat"), named("small.wasm"), named("wasm2js.js"));
    fs::write(&text, wat)?;
    run_quietly("wasm-opt", FEATURES.into_iter().chain(["-Oz", &text, "-o", &small]))?;
    run_quietly("wasm2js", FEATURES.into_iter().chain(["-Oz", &small, "-o", &script]))?;
    let script = fs::read_to_string(&script)?;
    // The JavaScript side would pass a BigInt where this expects two numbers.
    ensure!(!script.contains("setTempRet0"), "an import or an export has a u64 or an i64, which wasm2js cannot pass");
    detached(&script)
}

/// The script, with the memory before it grew detached as WebAssembly does it (JavaScript Interface, "refresh the memory buffer"):
/// by that, wasm-bindgen knows that it has to look at the new one.
fn detached(script: &str) -> anyhow::Result<String> {
    let grown = "   buffer = newBuffer;\n";
    replaced(script, grown, &format!("   structuredClone(buffer, {{ transfer: [buffer] }});\n{grown}"))
}
