//! How numbers with a fraction become whole: as Rust's `as` does it, whatever they are (Rust Reference, "Numeric cast").
//!
//! Rust uses WebAssembly's saturating instructions. Of those for 32 bits wasm2js makes `~~x`, which counts on from the other end
//! where a number is too large; at those for 64 bits it stops.

use std::fmt::Write;

use anyhow::ensure;

use super::with_functions;

/// A whole number of WebAssembly: its type, whether it has a sign, the first number that is too large for it, and its largest
/// and smallest value.
const WHOLE: [(&str, char, &str, &str, &str); 4] = [
    ("i32", 's', "2147483648", "2147483647", "-2147483648"),
    ("i32", 'u', "4294967296", "-1", "0"),
    ("i64", 's', "9223372036854775808", "9223372036854775807", "-9223372036854775808"),
    ("i64", 'u', "18446744073709551616", "-1", "0"),
];

/// A program in the text form, as wasm-dis writes it (one line for each instruction), with calls of exact functions in the
/// place of saturating instructions.
///
/// # Errors
/// When it does not end like a module, or such an instruction stands where it is not expected.
pub(super) fn exact(wat: &str) -> anyhow::Result<String> {
    let mut text = String::with_capacity(wat.len());
    for line in wat.lines() {
        let instruction = line.trim_start();
        let indent = line.len() - instruction.len();
        match cast(instruction) {
            Some((whole, float, sign, rest)) => {
                let _ = writeln!(text, "{:indent$}(call ${whole}_{float}_{sign}{rest}", "");
            }
            None => {
                let _ = writeln!(text, "{line}");
            }
        }
    }
    ensure!(!text.contains(".trunc_sat_"), "a saturating instruction has no line of its own");
    with_functions(&text, &functions())
}

/// The types and the sign in a saturating instruction, and what follows it.
fn cast(instruction: &str) -> Option<(&str, &str, &str, &str)> {
    let (whole, rest) = instruction.strip_prefix('(')?.split_once(".trunc_sat_")?;
    let (float, rest) = rest.split_once('_')?;
    let (sign, rest) = rest.split_at_checked(1)?;
    WHOLE.iter().any(|(known, ..)| *known == whole).then_some((whole, float, sign, rest))
}

/// The functions for all pairs of types. Those that are not called are taken out with everything else that is not.
fn functions() -> String {
    let mut text = String::new();
    for (whole, sign, too_large, largest, smallest) in WHOLE {
        // Only NaN is not equal to itself.
        let _ = writeln!(
            text,
            "(func ${whole}_f64_{sign} (param $x f64) (result {whole})
               (if (result {whole}) (f64.ge (local.get $x) (f64.const {too_large})) (then ({whole}.const {largest}))
               (else (if (result {whole}) (f64.gt (local.get $x) (f64.const {smallest})) (then ({whole}.trunc_f64_{sign} (local.get $x)))
               (else (if (result {whole}) (f64.eq (local.get $x) (local.get $x)) (then ({whole}.const {smallest}))
               (else ({whole}.const 0))))))))
             (func ${whole}_f32_{sign} (param $x f32) (result {whole})
               (call ${whole}_f64_{sign} (f64.promote_f32 (local.get $x))))"
        );
    }
    text
}

#[cfg(test)]
mod tests;
