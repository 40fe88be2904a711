#![allow(clippy::unwrap_used)]

use super::*;
use proptest::prelude::*;
use url::{Host, Url};

const PORTAL: &str = "https://portal.contoso.example/";
const APP: &str = "https://apps.contoso.example:8443/sales";

fn allowed() -> Vec<Prefix> {
    vec![Prefix::parse(PORTAL).unwrap(), Prefix::parse(APP).unwrap()]
}

fn is_followed(address: &str) -> bool {
    allowed_address(address, &allowed()).is_some()
}

#[test]
fn an_address_below_an_allowed_prefix_is_followed_as_it_is() {
    for address in [
        "https://portal.contoso.example",
        "https://portal.contoso.example/",
        "https://portal.contoso.example?tab=1",
        "https://portal.contoso.example/#top",
        "https://portal.contoso.example/a/b.html?x=%2F..%2F&y=https://evil.example/#z",
        "https://portal.contoso.example/@name/a:b",
        "https://portal.contoso.example/a..b/.well-known/...",
        "https://portal.contoso.example//evil.example",
        "https://apps.contoso.example:8443/sales",
        "https://apps.contoso.example:8443/sales/2026",
        "https://apps.contoso.example:8443/sales?x",
    ] {
        assert_eq!(allowed_address(address, &allowed()).as_ref().map(Link::as_str), Some(address));
    }
}

#[test]
fn every_other_address_is_ignored() {
    let too_long = format!("{PORTAL}{}", "a".repeat(LONGEST));
    for address in [
        // Nothing, and no address at all.
        "",
        " ",
        "/",
        "/en/account/",
        "account",
        ".",
        "..",
        "?return_to=https://evil.example",
        "#x",
        "null",
        &too_long,
        // Relative to the scheme or to the site.
        "//evil.example",
        "///evil.example",
        "////evil.example",
        "//portal.contoso.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
        "https:portal.contoso.example/",
        "https:\\\\portal.contoso.example/",
        "https://",
        "https:///",
        // Other schemes.
        "http://portal.contoso.example/",
        "HTTPS://portal.contoso.example/",
        "hTTps://portal.contoso.example/",
        "ftp://portal.contoso.example/",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript://portal.contoso.example/%0aalert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "blob:https://portal.contoso.example/1",
        "view-source:https://portal.contoso.example/",
        "file:///etc/hosts",
        "mailto:a@portal.contoso.example",
        // Other hosts that look like the right one.
        "https://evil.example/",
        "https://evil.example/https://portal.contoso.example/",
        "https://evil.example?https://portal.contoso.example/",
        "https://evil.example#https://portal.contoso.example/",
        "https://portal.contoso.example.evil.example/",
        "https://portal.contoso.exampleevil.example/",
        "https://portal.contoso.example-evil.example/",
        "https://evilportal.contoso.example/",
        "https://evil.portal.contoso.example/",
        "https://contoso.example/",
        "https://portal.contoso.example./",
        "https://.portal.contoso.example/",
        "https://portal..contoso.example/",
        "https://PORTAL.contoso.example/",
        "https://portal.contoso%2eexample/",
        "https://portal.contoso.example%00.evil.example/",
        "https://portal.contoso.example%2f@evil.example/",
        "https://portal.contoso.example;evil.example/",
        "https://portal.contoso.example,evil.example/",
        "https://[portal.contoso.example]/",
        "https://[::1]/",
        "https://2130706433/",
        // Look-alikes, full-width forms, and characters that cannot be seen.
        "https://ｐortal.contoso.example/",
        "https://portal。contoso。example/",
        "https://portal.contoso.example／evil",
        "https:／／portal.contoso.example/",
        "https://portal.contoso.example．evil.example/",
        "https://portal.contoso.example／.evil.example/",
        "https://pоrtal.contoso.example/",
        "https://evil.example℀portal.contoso.example/",
        "https://portal.contoso.example\u{200B}/",
        "https://portal.contoso.example/\u{202E}",
        "https://portal.contoso.example/ä",
        // Credentials.
        "https://portal.contoso.example@evil.example/",
        "https://portal.contoso.example:443@evil.example/",
        "https://portal.contoso.example:x@evil.example/",
        "https://user@portal.contoso.example/",
        "https://user:secret@portal.contoso.example/",
        "https://@portal.contoso.example/",
        "https://portal.contoso.example\\@evil.example/",
        "https://evil.example\\@portal.contoso.example/",
        "https://portal.contoso.example&@evil.example/",
        // Other ports.
        "https://portal.contoso.example:443/",
        "https://portal.contoso.example:8443/",
        "https://portal.contoso.example:/",
        "https://portal.contoso.example:0443/",
        "https://portal.contoso.example:99999/",
        "https://portal.contoso.example:+443/",
        "https://portal.contoso.example:80:443/",
        "https://apps.contoso.example/sales",
        // White space and control characters.
        " https://portal.contoso.example/",
        "https://portal.contoso.example/ ",
        "\thttps://portal.contoso.example/",
        "\u{1}https://portal.contoso.example/",
        "ht\ntps://portal.contoso.example/",
        "https://portal.contoso\t.example/",
        "https://portal.contoso.example/a\nb",
        "https://portal.contoso.example/a\rb",
        "https://portal.contoso.example/a\0b",
        "https://portal.contoso.example/a b",
        "https://portal.contoso.example/\\evil.example",
        "https://portal.contoso.example/a?\\",
        // Paths that leave the prefix, or only begin like it.
        "https://apps.contoso.example:8443/",
        "https://apps.contoso.example:8443",
        "https://apps.contoso.example:8443/salesman",
        "https://apps.contoso.example:8443/sale",
        "https://apps.contoso.example:8443/Sales",
        "https://apps.contoso.example:8443/sales.evil",
        "https://apps.contoso.example:8443//sales",
        "https://apps.contoso.example:8443/sales/..",
        "https://apps.contoso.example:8443/sales/../admin",
        "https://apps.contoso.example:8443/sales/./x",
        "https://apps.contoso.example:8443/sales/%2e%2e/admin",
        "https://apps.contoso.example:8443/sales/%2E./admin",
        "https://apps.contoso.example:8443/sales/.%2e/admin",
        "https://apps.contoso.example:8443/sales/..;x/admin",
        "https://apps.contoso.example:8443/sales/%2e%2e;/admin",
        "https://apps.contoso.example:8443/sales/..%3bx/admin",
        "https://apps.contoso.example:8443/sales%2f..%2fadmin",
        "https://apps.contoso.example:8443/sales/%2f%2e%2e",
        "https://apps.contoso.example:8443/sales/..%5cadmin",
        "https://apps.contoso.example:8443/sales/%252e%252e/admin",
        "https://apps.contoso.example:8443/sales/%00",
    ] {
        assert!(!is_followed(address), "{address:?}");
    }
}

#[test]
fn nothing_is_followed_where_nothing_is_allowed() {
    assert_eq!(allowed_address(PORTAL, &[]), None);
}

#[test]
fn a_prefix_is_a_whole_origin_and_a_path() {
    for good in ["https://portal.contoso.example/", "https://a:8443/", "https://xn--a.example/sales/2026"] {
        assert!(Prefix::parse(good).is_some(), "{good}");
    }
    for bad in [
        "",
        "/",
        "*",
        "https://",
        "https:///",
        "https://portal.contoso.example",
        "https://*.contoso.example/",
        "http://portal.contoso.example/",
        "//portal.contoso.example/",
        "portal.contoso.example/",
        "https://user@portal.contoso.example/",
        "https://Portal.contoso.example/",
        "https://portal.contoso.example:/",
        "https://portal.contoso.example/?x",
        "https://portal.contoso.example/#x",
        "https://portal.contoso.example/a/../b",
        "https://portal.contoso.example/%61",
        "https://portal.contoso.example/ a",
    ] {
        assert_eq!(Prefix::parse(bad), None, "{bad:?}");
    }
}

#[test]
fn the_origin_of_a_link_is_allowed_as_a_whole() {
    let link = |address: &str| Link::parse(address).unwrap();
    let of = |address: &str| Prefix::origin_of(&link(address));
    assert_eq!(of("https://portal.contoso.example/home?x#y"), Prefix::parse(PORTAL));
    assert_eq!(of("https://portal.contoso.example"), Prefix::parse(PORTAL));
    assert_eq!(of("mailto:support@contoso.example"), None);
}

/// Whether a browser that follows `address` ends up below an allowed prefix.
fn leads_to_an_allowed_place(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let host = match url.host() {
        Some(Host::Domain(host)) => host,
        _ => return false,
    };
    let has_no_credentials = url.username().is_empty() && url.password().is_none();
    let path = url.path();
    let is_below = match (host, url.port()) {
        ("portal.contoso.example", None) => true,
        ("apps.contoso.example", Some(8443)) => path == "/sales" || path.starts_with("/sales/"),
        _ => false,
    };
    url.scheme() == "https" && has_no_credentials && is_below
}

/// Pieces that addresses are attacked with.
const PIECES: [&str; 40] = [
    "https://",
    "http://",
    "https:",
    "//",
    "/",
    "\\",
    "portal.contoso.example",
    "apps.contoso.example",
    ":8443",
    ":443",
    "/sales",
    "/sales/",
    "@",
    ".",
    "..",
    "%2e",
    "%2E%2e",
    "%2f",
    "%5c",
    "%252e",
    "evil.example",
    ".evil.example",
    "?",
    "#",
    ":",
    ";",
    "\t",
    "\n",
    " ",
    "\0",
    "／",
    "。",
    "．",
    "a",
    "javascript:",
    "data:",
    "[",
    "]",
    "%00",
    "\u{200B}",
];

proptest! {
    #[test]
    fn what_is_followed_leads_to_an_allowed_place(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..10)) {
        let address = pieces.concat();
        prop_assert!(!is_followed(&address) || leads_to_an_allowed_place(&address), "{address:?}");
    }

    #[test]
    fn whatever_follows_an_allowed_prefix_stays_there(
        prefix in proptest::sample::select(&["https://portal.contoso.example", PORTAL, APP, "https://apps.contoso.example:8443/sales/"][..]),
        rest in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..8),
    ) {
        let address = [prefix, &rest.concat()].concat();
        prop_assert!(!is_followed(&address) || leads_to_an_allowed_place(&address), "{address:?}");
    }

    #[test]
    fn whatever_is_typed_leads_nowhere_else(start in "(https://(portal|apps)\\.contoso\\.example)?", rest in any::<String>()) {
        let address = [start, rest].concat();
        prop_assert!(!is_followed(&address) || leads_to_an_allowed_place(&address), "{address:?}");
    }
}
