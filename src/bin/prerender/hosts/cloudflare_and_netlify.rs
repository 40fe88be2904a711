//! `_headers` and `_redirects`: Cloudflare Pages and Netlify read the same format.
//!
//! Both join the values of a header that several matching rules set, hence no two rules set the same one.

use super::{CHANGE_PASSWORD, Header};
use crate::headers::{ASK_AGAIN, ASSETS, FOR_EVER};

/// `_headers`. `others` are all addresses but those of the assets.
pub(super) fn headers(headers: &[Header], others: &[String]) -> String {
    let mut file = String::from("# Made from config.json by `make configure`: change that, and nothing here.\n/*\n");
    for (name, value) in headers {
        line(&mut file, name, value);
    }
    let assets = format!("{ASSETS}*");
    let caching = others.iter().map(|path| (path, ASK_AGAIN)).chain([(&assets, FOR_EVER)]);
    for (path, value) in caching {
        file.push_str(path);
        file.push('\n');
        line(&mut file, "Cache-Control", value);
    }
    file
}

fn line(file: &mut String, name: &str, value: &str) {
    file.extend(["  ", name, ": ", value, "\n"]);
}

/// `_redirects`. There is no rule for what is missing: both hosts answer with `404.html` by themselves.
pub(super) fn redirects(change_password: &str) -> String {
    format!("{CHANGE_PASSWORD} {change_password} 303\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosts::over_tls;

    /// Cloudflare ignores longer lines, and headers in them.
    #[test]
    fn lines_are_short_enough() {
        let long = format!("https://{}.example", "a".repeat(240));
        let file = headers(&over_tls(&long), &["/".to_owned()]);
        assert!(file.lines().all(|line| line.len() <= 2000), "{file}");
    }
}
