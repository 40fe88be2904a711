//! `make bench`: how fast and how large the sign-in page is, beside other pages in the same run, and whether a page that is
//! open for long grows. What each word means is in docs/performance.md.
//!
//! It measures and prints. No test depends on a time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    unreachable_pub,
    reason = "a measurement stops at the first thing that is not as expected, and its result is what it prints"
)]

// The same servers, browser and person as in the tests.
#[allow(dead_code, unused_imports, reason = "the tests need more of it")]
#[path = "../browser"]
mod browser {
    pub mod harness;
}
#[path = "../allauth_server/server.rs"]
mod allauth_server;
mod budgets;
#[path = "../entra_stand_in/server.rs"]
mod entra_stand_in;
mod gallery;
mod growth;
mod journeys;
mod load;
mod machine;
mod measures;
mod memory;
mod options;
mod recipes;
mod report;
#[path = "../stand_in/server.rs"]
mod stand_in;
mod still_page;
mod subjects;
mod table;
mod traffic;

use browser::harness;
use gallery::Gallery;
use harness::{Server, Site, WebAssembly};
use measures::Measures;
use options::Options;
use rand::seq::SliceRandom;
use report::{Report, progress};
use subjects::{Role, Subject};

#[tokio::main]
async fn main() {
    let options: Options = argh::from_env();
    let site = Site::start(|_| ()).await;
    let gallery = Gallery::open(&site, &options);
    let beside = match &options.beside {
        Some(build) => Some(Site::start_build(build, WebAssembly::Works, Server::StandIn, |_| ()).await),
        None => None,
    };
    let subjects = Subject::all(&site, beside.as_ref(), &gallery, &options.peers());

    let mut report = Report::default();
    report.tell(machine::described(options.rounds));
    let measures = measure(&subjects, options.rounds).await;
    drop((gallery, beside, site));
    measures.tables().into_iter().for_each(|table| report.tell(table));
    report.tell(budgets::table_of(&measures));
    if options.journeys > 0 {
        report.tell(journeys::table(options.journeys).await);
    }
    if options.growth {
        report.tell(growth::table());
    }
    if let Some(document) = &options.write {
        report.put_into(document);
    }
}

/// Every subject in each round, so that what else the machine does meets all of them, and each time in another order, so that none
/// always comes after the one that keeps the machine busiest. The first round is not counted.
async fn measure(subjects: &[Subject], rounds: usize) -> Measures {
    let mut measures = Measures::of(subjects);
    for round in 0..=rounds {
        let mut order: Vec<_> =
            (0..subjects.len()).flat_map(|index| vec![index; subjects[index].role.loads(round)]).collect();
        order.shuffle(&mut rand::rng());
        for index in order {
            let subject = &subjects[index];
            progress(&format!("Round {round} of {rounds}: {}", subject.title));
            let looked_at = load::looked_at(subject).await;
            let answered = load::answered(subject).await;
            if round > 0 || subject.role == Role::OursInJapanese {
                measures.add(index, looked_at, answered);
            }
        }
    }
    progress("");
    measures
}
