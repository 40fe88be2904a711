//! Where and when something was measured.

use super::harness::lifeline::program;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How the machine is looked at before each load: it rests when its processors had next to nothing to do in several such spans.
const SPAN: Duration = Duration::from_millis(100);
const SPANS: u32 = 3;
/// The part of their time that they may be busy.
const BUSY: f64 = 0.08;
/// Who measures on a machine that never rests wants a result as well.
const PATIENCE: Duration = Duration::from_secs(10);

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

/// Waits until the browser before has gone and the next one has started: what they do in the background takes time of what is measured.
pub async fn rests() {
    let end = Instant::now() + PATIENCE;
    let mut quiet = 0;
    let mut before = Work::so_far();
    while quiet < SPANS && Instant::now() < end {
        sleep(SPAN).await;
        let now = Work::so_far();
        quiet = if now.busy_since(&before) <= BUSY { quiet + 1 } else { 0 };
        before = now;
    }
}

/// What all processors have done since the machine was started, in ticks.
struct Work {
    idle: u64,
    all: u64,
}

impl Work {
    /// The first line of Linux' `/proc/stat`: user, nice, system, idle, waiting for a disk, and more.
    fn so_far() -> Self {
        let stat = fs::read_to_string("/proc/stat").expect("this is Linux");
        let line = stat.lines().next().unwrap_or_default();
        let ticks: Vec<u64> = line.split_whitespace().skip(1).filter_map(|ticks| ticks.parse().ok()).collect();
        Self { idle: ticks[3] + ticks[4], all: ticks.iter().sum() }
    }

    fn busy_since(&self, before: &Self) -> f64 {
        let all = self.all.saturating_sub(before.all).max(1);
        1.0 - self.idle.saturating_sub(before.idle) as f64 / all as f64
    }
}
