//! How much memory the program needs that shows the page.

use std::collections::HashMap;
use std::fs;
use std::process;

/// What the largest of the renderers that come from this process holds in memory, in bytes. What it shares with others counts
/// in part (`Pss` in Linux' `/proc/<pid>/smaps_rollup`). A browser keeps one more renderer, empty, for the next page.
pub fn of_the_renderer() -> u64 {
    let processes: HashMap<u32, u32> = numbers_in_proc().filter_map(|id| Some((id, parent(id)?))).collect();
    let is_ours = |&id: &u32| {
        let mut ancestors = std::iter::successors(Some(id), |id| processes.get(id).copied());
        ancestors.any(|id| id == process::id())
    };
    let is_renderer = |id: &u32| {
        let command = fs::read_to_string(format!("/proc/{id}/cmdline"));
        command.is_ok_and(|command| command.contains("--type=renderer"))
    };
    let renderers = processes.keys().copied().filter(is_ours).filter(is_renderer);
    renderers.filter_map(proportional_set).max().expect("there is a renderer")
}

fn numbers_in_proc() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").expect("this is Linux");
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

/// The name of the program, which stands before, is in brackets and may contain anything.
fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn proportional_set(id: u32) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let kilobytes = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?.trim().strip_suffix(" kB")?;
    Some(kilobytes.trim().parse::<u64>().ok()? * 1024)
}
