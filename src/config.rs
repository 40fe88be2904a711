//! `config.json`: the one file that an operator edits. See `docs/deploying.md`.

mod bad_entry;

use crate::api::drivers::DriverKind;
use crate::domain::link::Link;
use crate::domain::moment::Seconds;
use crate::domain::return_to::{self, Prefix};
use crate::json::{Json, Unreadable};

pub use bad_entry::{BadEntry, MustBe};

/// How this deployment is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Which driver speaks to the API.
    pub driver: DriverKind,
    /// The API's address, without a slash at its end. It comes from here and from nowhere else (OWASP ASVS 5.0, 3.7.2).
    pub api_base_url: String,
    /// Which app the API is to take this for, if it wants to know.
    pub client_id: Option<String>,
    /// How long one request may take.
    pub api_timeout: Seconds,
    /// The name of what people sign in to.
    pub product_name: String,
    /// Where people find support.
    pub support: Link,
    /// Where personal accounts are recovered, if that is known.
    pub personal_account: Option<Link>,
    /// Where a recovery goes on that the API does not do itself, if that is known.
    pub other_page: Option<Link>,
    /// Where people go on after signing in, if not to their account.
    pub portal: Option<Link>,
    /// What addresses must begin with that the sign-in page may be asked to lead to.
    pub return_to: Vec<Prefix>,
}

impl Config {
    /// How long a request may take when the file does not say.
    const DEFAULT_TIMEOUT: u64 = 15;

    /// Reads the file.
    ///
    /// # Errors
    /// [`BadEntry`] names the entry that is missing or wrong; `config.json` itself if it is not JSON of the right shape.
    pub fn read(json: &[u8]) -> Result<Self, BadEntry> {
        let file = Json::read(json).map_err(|_| BadEntry::FILE)?;
        let api = group(&file, "api")?;
        let brand = group(&file, "brand")?;
        let links = group(&file, "links")?;

        let driver = BadEntry::new("api.driver", MustBe::Driver);
        let api_base_url = BadEntry::new("api.base_url", MustBe::ApiAddress);
        let client_id = BadEntry::new("api.client_id", MustBe::ClientId);
        let api_timeout = BadEntry::new("api.timeout_seconds", MustBe::Timeout);
        let product_name = BadEntry::new("brand.product_name", MustBe::Name);
        let support = BadEntry::new("links.support", MustBe::Contact);
        let personal_account = BadEntry::new("links.personal_account", MustBe::Contact);
        let return_to = BadEntry::new("links.return_to", MustBe::Prefixes);
        let driver = text_entry(api, driver, DriverKind::parse)?.ok_or(driver)?;
        Ok(Self {
            driver,
            api_base_url: text_entry(api, api_base_url, origin)?.ok_or(api_base_url)?,
            client_id: match text_entry(api, client_id, name)? {
                None if driver.needs_client_id() => return Err(client_id),
                id => id,
            },
            api_timeout: match entry(api, api_timeout, Json::whole)?.unwrap_or(Self::DEFAULT_TIMEOUT) {
                seconds @ 1..=120 => Seconds::clamped(seconds),
                _ => return Err(api_timeout),
            },
            product_name: text_entry(brand, product_name, name)?.ok_or(product_name)?,
            support: text_entry(links, support, Link::parse)?.ok_or(support)?,
            personal_account: text_entry(links, personal_account, Link::parse)?,
            other_page: text_entry(links, BadEntry::new("links.other_page", MustBe::Page), page)?,
            portal: text_entry(links, BadEntry::new("links.portal", MustBe::Page), page)?,
            return_to: match entry(links, return_to, Json::texts)? {
                None => vec![],
                Some(prefixes) => {
                    let prefixes = prefixes.iter().map(|prefix| Prefix::parse(prefix)).collect::<Option<_>>();
                    prefixes.ok_or(return_to)?
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

/// A group of entries.
fn group<'a>(file: &'a Json<'a>, name: &'static str) -> Result<&'a Json<'a>, BadEntry> {
    let wrong = BadEntry::new(name, MustBe::Group);
    // Only an object can be asked for a field.
    let group = file.get(name).map_err(|_| BadEntry::FILE)?.ok_or(wrong)?;
    group.get("").map_err(|_| wrong)?;
    Ok(group)
}

/// What the file says of an entry, if it says anything; or that it is `wrong`.
fn entry<'a, T>(
    group: &Json<'a>,
    wrong: BadEntry,
    read: fn(&Json<'a>) -> Result<T, Unreadable>,
) -> Result<Option<T>, BadEntry> {
    let name = wrong.path.rsplit_once('.').map_or(wrong.path, |(_, name)| name);
    group.get(name).and_then(|json| json.map(read).transpose()).map_err(|_| wrong)
}

/// What `parse` makes of an entry that is a text.
fn text_entry<T>(group: &Json, wrong: BadEntry, parse: fn(&str) -> Option<T>) -> Result<Option<T>, BadEntry> {
    entry(group, wrong, |json| Ok(json.text()?.to_owned()))?.map(|text| parse(&text).ok_or(wrong)).transpose()
}

fn name(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn page(address: &str) -> Option<Link> {
    Link::parse(address).filter(|link| Prefix::origin_of(link).is_some())
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
            ("\"brand\": {", "\"brand\": [], \"x\": {", "brand"),
            ("\"recovery-v1\"", "1", "api.driver"),
            ("\"timeout_seconds\": 15", "\"timeout_seconds\": \"15\"", "api.timeout_seconds"),
            ("recovery-v1", "other", "api.driver"),
            ("recovery-v1", "entra", "api.client_id"),
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
            (r#""return_to": "https://portal.contoso.example/""#, "links.return_to"),
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
