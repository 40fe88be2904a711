//! Where and when something was measured.

use super::harness::lifeline::program;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

/// One sentence for the top of a report.
pub fn described(rounds: usize) -> String {
    let processors = available_parallelism().map_or(0, usize::from);
    let browser = said_by(&program("CHROMIUM", "chromium"), &["--version"]);
    // Debian adds where it is from.
    let browser = browser.split(" built on").next().unwrap_or_default().to_owned();
    format!(
        "{} (UTC), commit {}, {browser}, {processors} × {}, {}; {rounds} rounds; median (least–most).\n",
        said_by("date", &["-u", "+%Y-%m-%d"]),
        said_by("git", &["describe", "--always", "--dirty"]),
        of_proc("cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_owned()),
        of_proc("meminfo", "MemTotal").unwrap_or_else(|| "unknown memory".to_owned()),
    )
}

fn of_proc(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(format!("/proc/{file}")).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn said_by(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
