#![allow(clippy::unwrap_used)]
use super::super::translated::translated;
use super::*;
use crate::programs::run;
use std::fs;
use tempfile::TempDir;

/// One function for each cast, and one that has the memory grow. JavaScript gets an i64 in two halves.
const PROGRAM: &str = r#"(module
 (memory (export "memory") 1)
 (func (export "grow")
  (drop
   (memory.grow
    (i32.const 1))))
 CASTS
)
"#;

const I32: &str = r#"
 (func (export "i32_FLOAT_SIGN") (param $x FLOAT) (result i32)
  (i32.trunc_sat_FLOAT_SIGN
   (local.get $x)))"#;

const I64: &str = r#"
 (func (export "low_FLOAT_SIGN") (param $x FLOAT) (result i32)
  (i32.wrap_i64
   (i64.trunc_sat_FLOAT_SIGN
    (local.get $x))))
 (func (export "high_FLOAT_SIGN") (param $x FLOAT) (result i32)
  (i32.wrap_i64
   (i64.shr_u
    (i64.trunc_sat_FLOAT_SIGN
     (local.get $x))
    (i64.const 32))))"#;

const EDGES: [f64; 34] = [
    0.0,
    -0.0,
    0.5,
    -0.5,
    0.999_999_999_999_999_9,
    -1.0,
    1.5,
    -1.5,
    2_147_483_520.0,
    2_147_483_647.0,
    2_147_483_647.5,
    2_147_483_648.0,
    -2_147_483_648.0,
    -2_147_483_648.5,
    -2_147_483_649.0,
    4_294_967_295.0,
    4_294_967_295.5,
    4_294_967_296.0,
    1e10,
    -1e10,
    9_007_199_254_740_993.0,
    9_223_372_036_854_774_784.0,
    9_223_372_036_854_775_808.0,
    -9_223_372_036_854_775_808.0,
    -9_223_372_036_854_777_856.0,
    18_446_744_073_709_549_568.0,
    18_446_744_073_709_551_616.0,
    1e30,
    -1e30,
    f64::MIN_POSITIVE,
    5e-324,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

fn program(casts: &[&str]) -> String {
    let kinds = [("f64", "s"), ("f64", "u"), ("f32", "s"), ("f32", "u")];
    let of = |(float, sign)| casts.concat().replace("FLOAT", float).replace("SIGN", sign);
    PROGRAM.replace("CASTS", &kinds.map(of).concat())
}

/// What `script` says, which has the translated program as `app`.
fn said(wat: &str, script: &str) -> String {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("app.mjs"), translated(wat, folder.path()).unwrap()).unwrap();
    let main = folder.path().join("main.mjs");
    fs::write(&main, ["import * as app from './app.mjs';\n", script].concat()).unwrap();
    String::from_utf8(run("node", [main]).unwrap()).unwrap()
}

/// What the translated casts make of every edge, a line for each.
fn casts(wat: &str, names: &[&str]) -> Vec<String> {
    let as_script = |edge: &f64| match edge {
        edge if edge.is_nan() => "NaN".to_owned(),
        edge if edge.is_infinite() => format!("{}Infinity", if *edge < 0.0 { "-" } else { "" }),
        edge => format!("{edge:e}"),
    };
    let edges: Vec<_> = EDGES.iter().map(as_script).collect();
    let script = format!(
        "for (const x of [{}]) console.log({names:?}.map((name) => \
            app[name](name.includes('f32') ? Math.fround(x) : x) | 0).join(' '));",
        edges.join(", "),
    );
    said(wat, &script).lines().map(str::to_owned).collect()
}

/// What Rust makes of them.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "that is tested"
)]
fn rust_s(of: impl Fn(f64, f32) -> Vec<u64>) -> Vec<String> {
    let line =
        |edge: &f64| of(*edge, *edge as f32).iter().map(|n| (*n as i32).to_string()).collect::<Vec<_>>().join(" ");
    EDGES.iter().map(line).collect()
}

#[test]
#[ignore = "needs binaryen and Node.js: `make test` has them"]
fn numbers_become_whole_as_in_rust() {
    let translated = casts(&exact(&program(&[I32])).unwrap(), &["i32_f64_s", "i32_f64_u", "i32_f32_s", "i32_f32_u"]);
    let rust = rust_s(|x, y| vec![x as i32 as u64, x as u32 as u64, y as i32 as u64, y as u32 as u64]);
    assert_eq!(translated, rust);

    let names =
        ["low_f64_s", "high_f64_s", "low_f64_u", "high_f64_u", "low_f32_s", "high_f32_s", "low_f32_u", "high_f32_u"];
    let translated = casts(&exact(&program(&[I64])).unwrap(), &names);
    let rust = rust_s(|x, y| {
        [x as i64 as u64, x as u64, y as i64 as u64, y as u64].iter().flat_map(|n| [*n, n >> 32]).collect()
    });
    assert_eq!(translated, rust);
}

/// If this fails, binaryen has learnt it, and this module can go.
#[test]
#[ignore = "needs binaryen and Node.js: `make test` has them"]
fn binaryen_alone_would_make_something_else_of_them() {
    let folder = TempDir::new().unwrap();
    assert!(translated(&program(&[I64]), folder.path()).is_err());
    let alone = casts(&program(&[I32]), &["i32_f64_s"]);
    assert_ne!(alone, rust_s(|x, _| vec![x as i32 as u64]));
}

/// wasm-bindgen looks at that, and would go on with the old memory otherwise.
#[test]
#[ignore = "needs binaryen and Node.js: `make test` has them"]
fn memory_that_has_grown_leaves_nothing_in_its_old_place() {
    let script = "const before = app.memory.buffer; new Uint8Array(before)[9] = 7; app.grow();
        console.log(before.byteLength, app.memory.buffer.byteLength, new Uint8Array(app.memory.buffer)[9]);";
    assert_eq!(said(&exact(&program(&[])).unwrap(), script).trim(), format!("0 {} 7", 2 * 65536));
}
