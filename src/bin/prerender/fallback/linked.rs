//! What Cargo has linked, as wasm-bindgen is to see it.

use anyhow::{Context, ensure};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

/// What neither wasm2js nor a browser without WebAssembly knows. Where wasm-bindgen reads that the program may not use them, its
/// JavaScript side keeps the objects that Rust refers to, and passes one value at a time.
const UNKNOWN: [&str; 2] = ["reference-types", "multivalue"];

/// The program without those features, and without what linkers note for each other: that would be wrong from here on.
///
/// # Errors
/// When it cannot be read, or does not say what it uses.
pub(super) fn simplified(linked: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut module = Module::new();
    let mut says_what_it_uses = false;
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload.context("what Cargo has linked cannot be read")?;
        let Some((id, range)) = payload.as_section() else { continue };
        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
        let data = linked.get(range).context("a section ends behind the end")?;
        match payload {
            Payload::CustomSection(section) if is_for_linkers(section.name()) => continue,
            Payload::CustomSection(section) if section.name() == "target_features" => {
                says_what_it_uses = true;
                module.section(&RawSection { id, data: &without_features(data)? });
            }
            _ => {
                module.section(&RawSection { id, data });
            }
        }
    }
    ensure!(says_what_it_uses, "the program does not say which features it uses");
    Ok(module.finish())
}

fn is_for_linkers(section: &str) -> bool {
    section == "linking" || section.starts_with("reloc.")
}

/// The section `target_features`, forbidding what was allowed: `-` instead of `+` before a length and a name (WebAssembly
/// tool conventions, Linking.md).
fn without_features(data: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut data = data.to_vec();
    for name in UNKNOWN {
        let word = [&[b'+', u8::try_from(name.len())?], name.as_bytes()].concat();
        let place = data.windows(word.len()).position(|window| window == word);
        let sign = place.and_then(|place| data.get_mut(place));
        *sign.with_context(|| format!("the program does not say that it uses {name}"))? = b'-';
    }
    Ok(data)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use wasm_encoder::CustomSection;

    fn program(sections: &[(&str, &[u8])]) -> Vec<u8> {
        let mut module = Module::new();
        for (name, data) in sections {
            module.section(&CustomSection { name: (*name).into(), data: (*data).into() });
        }
        module.finish()
    }

    #[test]
    fn features_are_forbidden_and_notes_for_linkers_left_out() {
        let features = b"\x03+\x08sign-ext+\x0freference-types+\x0amultivalue";
        let forbidden = b"\x03+\x08sign-ext-\x0freference-types-\x0amultivalue";
        let linked =
            program(&[("linking", b"1"), ("reloc.CODE", b"2"), ("target_features", features), ("other", b"3")]);
        assert_eq!(simplified(&linked).unwrap(), program(&[("target_features", forbidden), ("other", b"3")]));
    }

    #[test]
    fn a_program_that_does_not_say_what_it_uses_stops_the_build() {
        assert!(simplified(&program(&[("other", b"3")])).is_err());
        assert!(simplified(&program(&[("target_features", b"\x01+\x08sign-ext")])).is_err());
        assert!(simplified(b"no program").is_err());
    }
}
