//! The parts that the WASM is cut into (`parts`), left together: what one part calls in another leads straight to it.
//!
//! The macro `wasm_split` writes each function as an export, and its calls as those of an import with a name that differs in
//! one word. Another import loads the part first, and calls a function in the table when it is there.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};

use super::with_functions;

/// The module that all these imports name (`magic_constants.rs` in wasm_split_helpers).
const PLACEHOLDER: &str = "__wasm_split_placeholder__";

/// A program in the text form, as wasm-dis writes it (one line for each import and export), with these imports tied.
///
/// # Errors
/// When there are none, or one has no export.
pub(super) fn joined(wat: &str) -> anyhow::Result<String> {
    let (mut calls, mut loaders) = (BTreeMap::new(), vec![]);
    let (mut exports, mut rest) = (BTreeMap::new(), vec![]);
    for line in wat.lines() {
        if let Some((name, id)) = function(line, &format!("(import \"{PLACEHOLDER}\" \"")) {
            if name.starts_with("__wasm_split_load_") {
                loaders.push(loader(id));
            } else {
                calls.insert(id, name.replacen("00_import_", "00_export_", 1));
            }
        } else if let Some((name, id)) = function(line, "(export \"").filter(|(name, _)| is_of_a_part(name)) {
            exports.insert(name, id);
        } else if !line.trim_start().starts_with(";;") {
            rest.push(line);
        }
    }
    ensure!(!calls.is_empty() && !loaders.is_empty(), "the program is not cut, or the macro writes other names");
    let mut targets = BTreeMap::new();
    for (id, name) in calls {
        targets.insert(id, *exports.get(&*name).with_context(|| format!("the program has no {name}"))?);
    }
    let text: String = rest.into_iter().map(|line| redirected(line, &targets) + "\n").collect();
    ensure!(!text.contains(PLACEHOLDER), "something is imported from {PLACEHOLDER} that is no function");
    with_functions(&text, &loaders.concat())
}

/// The name and the identifier of the function that a line imports or exports, if it `starts` like this.
fn function<'a>(line: &'a str, starts: &str) -> Option<(&'a str, &'a str)> {
    let (name, rest) = line.trim_start().strip_prefix(starts)?.split_once("\" (func ")?;
    Some((name, rest.split([' ', ')']).next()?))
}

fn is_of_a_part(export: &str) -> bool {
    export.starts_with("__wasm_split_00")
}

/// Loads nothing and goes on at once, which `wasm_split_helpers` allows: it only notes that it may go on.
fn loader(id: &str) -> String {
    format!(
        "(func {id} (param $go_on i32) (param $with i32)
           (call_indirect (param i32 i32) (local.get $with) (i32.const 1) (local.get $go_on)))\n"
    )
}

/// The line with other identifiers.
fn redirected(line: &str, targets: &BTreeMap<&str, &str>) -> String {
    let words = line.split_inclusive([' ', ')']).map(|word| {
        let id = word.trim_end_matches([' ', ')']);
        targets.get(id).map_or_else(|| word.to_owned(), |target| word.replacen(id, target, 1))
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const CUT: &str = r#"(module
 (import "__wasm_split_placeholder__" "__wasm_split_00help00_import_0a_code" (func $fimport$1 (param i32)))
 (import "__wasm_split_placeholder__" "__wasm_split_load_help" (func $fimport$2 (param i32 i32)))
 (import "./app_bg.js" "open" (func $fimport$11 (param i32)))
 (export "main" (func $3))
 (export "__wasm_split_00help00_export_0a_code" (func $4))
 (elem $0 (i32.const 1) $fimport$1 $fimport$11)
 (func $3 (param $0 i32)
  (call $fimport$2 (i32.const 1) (i32.const 2))
  (call $fimport$1 (i32.const 3))
 )
 (func $4 (param $0 i32)
  (call $fimport$11 (local.get $0))
 )
 ;; custom section "linking"
)
"#;

    #[test]
    fn calls_into_a_part_lead_to_it() {
        let joined = joined(CUT).unwrap();
        assert!(joined.contains("(elem $0 (i32.const 1) $4 $fimport$11)"), "{joined}");
        assert!(joined.contains("(call $4 (i32.const 3))\n"), "{joined}");
        assert!(joined.contains("(call $fimport$2 (i32.const 1) (i32.const 2))\n"), "{joined}");
        assert!(joined.contains("(func $fimport$2 (param $go_on i32)"), "{joined}");
        assert!(joined.contains(r#"(export "main" (func $3))"#), "{joined}");
        assert!(!joined.contains("wasm_split") && !joined.contains(";;"), "{joined}");
        assert!(joined.ends_with(")\n"), "{joined}");
    }

    #[test]
    fn names_that_do_not_match_stop_the_build() {
        assert!(joined(&CUT.replace("export_0a_code", "export_0b_code")).is_err());
        assert!(joined(&CUT.replace("placeholder", "elsewhere")).is_err());
        assert!(joined(&CUT.replace("(func $fimport$2 ", "(global $2 ")).is_err());
    }
}
