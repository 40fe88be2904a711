//! esbuild, the one program that knows how to bundle and minify JavaScript and CSS.

use std::ffi::OsStr;
use std::path::Path;

use crate::programs::run;

/// `entry` with everything that it imports, as one file.
///
/// # Errors
/// When esbuild is missing, or does not accept the file; its own messages are on the terminal then.
pub(crate) fn bundle(entry: &Path, minify: bool) -> anyhow::Result<Vec<u8>> {
    let mut arguments = vec!["--bundle", "--format=esm", "--charset=utf8", "--log-level=warning"];
    // wasm-bindgen names a module that it imports once for each thing that it imports.
    arguments.push("--log-override:duplicate-object-key=silent");
    if minify {
        arguments.extend(["--minify", "--legal-comments=none"]);
    }
    run("esbuild", std::iter::once(entry.as_os_str()).chain(arguments.into_iter().map(OsStr::new)))
}
