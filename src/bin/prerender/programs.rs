//! The programs that the build runs; `make tools` fetches them.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, bail};

/// Runs `program` to its end and returns what it printed. Its complaints go to the terminal.
///
/// # Errors
/// When it is missing, or does not do it.
pub(crate) fn run<A: AsRef<OsStr>>(program: &str, arguments: impl IntoIterator<Item = A>) -> anyhow::Result<Vec<u8>> {
    let output = finished(program, arguments, Stdio::inherit())?;
    if !output.status.success() {
        bail!("{program} ended with {}", output.status);
    }
    Ok(output.stdout)
}

/// Runs a program that prints all of its input when it fails. Of that, the end is enough.
///
/// # Errors
/// When it is missing, or does not do it.
pub(crate) fn run_quietly<A: AsRef<OsStr>>(
    program: &str,
    arguments: impl IntoIterator<Item = A>,
) -> anyhow::Result<()> {
    let Output { status, stdout, stderr } = finished(program, arguments, Stdio::piped())?;
    if !status.success() {
        let said = [stdout, stderr].concat();
        let said = String::from_utf8_lossy(&said);
        bail!("{program} ended with {status}: {}", said.lines().last().unwrap_or_default());
    }
    Ok(())
}

fn finished<A: AsRef<OsStr>>(
    program: &str,
    arguments: impl IntoIterator<Item = A>,
    complaints: Stdio,
) -> anyhow::Result<Output> {
    match Command::new(program).args(arguments).stderr(complaints).output() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("{program} is not on PATH; `make tools` fetches it, and `make build` finds it there")
        }
        other => other.with_context(|| format!("{program} could not be started")),
    }
}
