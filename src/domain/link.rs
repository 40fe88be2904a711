//! Addresses that may become links.

/// An address that is safe to show as a link: `https`, `mailto` or `tel` (OWASP ASVS 5.0, 1.2.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Takes `address` if it is safe; `None` for every other scheme, for white space and for control characters.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let is_clean = address.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '\\');
        let host = address.strip_prefix("https://");
        // `https://good.example@evil.example` would show one host and lead to another.
        let is_web = host.is_some_and(|rest| {
            let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
            !authority.is_empty() && !authority.contains('@')
        });
        let is_contact =
            ["mailto:", "tel:"].iter().any(|scheme| address.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
        (is_clean && (is_web || is_contact)).then(|| Self(address.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads to another page (and not to a mail or a phone).
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.0.starts_with("https:")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_addresses_become_links() {
        for good in ["https://support.contoso.example/a?b#c", "mailto:support@contoso.example", "tel:+81312345678"] {
            assert!(Link::parse(good).is_some(), "{good}");
        }
        for bad in [
            "http://contoso.example",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "//contoso.example",
            "/\\contoso.example",
            "https://",
            "https:contoso.example",
            "https://user@contoso.example/",
            "https://contoso.example\\@evil.example",
            " https://contoso.example",
            "https://contoso.example/\n",
            "mailto:",
            "",
        ] {
            assert!(Link::parse(bad).is_none(), "{bad:?}");
        }
    }
}
