//! What a panic says before it ends the app.
//!
//! Rust tells the terminal, and a browser has none, so nobody ever reads it. Each function that only leads to such words ends the app at
//! once here, with the same trap that it would end with; what they alone called is then left out with everything else that nothing calls:
//! 2.9 kB of what a visitor waits for (docs/performance.md).

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Context, ensure};
use wasm_encoder::{CustomSection, Encode, Module, RawSection};
use wasmparser::{BinaryReader, CustomSectionReader, KnownCustom, Name, Parser, Payload, RelocSectionReader, TypeRef};

/// What is in the names of functions that never return, or are only called by them. Rust writes the length before each part of
/// a name, in both of its ways to write them.
const SPEECHES: [&str; 6] = [
    "4core9panicking",
    "4core6option13expect_failed",
    "4core6option13unwrap_failed",
    "4core6result13unwrap_failed",
    "3std9panicking11begin_panic",
    // The texts for programmers (`Debug`), of which panics are made.
    "5Debug3fmt",
];

/// The same as the last one, in the older way.
const OLDER_DEBUG: &str = "core..fmt..Debug$GT$3fmt";

/// Where linkers have noted what functions refer to.
const NOTES: &str = "reloc.CODE";

// A body: no locals, a trap, and nothing up to the end (WebAssembly Core Specification, sections 5.4.1 and 5.5.13).
const NO_LOCALS: u8 = 0x00;
const TRAP: u8 = 0x00;
const NOTHING: u8 = 0x01;
const END: u8 = 0x0B;

/// The WASM in which those functions end the app at once. Nothing moves, as what linkers have noted refers to places in the file.
///
/// # Errors
/// When the WASM cannot be read, or has no names.
pub(super) fn silenced(wasm: &[u8]) -> anyhow::Result<Vec<u8>> {
    let silent = bodies(wasm)?;
    ensure!(!silent.is_empty(), "nothing speaks of panics any more: remove src/bin/prerender/parts/panics.rs");
    let mut changed = wasm.to_vec();
    for body in &silent {
        let body = changed.get_mut(body.clone()).context("a function is nowhere")?;
        body.fill(NOTHING);
        if let [first, second, .., last] = body {
            (*first, *second, *last) = (NO_LOCALS, TRAP, END);
        }
    }
    without_notes(&changed, &silent)
}

/// Where in the file the bodies of those functions are.
fn bodies(wasm: &[u8]) -> anyhow::Result<Vec<Range<usize>>> {
    let (mut next, mut all, mut silent) = (0, vec![], HashSet::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    next += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                all.push((next, place(body.range())?));
                next += 1;
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for names in names {
                    let Name::Function(names) = names? else { continue };
                    for name in names {
                        let name = name?;
                        if is_speech(name.name) {
                            silent.insert(name.index);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(all.into_iter().filter(|(index, _)| silent.contains(index)).map(|(_, body)| body).collect())
}

fn is_speech(name: &str) -> bool {
    SPEECHES.iter().any(|part| name.contains(part)) || name.contains(OLDER_DEBUG)
}

fn place(range: Range<u64>) -> anyhow::Result<Range<usize>> {
    Ok(usize::try_from(range.start)?..usize::try_from(range.end)?)
}

/// The WASM without what linkers have noted of these functions: they refer to nothing any more.
fn without_notes(wasm: &[u8], bodies: &[Range<usize>]) -> anyhow::Result<Vec<u8>> {
    let (mut module, mut code) = (Module::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::CodeSectionStart { range, .. } = &payload {
            code = usize::try_from(range.start)?;
        }
        match &payload {
            Payload::CustomSection(section) if section.name() == NOTES => {
                let notes = notes_elsewhere(section, code, bodies)?;
                module.section(&CustomSection { name: NOTES.into(), data: notes.into() });
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    module.section(&RawSection { id, data: wasm.get(place(range)?).unwrap_or_default() });
                }
            }
        }
    }
    Ok(module.finish())
}

/// The notes of all other functions. They count from the beginning of the section `code`.
fn notes_elsewhere(section: &CustomSectionReader<'_>, code: usize, bodies: &[Range<usize>]) -> anyhow::Result<Vec<u8>> {
    let reader = RelocSectionReader::new(BinaryReader::new(section.data(), section.data_offset()))?;
    let (mut kept, mut count) = (vec![], 0_u32);
    let mut entries = reader.entries().into_iter_with_offsets().peekable();
    while let Some(entry) = entries.next() {
        let (start, entry) = entry?;
        let end = match entries.peek() {
            Some(Ok((next, _))) => *next,
            _ => section.data_offset() + section.data().len() as u64,
        };
        let noted = code + entry.offset as usize;
        if !bodies.iter().any(|body| body.contains(&noted)) {
            let bytes = place(start - section.data_offset()..end - section.data_offset())?;
            kept.extend_from_slice(section.data().get(bytes).context("a note is nowhere")?);
            count += 1;
        }
    }
    let mut notes = vec![];
    reader.section_index().encode(&mut notes);
    count.encode(&mut notes);
    notes.extend_from_slice(&kept);
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, Function, FunctionSection, NameMap, NameSection, TypeSection};

    /// Two functions with these names, each of some bytes, and a note on each.
    fn program(names: [&str; 2]) -> Vec<u8> {
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        let mut map = NameMap::new();
        for (index, name) in (0..).zip(names) {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().i32_const(7).drop().end();
            code.function(&body);
            map.append(index, name);
        }
        let mut name_section = NameSection::new();
        name_section.functions(&map);
        // Of the kind 0 (a function's index): where it is, and to which symbol it refers. Each body is its length and 5 bytes.
        let notes = vec![2, 2, 0, 3, 1, 0, 9, 1];
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        module.section(&CustomSection { name: NOTES.into(), data: notes.into() }).section(&name_section);
        module.finish()
    }

    #[test]
    fn what_speaks_of_a_panic_ends_at_once_and_refers_to_nothing() {
        let before = program(["_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt", "_ZN4main4work17h0123456789abcdefE"]);
        let after = silenced(&before).expect("it can be read");
        let bodies = |wasm: &[u8]| -> Vec<Vec<u8>> {
            let payloads = Parser::new(0).parse_all(wasm).map(|payload| payload.expect("it is right"));
            let body = |payload| match payload {
                Payload::CodeSectionEntry(body) => Some(body.as_bytes().to_vec()),
                _ => None,
            };
            payloads.filter_map(body).collect()
        };
        let [speech, work] = bodies(&before).try_into().expect("two functions");
        assert_eq!(bodies(&after), [vec![NO_LOCALS, TRAP, NOTHING, NOTHING, END], work]);
        assert_eq!(speech.len(), 5);
        let notes = |wasm: &[u8]| {
            let payloads = Parser::new(0).parse_all(wasm).map(|payload| payload.expect("it is right"));
            let notes = |payload| match payload {
                Payload::CustomSection(section) if section.name() == NOTES => Some(section.data().to_vec()),
                _ => None,
            };
            payloads.filter_map(notes).next()
        };
        assert_eq!(notes(&after), Some(vec![2, 1, 0, 9, 1]));
    }

    #[test]
    fn where_nothing_speaks_that_is_said() {
        assert!(silenced(&program(["main", "work"])).is_err());
    }

    #[test]
    fn both_ways_to_write_names_are_known() {
        for (name, is_one) in [
            ("_ZN67_$LT$wasm_bindgen..JsValue$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE", true),
            ("_RNvXs1g_NtCsgXGp5Oqx2Ny_4core3fmtRiNtB6_5Debug3fmtCsebHcaeoSrxy_3std", true),
            ("_ZN4core9panicking13panic_display17h0123456789abcdefE", true),
            ("_RNvXs8_NtNtNtCsgXGp5Oqx2Ny_4core3fmt3num3impmNtB9_7Display3fmt", false),
            ("_RNvNtNtCsebHcaeoSrxy_3std9panicking11panic_count17is_zero_slow_path", false),
        ] {
            assert_eq!(is_speech(name), is_one, "{name}");
        }
    }
}
