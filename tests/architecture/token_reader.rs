//! Reads a Rust file as tokens: what is a comment, a text or code is the compiler's own decision.

use crate::code::Code;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::BTreeSet;

/// The path of `name` in `module`.
pub fn join(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

impl Code {
    /// Reads the text of the file at `path`.
    pub fn read(path: String, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|why| panic!("{path}: {why}"));
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = match inside {
            "lib" | "main" => String::new(),
            inside => inside.replace('/', "::"),
        };
        let mut code = Self {
            path,
            module,
            paths: BTreeSet::new(),
            words: BTreeSet::new(),
            literals: Vec::new(),
            attributes: Vec::new(),
            modules: Vec::new(),
            test_modules: Vec::new(),
        };
        code.walk(tokens, "");
        code
    }

    /// Notes what `tokens` hold. `prefix` is what stood before the braces of a `use`.
    fn walk(&mut self, tokens: TokenStream, prefix: &str) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => self.attribute(&tokens, at),
                TokenTree::Ident(_) => self.path(&tokens, at, prefix),
                TokenTree::Group(group) => {
                    self.walk(group.stream(), "");
                    1
                }
                TokenTree::Literal(literal) => {
                    self.literals.push(literal.to_string());
                    1
                }
                TokenTree::Punct(_) => 1,
            };
        }
    }

    /// Notes the attribute at `at` and says how many tokens to go on by: over the whole item if it is for tests only.
    fn attribute(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let is_inner = tokens.get(at + 1).is_some_and(|next| is_mark(next, '!'));
        let length = if is_inner { 3 } else { 2 };
        let Some(TokenTree::Group(content)) = tokens.get(at + length - 1) else { return 1 };
        let text = content.stream().to_string();
        if text.starts_with("doc") {
            return length;
        }
        if text == "cfg (test)" && !is_inner {
            let item = tokens.get(at + length..).unwrap_or_default();
            let end = item.iter().position(|token| is_mark(token, ';') || is_braces(token)).unwrap_or(item.len());
            self.test_modules.extend(module_name(item.get(..end).unwrap_or_default()));
            return length + end + 1;
        }
        self.attributes.push(text);
        // What is derived is named there.
        self.walk(content.stream(), "");
        length
    }

    /// Notes the path that begins at `at` and says how many tokens it has.
    fn path(&mut self, tokens: &[TokenTree], at: usize, prefix: &str) -> usize {
        if let Some(name) = module_name(tokens.get(at..).unwrap_or_default()) {
            let is_public = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| {
                // `pub`, or the end of `pub(crate)`; the end of an attribute is in brackets.
                matches!(token, TokenTree::Ident(word) if word == "pub")
                    || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
            });
            self.modules.push((name, is_public));
        }
        let mut path = prefix.to_owned();
        let mut length = 0;
        while let Some(TokenTree::Ident(word)) = tokens.get(at + length) {
            self.words.insert(word.to_string());
            path = join(&path, &word.to_string());
            length += 1;
            let goes_on =
                [length, length + 1].iter().all(|ahead| tokens.get(at + ahead).is_some_and(|t| is_mark(t, ':')));
            if !goes_on {
                break;
            }
            match tokens.get(at + length + 2) {
                Some(TokenTree::Ident(_)) => length += 2,
                Some(TokenTree::Group(members)) if members.delimiter() == Delimiter::Brace => {
                    self.walk_members(members, &path);
                    return length + 3;
                }
                _ => break,
            }
        }
        // In `use module::{self}` it is the module itself.
        let path = path.strip_suffix("::self").unwrap_or(&path);
        if path.contains("::") {
            let path = self.seen_from_root(path);
            self.paths.insert(path);
        }
        length
    }

    /// The names in the braces of a `use`.
    fn walk_members(&mut self, members: &Group, prefix: &str) {
        let tokens: Vec<_> = members.stream().into_iter().collect();
        for member in tokens.split(|token| is_mark(token, ',')) {
            if matches!(member, [TokenTree::Punct(_)]) {
                let path = self.seen_from_root(prefix);
                self.paths.insert(path);
            }
            self.walk(member.iter().cloned().collect(), prefix);
        }
    }

    /// `path` without `crate`, `self` and `super`.
    fn seen_from_root(&self, path: &str) -> String {
        let mut parts: Vec<&str> = path.split("::").collect();
        let mut module: Vec<&str> = self.module.split("::").filter(|part| !part.is_empty()).collect();
        match parts.first().copied() {
            Some("crate" | "partner_recovery") => return parts.split_off(1).join("::"),
            Some("self" | "super") => {}
            _ => return path.to_owned(),
        }
        while let Some(&first) = parts.first() {
            match first {
                "self" => {}
                "super" => {
                    module.pop();
                }
                _ => break,
            }
            parts.remove(0);
        }
        module.extend(parts);
        module.join("::")
    }
}

/// The name in `mod name`.
fn module_name(tokens: &[TokenTree]) -> Option<String> {
    let at = tokens.iter().position(|token| matches!(token, TokenTree::Ident(_)))?;
    match tokens.get(at..)? {
        [TokenTree::Ident(keyword), TokenTree::Ident(name), ..] if keyword == "mod" => Some(name.to_string()),
        _ => None,
    }
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn is_braces(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

#[test]
fn code_is_read_as_it_is_meant() {
    let code = Code::read(
        "src/pages/recovery/done.rs".to_owned(),
        r##"
        //! web_sys in a comment
        use super::{buttons, deep::{self, Thing}};
        use crate::domain::secret::Secret as Hidden;
        pub mod open;
        mod closed;
        #[cfg(test)]
        #[path = "x.rs"]
        mod checks;
        #[derive(other::Derived)]
        fn f() { text!("js_sys", crate::api::drivers::X, <Y as leptos::Z>::w::<u8>()) }
        #[cfg(test)]
        use crate::tests_only::T;
        #[cfg(test)]
        mod tests { use crate::in_tests::T; }
        "##,
    );
    let paths: Vec<_> = code.paths.iter().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "api::drivers::X",
            "domain::secret::Secret",
            "leptos::Z",
            "other::Derived",
            "pages::recovery::buttons",
            "pages::recovery::deep",
            "pages::recovery::deep::Thing",
        ]
    );
    assert_eq!(
        (code.module.as_str(), code.literals.as_slice()),
        ("pages::recovery::done", &["\"js_sys\"".to_owned()][..])
    );
    assert!(code.words.contains("u8") && !code.words.contains("web_sys"), "{:?}", code.words);
    assert_eq!(code.attributes, ["derive (other :: Derived)"]);
    assert_eq!(code.public_modules().collect::<Vec<_>>(), ["open"]);
    assert_eq!(code.test_modules, ["checks", "tests"]);
}
