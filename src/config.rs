//! `config.json`: the one file that an operator edits. See `docs/deploying.md`.

use crate::api::drivers::DriverKind;
use crate::domain::link::Link;
use crate::domain::moment::Seconds;
use crate::domain::return_to::{self, Prefix};
use crate::i18n::{Message, text};
use serde::Deserialize;

/// How this deployment is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Which driver speaks to the API.
    pub driver: DriverKind,
    /// The API's address, without a slash at its end. It comes from here and from nowhere else (OWASP ASVS 5.0, 3.7.2).
    pub api_base_url: String,
    /// How long one request may take.
    pub api_timeout: Seconds,
    /// The name of what people sign in to.
    pub product_name: String,
    /// Where people find support.
    pub support: Link,
    /// Where personal accounts are recovered, if that is known.
    pub personal_account: Option<Link>,
    /// Where people go on after signing in, if not to their account.
    pub portal: Option<Link>,
    /// What addresses must begin with that the sign-in page may be asked to lead to.
    pub return_to: Vec<Prefix>,
}

/// The first entry that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadEntry {
    /// Its path in the file: `api.base_url`.
    pub path: &'static str,
    /// What it has to be.
    pub must_be: MustBe,
}

/// What an entry has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MustBe {
    /// JSON of the right shape: the whole file.
    Json,
    /// A group of entries.
    Group,
    /// The name of a driver.
    Driver,
    /// The address of an API.
    ApiAddress,
    /// As many seconds as a request may take.
    Timeout,
    /// A text that is not empty.
    Name,
    /// An address of a page, a mailbox or a phone.
    Contact,
    /// An address of a page.
    Page,
    /// What addresses may begin with.
    Prefixes,
}

impl MustBe {
    /// What an operator reads.
    #[must_use]
    pub fn text(self) -> Message {
        match self {
            Self::Json => text::MUST_BE_JSON,
            Self::Group => text::MUST_BE_GROUP,
            Self::Driver => text::MUST_BE_DRIVER,
            Self::ApiAddress => text::MUST_BE_API_ADDRESS,
            Self::Timeout => text::MUST_BE_TIMEOUT,
            Self::Name => text::MUST_BE_NAME,
            Self::Contact => text::MUST_BE_CONTACT,
            Self::Page => text::MUST_BE_PAGE,
            Self::Prefixes => text::MUST_BE_PREFIXES,
        }
    }
}

impl BadEntry {
    /// The whole file.
    pub const FILE: Self = Self::new("config.json", MustBe::Json);

    const fn new(path: &'static str, must_be: MustBe) -> Self {
        Self { path, must_be }
    }
}

#[derive(Deserialize)]
struct File {
    api: Option<Api>,
    brand: Option<Brand>,
    links: Option<Links>,
}

#[derive(Deserialize)]
struct Api {
    driver: Option<String>,
    base_url: Option<String>,
    timeout_seconds: Option<u64>,
}

#[derive(Deserialize)]
struct Brand {
    product_name: Option<String>,
}

#[derive(Deserialize)]
struct Links {
    support: Option<String>,
    personal_account: Option<String>,
    portal: Option<String>,
    return_to: Option<Vec<String>>,
}

impl Config {
    /// How long a request may take when the file does not say.
    const DEFAULT_TIMEOUT: u64 = 15;

    /// Reads the file.
    ///
    /// # Errors
    /// [`BadEntry`] names the entry that is missing or wrong; `config.json` itself if it is not JSON of the right shape.
    pub fn read(json: &[u8]) -> Result<Self, BadEntry> {
        let file: File = serde_json::from_slice(json).map_err(|_| BadEntry::FILE)?;
        let api = file.api.ok_or(BadEntry::new("api", MustBe::Group))?;
        let links = file.links.ok_or(BadEntry::new("links", MustBe::Group))?;
        let product_name = file.brand.and_then(|brand| brand.product_name).filter(|name| !name.trim().is_empty());
        Ok(Self {
            driver: api
                .driver
                .as_deref()
                .and_then(DriverKind::parse)
                .ok_or(BadEntry::new("api.driver", MustBe::Driver))?,
            api_base_url: api
                .base_url
                .as_deref()
                .and_then(origin)
                .ok_or(BadEntry::new("api.base_url", MustBe::ApiAddress))?,
            api_timeout: match api.timeout_seconds.unwrap_or(Self::DEFAULT_TIMEOUT) {
                seconds @ 1..=120 => Seconds::clamped(seconds),
                _ => return Err(BadEntry::new("api.timeout_seconds", MustBe::Timeout)),
            },
            product_name: product_name.ok_or(BadEntry::new("brand.product_name", MustBe::Name))?,
            support: links
                .support
                .as_deref()
                .and_then(Link::parse)
                .ok_or(BadEntry::new("links.support", MustBe::Contact))?,
            personal_account: match links.personal_account {
                None => None,
                Some(address) => {
                    Some(Link::parse(&address).ok_or(BadEntry::new("links.personal_account", MustBe::Contact))?)
                }
            },
            portal: match links.portal {
                None => None,
                Some(address) => {
                    let portal = Link::parse(&address).filter(|link| Prefix::origin_of(link).is_some());
                    Some(portal.ok_or(BadEntry::new("links.portal", MustBe::Page))?)
                }
            },
            return_to: match links.return_to {
                None => vec![],
                Some(prefixes) => {
                    let prefixes = prefixes.iter().map(|prefix| Prefix::parse(prefix)).collect::<Option<_>>();
                    prefixes.ok_or(BadEntry::new("links.return_to", MustBe::Prefixes))?
                }
            },
        })
    }

    /// Where signing in leads if no account page was asked for. `asked` is the address that the sign-in page was opened
    /// with; if it is not allowed, that is as if there were none.
    #[must_use]
    pub fn after_sign_in(&self, asked: Option<&str>) -> Option<Link> {
        let portal = self.portal.as_ref().and_then(Prefix::origin_of);
        let allowed: Vec<Prefix> = self.return_to.iter().cloned().chain(portal).collect();
        asked.and_then(|address| return_to::allowed_address(address, &allowed)).or_else(|| self.portal.clone())
    }
}

/// An `https` address, or `http` on the machine itself, without a slash at its end.
fn origin(address: &str) -> Option<String> {
    let address = address.trim_end_matches('/');
    let local = ["http://127.0.0.1:", "http://localhost:"].iter().find_map(|start| address.strip_prefix(start));
    let is_local = local.is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    let is_web = Link::parse(address).is_some_and(|link| link.is_page()) && !address.contains(['?', '#']);
    (is_web || is_local).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(change: &str, by: &str) -> Result<Config, BadEntry> {
        let file = include_str!("../public/config.json");
        let changed = file.replace(change, by);
        assert!(change.is_empty() || changed != file, "{change} is not in the file");
        Config::read(changed.as_bytes())
    }

    #[test]
    fn the_file_that_is_shipped_is_right() {
        assert_eq!(read("", "").map(|config| config.product_name), Ok("Partner Center".to_owned()));
    }

    #[test]
    fn a_wrong_entry_is_named() {
        for (change, by, entry) in [
            ("{", "<", "config.json"),
            ("\"api\"", "\"apis\"", "api"),
            ("recovery-v1", "other", "api.driver"),
            ("http://127.0.0.1:8081", "http://api.contoso.example", "api.base_url"),
            ("http://127.0.0.1:8081", "https://a@b.example", "api.base_url"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:80@evil.example", "api.base_url"),
            ("http://127.0.0.1:8081", "https://api.contoso.example/?x", "api.base_url"),
            ("\"timeout_seconds\": 15", "\"timeout_seconds\": 0", "api.timeout_seconds"),
            ("Partner Center", " ", "brand.product_name"),
            ("mailto:support@contoso.example", "javascript:alert(1)", "links.support"),
            ("https://account.contoso.example/reset", "http://x", "links.personal_account"),
        ] {
            assert_eq!(read(change, by).err().map(|bad| bad.path), Some(entry), "{by}");
        }
    }

    /// The file with more entries among its links.
    fn read_with(links: &str) -> Result<Config, BadEntry> {
        read("\"links\": {", &format!("\"links\": {{ {links},"))
    }

    #[test]
    fn a_wrong_address_to_go_on_to_is_named() {
        for (links, entry) in [
            (r#""portal": "http://portal.contoso.example/""#, "links.portal"),
            (r#""portal": "mailto:support@contoso.example""#, "links.portal"),
            (r#""portal": "//portal.contoso.example/""#, "links.portal"),
            (r#""portal": """#, "links.portal"),
            (r#""return_to": [""]"#, "links.return_to"),
            (
                r#""return_to": ["https://portal.contoso.example/", "https://portal.contoso.example"]"#,
                "links.return_to",
            ),
            (r#""return_to": ["https://*.contoso.example/"]"#, "links.return_to"),
            (r#""return_to": ["http://portal.contoso.example/"]"#, "links.return_to"),
            (r#""return_to": "https://portal.contoso.example/""#, "config.json"),
        ] {
            assert_eq!(read_with(links).err().map(|bad| bad.path), Some(entry), "{links}");
        }
    }

    #[test]
    fn signing_in_leads_to_an_allowed_address_or_the_portal_or_nowhere() {
        const PORTAL: &str = r#""portal": "https://portal.contoso.example/home""#;
        const ALLOWED: &str = r#""return_to": ["https://apps.contoso.example/sales/"]"#;
        let both = [PORTAL, ALLOWED].join(",");
        let home = Some("https://portal.contoso.example/home");
        let sales = Some("https://apps.contoso.example/sales/1?x");
        let other = Some("https://portal.contoso.example/other");
        let evil = Some("https://portal.contoso.example@evil.example/");
        let nothing = r#""x": 1"#;
        for (links, asked, leads_to) in [
            (nothing, None, None),
            (nothing, home, None),
            (PORTAL, None, home),
            (PORTAL, other, other),
            (PORTAL, sales, home),
            (PORTAL, evil, home),
            (ALLOWED, None, None),
            (ALLOWED, sales, sales),
            (ALLOWED, other, None),
            (&both, sales, sales),
            (&both, evil, home),
            (&both, Some(""), home),
        ] {
            let link = read_with(links).unwrap().after_sign_in(asked);
            assert_eq!(link.as_ref().map(Link::as_str), leads_to, "{links} {asked:?}");
        }
    }
}
