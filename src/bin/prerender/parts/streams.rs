//! What Leptos brings along for servers and the app never calls.
//!
//! `server_fn`, which Leptos cannot be built without, depends on `wasm-streams`. That crate exports three classes to JavaScript,
//! and what is exported cannot be known to be unused: 3 kB of what a visitor waits for (docs/performance.md).

use anyhow::ensure;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CustomSection, ExportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Where wasm-bindgen's macros leave word of what is exported: pairs of a version and a program, each after its length.
const SECTION: &str = "__wasm_bindgen_unstable";

/// The WASM without those classes. All other sections stay as they are, as the places in them are referred to.
///
/// # Errors
/// When the WASM cannot be read, or the classes are no longer there and this file is of no more use.
pub(super) fn removed(wasm: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut module = Module::new();
    let mut removed = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section.clone() {
                    let export = export?;
                    if is_of_streams(export.name.as_bytes()) {
                        removed += 1;
                    } else {
                        RoundtripReencoder.parse_export(&mut exports, export)?;
                    }
                }
                module.section(&exports);
            }
            Payload::CustomSection(section) if section.name() == SECTION => {
                let data = without_streams(section.data());
                module.section(&CustomSection { name: SECTION.into(), data: data.into() });
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    module.section(&RawSection { id, data: wasm.get(range).unwrap_or_default() });
                }
            }
        }
    }
    ensure!(removed > 0, "wasm-streams exports nothing any more: remove src/bin/prerender/parts/streams.rs");
    Ok(module.finish())
}

fn is_of_streams(word: &[u8]) -> bool {
    word.to_ascii_lowercase().windows(14).any(|window| window == b"intounderlying")
}

fn without_streams(mut rest: &[u8]) -> Vec<u8> {
    let mut kept = vec![];
    while let Some(length) = length_of_pair(rest) {
        let (pair, after) = rest.split_at(length);
        if !is_of_streams(pair) {
            kept.extend_from_slice(pair);
        }
        rest = after;
    }
    // What does not come in pairs is kept as it is, and wasm-bindgen will say what is wrong with it.
    kept.extend_from_slice(rest);
    kept
}

/// How long the first pair in `data` is, with its two lengths.
fn length_of_pair(data: &[u8]) -> Option<usize> {
    let end = end_of_one(data, 0)?;
    end_of_one(data, end)
}

fn end_of_one(data: &[u8], start: usize) -> Option<usize> {
    let length = data.get(start..)?.first_chunk::<4>()?;
    let end = start.checked_add(4)?.checked_add(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    (end <= data.len()).then_some(end)
}
