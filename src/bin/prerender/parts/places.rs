//! Where in the source something can panic: file, line and column of each such place.
//!
//! Rust would tell the terminal, and a browser has none. They are 1.4 kB of what a visitor waits for (docs/performance.md), and name
//! folders of the machine that built the site. What a panic does stays as it is.

use anyhow::{Context, ensure};
use wasmparser::{BinaryReader, DataKind, Operator, Parser, Payload, RelocSectionReader, RelocationType};

/// How long a `core::panic::Location` is: where its file name is, how long that is, line and column, 4 bytes each.
const LOCATION: usize = 16;

/// What files of Rust end with.
const RUST: &[u8] = b".rs";

/// A piece of the memory as it is at the beginning.
struct Segment {
    /// Where it is in the file.
    file: usize,
    /// Where it is in the memory.
    memory: usize,
    length: usize,
}

/// The WASM with zeros in those places. Nothing moves, as what linkers have noted refers to places in the file.
///
/// # Errors
/// When the WASM cannot be read, or there are no such places any more and this file is of no more use.
pub(super) fn forgotten(mut wasm: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    let (segments, pointers) = segments_and_pointers(&wasm)?;
    let mut found = vec![];
    for pointer in pointers {
        let Some(&[a, b, c, d, e, f, g, h, ..]) = wasm.get(pointer..pointer + LOCATION) else { continue };
        let (address, length) = (u32::from_le_bytes([a, b, c, d]) as usize, u32::from_le_bytes([e, f, g, h]) as usize);
        let Some(name) = place(&segments, address, length) else { continue };
        let is_file = wasm.get(name..name + length).is_some_and(|name| name.ends_with(RUST) && name.contains(&b'/'));
        if is_file {
            // The pointer stays, as linkers know of it; it leads to an empty name.
            found.push(pointer + 4..pointer + LOCATION);
            found.push(name..name + length);
        }
    }
    ensure!(!found.is_empty(), "there are no places of panics any more: remove src/bin/prerender/parts/places.rs");
    for range in found {
        wasm.get_mut(range).context("a place is nowhere")?.fill(0);
    }
    Ok(wasm)
}

/// The data, and where in the file there are pointers in them.
fn segments_and_pointers(wasm: &[u8]) -> anyhow::Result<(Vec<Segment>, Vec<usize>)> {
    let (mut start, mut segments, mut pointers) = (0, vec![], vec![]);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::DataSection(section) => {
                start = usize::try_from(section.range().start)?;
                for data in section {
                    let data = data?;
                    let DataKind::Active { offset_expr, .. } = data.kind else { continue };
                    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
                    let (end, length) = (usize::try_from(data.range.end)?, data.data.len());
                    segments.push(Segment { file: end - length, memory: usize::try_from(value)?, length });
                }
            }
            Payload::CustomSection(section) if section.name() == "reloc.DATA" => {
                let reader = BinaryReader::new(section.data(), section.data_offset());
                for entry in RelocSectionReader::new(reader)?.entries() {
                    let entry = entry?;
                    if entry.ty == RelocationType::MemoryAddrI32 {
                        pointers.push(start + entry.offset as usize);
                    }
                }
            }
            _ => {}
        }
    }
    Ok((segments, pointers))
}

/// Where in the file a piece of the memory is.
fn place(segments: &[Segment], address: usize, length: usize) -> Option<usize> {
    segments.iter().find_map(|segment| {
        let within = address.checked_sub(segment.memory)?;
        (within.checked_add(length)? <= segment.length).then(|| segment.file + within)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{ConstExpr, CustomSection, DataSection, Module};

    /// A program whose memory begins with `data` at the address 8; the pointers in it are at these places of the data.
    fn program(data: &[u8], pointers: &[u8]) -> Vec<u8> {
        let mut section = DataSection::new();
        section.active(0, &ConstExpr::i32_const(8), data.iter().copied());
        // The number of segments, the kind of the only one, where it begins (3 bytes) and how long it is.
        const BEFORE: u8 = 6;
        let count = u8::try_from(pointers.len()).expect("a few");
        let mut notes = vec![0, count];
        notes.extend(pointers.iter().flat_map(|place| [RelocationType::MemoryAddrI32 as u8, BEFORE + place, 0, 0]));
        let mut module = Module::new();
        module.section(&section).section(&CustomSection { name: "reloc.DATA".into(), data: Cow::Owned(notes) });
        module.finish()
    }

    /// A name, and after it a location that points to it.
    fn with_location(name: &str) -> Vec<u8> {
        let words = [8, u32::try_from(name.len()).expect("short"), 7, 9];
        name.bytes().chain(words.into_iter().flat_map(u32::to_le_bytes)).collect()
    }

    #[test]
    fn a_place_is_forgotten_and_the_pointer_stays() {
        let name = "registry/src/a.rs";
        let data = with_location(name);
        let wasm = program(&data, &[17]);
        let expected = program(&[&[0; 17][..], &8_u32.to_le_bytes(), &[0; 12]].concat(), &[17]);
        assert_eq!(forgotten(wasm).expect("it can be read"), expected);
    }

    #[test]
    fn other_texts_stay() {
        for name in ["application/json", "a long text, .rs", "registry/src/a.rs"] {
            let pointers: &[u8] = if name.starts_with("registry") { &[] } else { &[17] };
            assert!(forgotten(program(&with_location(name), pointers)).is_err(), "{name}");
        }
    }
}
