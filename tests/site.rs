//! The site server answers as a deployment has to: security headers on everything, real 404s, the right caching.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod site_server;

use std::fs;
use std::path::Path;
use std::thread;

use ureq::http::Response;
use ureq::{Agent, Body};

const API: &str = "https://api.contoso.example";

/// A small site on a free port, served until the test process ends.
struct Site {
    origin: String,
    client: Agent,
    _dist: tempfile::TempDir,
}

impl Site {
    fn start() -> Self {
        let dist = tempfile::tempdir().unwrap();
        let put = |path: &str, content: &str| {
            let path = dist.path().join(path);
            fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
            fs::write(path, content).unwrap();
        };
        put("404.html", "<p>missing</p>");
        put("en/recover/index.html", "<p>recover</p>");
        put("config.json", "{}");
        put("assets/app.0123456789.wasm", "\0asm");
        put("assets/app.0123456789.js", "plain");
        put("assets/app.0123456789.js.br", "brotli");
        put("assets/app.0123456789.js.gz", "gzip");

        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let folder = dist.path().to_owned();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                site_server::serve(listener, folder, API.to_owned()).await.unwrap();
            });
        });
        let client = Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        Self { origin, client, _dist: dist }
    }

    fn get(&self, path: &str, encodings: &str) -> Response<Body> {
        self.client.get(format!("{}{path}", self.origin)).header("Accept-Encoding", encodings).call().unwrap()
    }
}

fn header<'a>(answer: &'a Response<Body>, name: &str) -> &'a str {
    answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[test]
fn every_answer_carries_the_security_headers() {
    let site = Site::start();
    for (path, status) in [
        ("/en/recover/", 200),
        ("/en/recover", 307),
        ("/config.json", 200),
        ("/assets/app.0123456789.wasm", 200),
        ("/assets/gone.0123456789.js", 404),
        ("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200", 404),
    ] {
        let answer = site.get(path, "identity");
        assert_eq!(answer.status(), status, "{path}");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header(&answer, "x-frame-options"), "DENY", "{path}");
        assert_eq!(header(&answer, "referrer-policy"), "no-referrer", "{path}");
        assert_eq!(header(&answer, "cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(header(&answer, "cross-origin-resource-policy"), "same-origin", "{path}");
        assert_eq!(header(&answer, "cross-origin-embedder-policy"), "require-corp", "{path}");
        assert!(header(&answer, "permissions-policy").contains("camera=()"), "{path}");
        // It is for TLS only (RFC 6797, section 7.2).
        assert_eq!(header(&answer, "strict-transport-security"), "", "{path}");
        // The temporary password can be copied, and nothing is ever read from the clipboard.
        assert!(header(&answer, "permissions-policy").contains("clipboard-read=(), clipboard-write=(self)"), "{path}");

        let policy = header(&answer, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{path}: {policy}");
        assert!(policy.contains("; script-src 'self' 'wasm-unsafe-eval'; "), "{path}: {policy}");
        assert!(policy.contains(&format!("; connect-src 'self' {API}; ")), "{path}: {policy}");
        assert!(!policy.contains("'unsafe-"), "{path}: {policy}");
    }
}

#[test]
fn only_assets_that_exist_are_cached_for_ever() {
    let site = Site::start();
    let caching = |path: &str| header(&site.get(path, "identity"), "cache-control").to_owned();
    assert_eq!(caching("/assets/app.0123456789.wasm"), "public, max-age=31536000, immutable");
    assert_eq!(caching("/assets/gone.0123456789.wasm"), "no-cache");
    assert_eq!(caching("/en/recover/"), "no-cache");
    assert_eq!(caching("/config.json"), "no-cache");
}

#[test]
fn types_are_exact() {
    let site = Site::start();
    let kind = |path: &str| header(&site.get(path, "br"), "content-type").to_owned();
    assert_eq!(kind("/assets/app.0123456789.wasm"), "application/wasm");
    assert_eq!(kind("/assets/app.0123456789.js"), "text/javascript; charset=utf-8");
    assert_eq!(kind("/en/recover/"), "text/html; charset=utf-8");
    assert_eq!(kind("/nowhere"), "text/html; charset=utf-8");
    assert_eq!(kind("/config.json"), "application/json");
}

#[test]
fn the_smallest_copy_is_chosen() {
    let site = Site::start();
    for (accepted, encoding, content) in
        [("gzip, deflate, br", "br", "brotli"), ("gzip", "gzip", "gzip"), ("identity", "", "plain")]
    {
        let mut answer = site.get("/assets/app.0123456789.js", accepted);
        assert_eq!(header(&answer, "content-encoding"), encoding);
        assert_eq!(answer.body_mut().read_to_string().unwrap(), content);
    }
}

#[test]
fn a_missing_page_is_a_real_404() {
    let site = Site::start();
    let mut answer = site.get("/en/nowhere/", "identity");
    assert_eq!(answer.status(), 404);
    assert_eq!(answer.body_mut().read_to_string().unwrap(), "<p>missing</p>");
}

#[test]
fn the_redirect_to_a_folder_repeats_no_query() {
    let site = Site::start();
    let answer = site.get("/en/recover?user=alex@contoso.example", "identity");
    assert_eq!(answer.status(), 307);
    assert_eq!(header(&answer, "location"), "/en/recover/");
}
