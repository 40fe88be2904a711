//! Short names between the WASM and its JavaScript side.
//!
//! wasm-bindgen calls each function after what it does and a hash of where it comes from. Both sides are its own, nobody reads
//! them, and the hashes do not compress: short names save 4 kB of what a visitor waits for (docs/performance.md).

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Imports};

/// The WASM and the script with short names for everything that the one imports from the other, and for what the other calls by the
/// long names of Rust.
///
/// # Errors
/// When the WASM cannot be read, or the script does not look as wasm-bindgen used to write it.
pub(super) fn shortened(wasm: &[u8], script: &str) -> anyhow::Result<(Vec<u8>, String)> {
    let mut shortener = Shortener { names: BTreeMap::new(), exports: BTreeMap::new() };
    let mut module = Module::new();
    shortener.parse_core_module(&mut module, wasmparser::Parser::new(0), wasm).context("the WASM cannot be read")?;
    ensure!(!shortener.names.is_empty(), "the WASM imports nothing from {MODULE}");
    let mut script = script.replace(&format!("\"{MODULE}\":"), &format!("\"{SHORT_MODULE}\":"));
    for (name, short) in &shortener.names {
        let before = format!("\n        {name}: ");
        ensure!(script.matches(&before).count() == 1, "the script does not define {name} once");
        script = script.replace(&before, &format!("\n        {short}: "));
    }
    for (name, short) in &shortener.exports {
        let before = format!("wasm.{name}(");
        ensure!(script.contains(&before), "the script does not call {name}");
        script = script.replace(&before, &format!("wasm.{short}("));
    }
    Ok((module.finish(), script))
}

/// What wasm-bindgen calls the script in the WASM, and what is shorter.
const MODULE: &str = "./app_bg.js";
const SHORT_MODULE: &str = "a";

/// What a name begins with that Rust has made (legacy symbol mangling).
const MANGLED: &str = "_ZN";

struct Shortener {
    names: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Reencode for Shortener {
    type Error = std::convert::Infallible;

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports<'_>) -> Result<(), Error<Self::Error>> {
        match imports {
            Imports::Single(_, import) if import.module == MODULE => {
                let next = format!("_{:x}", self.names.len());
                let short = self.names.entry(import.name.to_owned()).or_insert(next).clone();
                utils::parse_import(self, section, Import { module: SHORT_MODULE, name: &short, ty: import.ty })
            }
            imports => utils::parse_imports(self, section, imports),
        }
    }

    fn parse_export(&mut self, section: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Self::Error>> {
        if !export.name.starts_with(MANGLED) {
            return utils::parse_export(self, section, export);
        }
        let next = format!("_{:x}", self.exports.len());
        let short = self.exports.entry(export.name.to_owned()).or_insert(next).clone();
        utils::parse_export(self, section, Export { name: &short, ..export })
    }
}
