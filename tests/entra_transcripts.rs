//! Recorded talks of the driver for Entra with the stand-in for it, word for word, in `entra_transcripts/recorded/`.
//!
//! A line `does …` is what a person does. The lines after it were recorded: each request (`>`) with its answer (`<`), and what
//! the driver made of them (`gets …`). They are replayed without a server, so that a changed driver is noticed; and the talk is
//! held again over real HTTP, so that a recording is always what the stand-in says. `RECORD=1 cargo test --test
//! entra_transcripts` writes them anew.
#![expect(
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "a test stops at the first thing that is not as expected; its modules are its own"
)]

#[path = "entra_stand_in/server.rs"]
mod entra_stand_in;
#[path = "drivers/native_transport.rs"]
mod native_transport;
#[path = "entra_transcripts/talk.rs"]
mod talk;
#[path = "entra_transcripts/transports.rs"]
mod transports;

use std::path::PathBuf;
use talk::Talk;
use transports::{Recorder, Replayer};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/entra_transcripts/recorded");

/// Every recording: its file, and what it says.
fn recordings() -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(FOLDER).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{FOLDER} is empty");
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(&path).expect("it is text"))).collect()
}

#[tokio::test]
async fn what_was_recorded_is_understood() {
    for (path, recorded) in recordings() {
        let replayer = Replayer::new(&recorded);
        let again = Talk::hold(&recorded, replayer.clone(), replayer.lines(), |seconds| replayer.pass(seconds)).await;
        assert_eq!(again, recorded, "{}", path.display());
        assert!(replayer.is_over(), "{}: not everything was asked for", path.display());
    }
}

#[tokio::test]
async fn what_was_recorded_is_what_the_stand_in_says() {
    for (path, recorded) in recordings() {
        let entra = entra_stand_in::start("https://recover.contoso.example").await;
        let recorder = Recorder::new(entra.base_url());
        let pass = |seconds| {
            recorder.pass(seconds);
            entra.pass(seconds);
        };
        let said = Talk::hold(&recorded, recorder.clone(), recorder.lines(), pass).await;
        if std::env::var_os("RECORD").is_some() {
            std::fs::write(&path, said).expect("it can be written");
        } else {
            assert_eq!(said, recorded, "{}", path.display());
        }
    }
}
