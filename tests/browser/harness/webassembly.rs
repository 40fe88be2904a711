//! Whether WebAssembly is to be had where a person visits the site.

use std::env;

/// Whether the app can run as WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebAssembly {
    /// The browser has it, and nothing stands in the way.
    Works,
    /// The browser has none, and the policy need not allow any.
    Missing,
    /// The browser has it, and the policy forbids it.
    Refused,
    /// Something on the way lets no such file through.
    KeptAway,
}

impl WebAssembly {
    /// What holds for a visit that says nothing else: with `WEBASSEMBLY=missing` in the environment, the browser has none.
    pub fn of_this_run() -> Self {
        match env::var("WEBASSEMBLY").as_deref() {
            Err(_) | Ok("works") => Self::Works,
            Ok("missing") => Self::Missing,
            Ok(other) => panic!("WEBASSEMBLY={other} is neither `works` nor `missing`"),
        }
    }

    /// The site's own rules for nginx, changed accordingly.
    pub fn rules(self, shipped: &str) -> String {
        match self {
            Self::Works => shipped.to_owned(),
            Self::Missing | Self::Refused => {
                let allowed = " 'wasm-unsafe-eval'";
                assert_eq!(shipped.matches(allowed).count(), 1, "the policy allows it");
                shipped.replace(allowed, "")
            }
            // With a body of its own, or the site's page for errors would be sent.
            Self::KeptAway => {
                format!("{shipped}\nif ($uri ~ \\.wasm$) {{ return 403 \"This type is not allowed.\"; }}\n")
            }
        }
    }

    /// What every page runs before its own scripts.
    pub fn script(self) -> &'static str {
        if self == Self::Missing { "delete globalThis.WebAssembly" } else { "" }
    }

    /// Words on the console that there is a reason for.
    pub fn console_may_say(self) -> &'static [&'static str] {
        match self {
            Self::Works => &[],
            // What comes in the place of the files is not what the page names.
            Self::KeptAway => &["integrity"],
            // The browser got files early that it cannot use.
            Self::Missing => &["was preloaded"],
            Self::Refused => &["wasm-unsafe-eval", "wasm-eval"],
        }
    }
}
