//! The programs that the build runs; `make tools` fetches them.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// Runs `program` to its end and returns what it printed. Its complaints go to the terminal.
///
/// # Errors
/// When it is missing, or does not do it.
pub(crate) fn run<A: AsRef<OsStr>>(program: &str, arguments: impl IntoIterator<Item = A>) -> anyhow::Result<Vec<u8>> {
    let output = Command::new(program).args(arguments).stderr(Stdio::inherit()).output();
    let output = match output {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("{program} is not on PATH; `make tools` fetches it, and `make build` finds it there")
        }
        other => other.with_context(|| format!("{program} could not be started"))?,
    };
    if !output.status.success() {
        bail!("{program} ended with {}", output.status);
    }
    Ok(output.stdout)
}
