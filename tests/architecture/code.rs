//! Rust as the rules see it: the paths, names and literals of each file, without comments and without tests.

use crate::files;
use crate::token_reader::join;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// One source file of the app or of its build step.
pub struct Code {
    /// Its path from the project's root.
    pub path: String,
    /// The module it is, as `pages::recovery`; empty for a crate's root.
    pub module: String,
    /// Every path of two parts or more, one for each name that a `use` brings in. Those within the crate begin with its
    /// outermost module: `domain::secret::Secret`, wherever they were written from.
    pub paths: BTreeSet<String>,
    /// Every word of the code.
    pub words: BTreeSet<String>,
    /// Every literal as it is written, with its quotes.
    pub literals: Vec<String>,
    /// The attributes, without `#[` and `]`.
    pub attributes: Vec<String>,
    /// The modules it declares, and whether they are public.
    pub modules: Vec<(String, bool)>,
    /// The modules that it declares for tests only.
    pub test_modules: Vec<String>,
}

/// Every Rust file below `src`, without those that are there for tests only.
pub static SOURCES: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let files = files::below("src").into_iter().filter(|file| file.has_extension("rs"));
    let all: Vec<_> = files.map(|file| Code::read(file.path, &file.text)).collect();
    let for_tests: Vec<_> = all
        .iter()
        .flat_map(|code| code.test_modules.iter().map(|name| join(&code.module, name)).collect::<Vec<_>>())
        .collect();
    assert!(for_tests.len() > 5, "the tests of the sources are no longer recognised");
    all.into_iter().filter(|code| !for_tests.iter().any(|tests| is_within(&code.module, tests))).collect()
});

/// Whether `path` is `module` or something in it.
pub fn is_within(path: &str, module: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The sources of one module and of those in it. There must be some, or the rule about it holds for nothing.
pub fn of(module: &'static str) -> impl Iterator<Item = &'static Code> {
    assert!(SOURCES.iter().any(|code| is_within(&code.module, module)), "there is no module {module} any more");
    SOURCES.iter().filter(move |code| is_within(&code.module, module))
}

impl Code {
    /// The modules that this file declares openly.
    pub fn public_modules(&self) -> impl Iterator<Item = &str> {
        self.modules.iter().filter(|(_, is_public)| *is_public).map(|(name, _)| name.as_str())
    }

    /// Whether the file names `module` or something in it.
    pub fn uses(&self, module: &str) -> bool {
        self.paths.iter().any(|path| is_within(path, module))
    }

    /// The complaints about the modules among `forbidden` that the file names.
    pub fn uses_of(&self, forbidden: &[&str]) -> Vec<String> {
        let used = forbidden.iter().filter(|module| self.uses(module));
        used.map(|module| format!("{} names {module}", self.path)).collect()
    }

    /// The complaints about the words that the file has and that `is_bad` says are bad.
    pub fn words_where(&self, is_bad: impl Fn(&str) -> bool) -> Vec<String> {
        self.words.iter().filter(|word| is_bad(word)).map(|word| format!("{} names {word}", self.path)).collect()
    }
}
