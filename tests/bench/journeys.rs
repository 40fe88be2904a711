//! The main journey again and again in one page: neither its time nor what it holds in memory may grow.

use super::harness::{Footprint, Visit};
use super::report::progress;
use super::stand_in::sentinels::{DOMAIN, OTHER_DOMAIN};
use super::table::{self, grouped};
use std::time::Duration;
use tokio::time::Instant;

/// How many neighbouring rounds a time is the median of.
const NEIGHBOURS: usize = 10;
/// At how many points it is looked at.
const LOOKS: usize = 5;

struct Look {
    after: usize,
    took: Duration,
    holds: Footprint,
}

/// Makes it so many times.
pub async fn table(journeys: usize) -> String {
    let mut looks = Vec::new();
    Visit::default()
        .take(async |person| {
            Footprint::watch(&person.driver).await;
            person.opens("").await;
            let mut times = Vec::new();
            for journey in 1..=journeys {
                progress(&format!("Journey {journey} of {journeys}"));
                let began = Instant::now();
                let domain = if journey % 2 == 0 { DOMAIN } else { OTHER_DOMAIN };
                person
                    .comes_back_in_by_script(&format!("user@{domain}"), &format!("a quiet walk by lake {journey}"))
                    .await;
                times.push(began.elapsed());
                // The stand-in lets nobody recover more often than 20 times an hour.
                person.site.api.advance(200).await;
                if journey == NEIGHBOURS.min(journeys) || journey % journeys.div_ceil(LOOKS) == 0 || journey == journeys
                {
                    let holds = Footprint::of(&person.driver).await;
                    looks.push(Look { after: journey, took: median_of_the_last(&times), holds });
                }
            }
            progress("");
        })
        .await;

    let megabytes = |bytes: u64| format!("{:.2}", bytes as f64 / 1e6);
    let row = |Look { after, took, holds }: &Look| {
        vec![
            after.to_string(),
            grouped(took.as_millis() as u64),
            megabytes(holds.heap_bytes),
            megabytes(holds.wasm_bytes),
            grouped(holds.nodes),
            grouped(holds.listeners),
        ]
    };
    let head = ["journeys in one page", "ms each", "JS heap, MB", "WASM memory, MB", "DOM nodes", "listeners"];
    table::table("The main journey again and again", &head, &looks.iter().map(row).collect::<Vec<_>>())
}

fn median_of_the_last(times: &[Duration]) -> Duration {
    let mut last = times[times.len().saturating_sub(NEIGHBOURS)..].to_vec();
    last.sort();
    last[last.len() / 2]
}
