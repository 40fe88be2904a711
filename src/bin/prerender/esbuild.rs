//! esbuild, the one program that knows how to bundle and minify JavaScript and CSS. `make tools` fetches it.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// `entry` with everything that it imports, as one file.
///
/// # Errors
/// When esbuild is missing, or does not accept the file; its own messages are on the terminal then.
pub(crate) fn bundle(entry: &Path, minify: bool) -> anyhow::Result<Vec<u8>> {
    let mut esbuild = Command::new("esbuild");
    esbuild.arg(entry).args(["--bundle", "--format=esm", "--charset=utf8", "--log-level=warning"]);
    if minify {
        esbuild.args(["--minify", "--legal-comments=none"]);
    }
    let output = esbuild.stderr(Stdio::inherit()).output();
    let output = match output {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("esbuild is not on PATH; `make tools` fetches it, and `make build` finds it there")
        }
        other => other.context("esbuild could not be started")?,
    };
    if !output.status.success() {
        bail!("esbuild did not accept {}", entry.display());
    }
    Ok(output.stdout)
}
