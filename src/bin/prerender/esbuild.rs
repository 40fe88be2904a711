//! esbuild, the one program that knows how to bundle and minify JavaScript and CSS.

use std::ffi::OsStr;
use std::path::Path;

use crate::programs::run;

/// What tells a browser to compile all functions of a script beside its other work, while the script arrives, and not each one when it
/// is called (WICG, "Explicit JavaScript Compile Hints"; to others it is a comment). For scripts of which a start needs nearly all.
const NEEDED_AT_ONCE: &str = "//# allFunctionsCalledOnLoad\n";

/// A script that starts a page, with everything that it imports, as one file. `named` are the files that it imports by a name.
///
/// # Errors
/// As for [`bundle`].
pub(crate) fn starting(entry: &Path, named: &[(&str, &Path)], minify: bool) -> anyhow::Result<Vec<u8>> {
    Ok([NEEDED_AT_ONCE.as_bytes(), &bundled(entry, named, minify)?].concat())
}

/// `entry` with everything that it imports, as one file.
///
/// # Errors
/// When esbuild is missing, or does not accept the file; its own messages are on the terminal then.
pub(crate) fn bundle(entry: &Path, minify: bool) -> anyhow::Result<Vec<u8>> {
    bundled(entry, &[], minify)
}

fn bundled(entry: &Path, named: &[(&str, &Path)], minify: bool) -> anyhow::Result<Vec<u8>> {
    let mut arguments = vec!["--bundle", "--format=esm", "--charset=utf8", "--log-level=warning"];
    let names: Vec<_> = named.iter().map(|(name, file)| format!("--alias:{name}={}", file.display())).collect();
    arguments.extend(names.iter().map(String::as_str));
    // wasm-bindgen names a module that it imports once for each thing that it imports.
    arguments.push("--log-override:duplicate-object-key=silent");
    if minify {
        arguments.extend(["--minify", "--legal-comments=none"]);
    }
    run("esbuild", std::iter::once(entry.as_os_str()).chain(arguments.into_iter().map(OsStr::new)))
}
