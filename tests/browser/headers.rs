//! What a real nginx answers with the `nginx.conf` that the build wrote.

use crate::harness::{CERTIFICATE, Site, visit};
use crate::observatory::{Answers, score, verdicts};
use std::collections::BTreeMap;
use ureq::http::Response;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body};

#[path = "../../src/bin/prerender/headers.rs"]
mod promised;

/// What only hosts read, and what none of them has to show.
const FOR_HOSTS: [&str; 4] = ["_headers", "_redirects", "nginx.conf", "staticwebapp.config.json"];

/// Asks the server, and shows redirects as they are.
struct Client(Agent);

impl Client {
    fn new() -> Self {
        let certificate = Certificate::from_pem(CERTIFICATE.pem.as_bytes()).expect("it is one");
        let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[certificate])).build();
        Self(Agent::config_builder().tls_config(tls).http_status_as_error(false).max_redirects(0).build().into())
    }

    fn get(&self, url: &str, encodings: &str) -> Response<Body> {
        self.0.get(url).header("Accept-Encoding", encodings).call().unwrap_or_else(|error| panic!("{url}: {error}"))
    }
}

fn headers(answer: &Response<Body>) -> BTreeMap<String, String> {
    let text = |value: &ureq::http::HeaderValue| value.to_str().expect("it is text").to_owned();
    let mut all = BTreeMap::new();
    for (name, value) in answer.headers() {
        assert!(all.insert(name.to_string(), text(value)).is_none(), "{name} is sent twice");
    }
    all
}

/// The address of a file: a page's is that of its folder.
fn address(file: &str) -> String {
    format!("/{}", file.strip_suffix("index.html").unwrap_or(file))
}

#[tokio::test]
async fn every_answer_has_exactly_the_promised_headers() {
    let site = Site::start(|_| ()).await;
    let client = Client::new();
    let (name, value) = promised::STRICT_TRANSPORT_SECURITY;
    let mut promise = promised::of_every_answer(site.api.url());
    promise.push((name, value.to_owned()));

    let files = site.files();
    let served = files.iter().filter(|file| !FOR_HOSTS.contains(&file.as_str())).map(|file| (address(file), 200));
    let hidden = FOR_HOSTS.iter().map(|file| (address(file), 404));
    let special = [
        ("/en/recover", 301),
        ("/en/recover?user=alex@contoso.example", 301),
        ("/.well-known/change-password", 303),
        ("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200", 404),
        ("/nowhere", 404),
        ("/en/nowhere/", 404),
        ("/assets/", 404),
        ("/assets/gone.0123456789.js", 404),
    ];
    let special = special.map(|(path, status)| (path.to_owned(), status));
    for (path, status) in served.chain(hidden).chain(special) {
        let answer = client.get(&format!("{}{path}", site.origin), "br");
        assert_eq!(answer.status(), status, "{path}");
        let sent = headers(&answer);
        for (name, value) in &promise {
            assert_eq!(sent.get(&name.to_lowercase()), Some(value), "{path}: {name}");
        }
        let is_kept = status == 200 && path.starts_with(promised::ASSETS);
        let caching = if is_kept { promised::FOR_EVER } else { promised::ASK_AGAIN };
        assert_eq!(sent["cache-control"], caching, "{path}");
        assert!(!sent.contains_key("set-cookie"), "{path}");
        assert_eq!(sent["server"], "nginx", "{path}: the version is nobody's business");
    }
}

#[tokio::test]
async fn types_are_exact_and_the_smallest_copy_is_sent() {
    let site = Site::start(|_| ()).await;
    let client = Client::new();
    let of = |ending: &str| match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "text/xml; charset=utf-8",
        other => panic!("what is {other}?"),
    };
    for file in site.files().iter().filter(|file| !FOR_HOSTS.contains(&file.as_str())) {
        let ending = file.rsplit('.').next().expect("it has one");
        for (accepted, copy) in [("gzip, br", "br"), ("gzip", "gz"), ("identity", "")] {
            let mut answer = client.get(&format!("{}{}", site.origin, address(file)), accepted);
            let sent = headers(&answer);
            assert_eq!(sent["content-type"], of(ending), "{file}");
            let path = if copy.is_empty() { file.clone() } else { format!("{file}.{copy}") };
            let (path, encoding) = match (site.has(&path), copy) {
                (true, "br") => (path, Some("br")),
                (true, "gz") => (path, Some("gzip")),
                _ => (file.clone(), None),
            };
            assert_eq!(sent.get("content-encoding").map(String::as_str), encoding, "{file} for {accepted}");
            if copy != "gz" {
                // The client unpacks gzip by itself.
                assert!(answer.body_mut().read_to_vec().unwrap() == site.bytes(&path), "{file} was changed");
            }
        }
    }
}

#[tokio::test]
async fn addresses_lead_where_they_should() {
    let site = Site::start(|_| ()).await;
    let client = Client::new();
    let leads_to = |url: String| headers(&client.get(&url, "identity")).get("location").cloned().unwrap_or_default();
    let at = |path: &str| format!("{}{path}", site.origin);
    assert_eq!(leads_to(at("/en/recover")), "/en/recover/");
    assert_eq!(leads_to(at("/en/recover?user=alex@contoso.example")), "/en/recover/", "the query stays behind");
    assert_eq!(leads_to(at("/.well-known/change-password")), "/en/account/password/");
    assert_eq!(leads_to(format!("{}/ja/", site.plain_origin)), at("/ja/"));

    let missing = client.get(&at("/nowhere"), "identity").body_mut().read_to_string().unwrap();
    assert_eq!(missing, site.file("404.html"));
    let security = client.get(&at("/.well-known/security.txt"), "identity").body_mut().read_to_string().unwrap();
    assert!(security.starts_with("Contact: mailto:support@contoso.example\nExpires: 2"), "{security}");
}

#[tokio::test]
async fn the_http_observatory_has_nothing_to_complain_of() {
    let site = Site::start(|_| ()).await;
    let client = Client::new();
    let plain = headers(&client.get(&format!("{}/", site.plain_origin), "identity"));
    for path in ["/", "/en/", "/ja/recover/", "/404.html"] {
        let url = format!("{}{path}", site.origin);
        let mut page = client.0.get(&url).header("Origin", "https://fabrikam.example").call().unwrap();
        let answers = Answers {
            headers: headers(&page),
            html: page.body_mut().read_to_string().unwrap(),
            redirect: plain["location"].clone(),
            origin: site.origin.clone(),
        };
        let verdicts = verdicts(&answers);
        // The page for what does not exist needs no script.
        let may_fail = if path == "/404.html" { "subresource-integrity" } else { "" };
        for verdict in verdicts.iter().filter(|verdict| verdict.test != may_fail) {
            assert!(verdict.passes, "{path}: {verdict:?}");
        }
        assert!(score(&verdicts) >= 100, "{path}: {verdicts:?}");
    }
}

#[tokio::test]
async fn the_browser_speaks_http_2() {
    visit(async |person| {
        person.opens("").await;
        let protocols = "return [...new Set(performance.getEntriesByType('resource')
            .filter(entry => entry.name.startsWith(location.origin)).map(entry => entry.nextHopProtocol))]";
        assert_eq!(person.script(protocols).await, serde_json::json!(["h2"]));
    })
    .await;
}
