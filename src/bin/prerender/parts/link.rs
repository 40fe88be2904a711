//! How the parts of the WASM are got: the script that the splitter writes for it, cut in two.
//!
//! One half is with the JavaScript side of the first part, the other comes with the first of the others: 1.3 kB less to wait for
//! (docs/performance.md).

use anyhow::ensure;

use crate::assets::Asset;

/// What the app calls.
const FIRST: &str = include_str!("link.js");

/// How the splitter's script finds the first part.
const IMPORT: &str = "import { initSync } from \"./app.js\";\n";

/// How it offers a way to a part.
const EXPORT: &str = "export const __wasm_split_load_";

/// The half that comes later, made of the whole `script`: it gets the first part as an argument, as it cannot know its name, which
/// depends on the name of this one.
///
/// # Errors
/// When the script does not look as expected.
pub(super) fn later(script: &str, names: &[&str]) -> anyhow::Result<String> {
    ensure!(script.matches(IMPORT).count() == 1, "the splitter's script imports something else");
    ensure!(script.matches(EXPORT).count() == names.len(), "the splitter's script exports something else");
    let ways = script.replace(IMPORT, "").replace(EXPORT, "const __wasm_split_load_");
    let names: String = names.iter().map(|name| format!("{name}: __wasm_split_load_{name}, ")).collect();
    Ok(format!("export const ways = (initSync) => {{\n{ways}\nreturn {{ {names} }};\n}};\n"))
}

/// The half that is there from the start, with a way to each part in `names`.
pub(super) fn first(later: &Asset, names: &[&str]) -> String {
    let file = later.url.rsplit('/').next().unwrap_or(&later.url);
    let mut script = FIRST.replace("PARTS_URL", &format!("./{file}")).replace("PARTS_INTEGRITY", &later.integrity);
    for name in names {
        script.push_str(&format!("export const __wasm_split_load_{name} = wayTo(\"{name}\");\n"));
    }
    script
}
