//! The built site in the programs by which Cloudflare and Azure let one try a site before it is uploaded: `wrangler pages
//! dev` and the Static Web Apps CLI. (nginx needs no such program: the browser tests use it.)
//!
//! Fetching the two takes minutes, so they have a command of their own: `make test-hosts`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "a test fails by panicking; its modules are its own"
)]

#[path = "browser/harness/lifeline.rs"]
mod lifeline;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::sync::mpsc::{self, Sender};
use std::thread;

use lifeline::{Lifeline, program};
use tempfile::TempDir;
use ureq::http::Response;
use ureq::{Agent, Body};

/// Where Trunk puts the site.
const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");

/// Password managers ask for this to see whether a 404 of the site can be trusted.
const MISSING: &str = "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200";

/// A program that serves the site as its host does.
struct Host {
    origin: String,
    client: Agent,
    _lifeline: Lifeline,
    _folder: TempDir,
}

impl Host {
    /// Starts `program` with the arguments that are given and `--port`, and waits until it `says` that it is ready.
    fn start(program: &str, arguments: &[&str], says: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
        // Both write into the folder they are started in. The one sends statistics unless it is told not to.
        let own = folder.path().to_str().expect("it is text");
        let start = ["-C", own, "WRANGLER_SEND_METRICS=false", program];
        let mut lifeline = Lifeline::start("env", &[&start, arguments, &["--port", &port]].concat());
        let (stdout, stderr) = lifeline.output();
        let (sender, lines) = mpsc::channel();
        pass_on(stdout, sender.clone());
        pass_on(stderr, sender);
        let said: Vec<_> = lines.iter().take_while(|line| !line.contains(says)).collect();
        // The channel is open as long as the program is there.
        assert!(lines.try_recv() != Err(mpsc::TryRecvError::Disconnected), "{program} does not start: {said:#?}");
        let client = Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        Self { origin: format!("http://127.0.0.1:{port}"), client, _lifeline: lifeline, _folder: folder }
    }

    fn get(&self, path: &str) -> Response<Body> {
        self.client.get(format!("{}{path}", self.origin)).call().unwrap()
    }

    /// There is something at `path`, and it is cached like this.
    fn has(&self, path: &str, caching: &str) {
        let answer = self.get(path);
        assert_eq!(answer.status(), 200, "{path}");
        assert_eq!(header(&answer, "cache-control"), caching, "{path}");
        has_security_headers(path, &answer);
    }

    /// Nothing is at `path`, and that is not kept for ever. Returns the answer without its content.
    fn lacks(&self, path: &str) -> Response<Body> {
        let mut answer = self.get(path);
        assert_eq!(answer.status(), 404, "{path}");
        let page = fs::read_to_string(format!("{DIST}/404.html")).unwrap();
        assert_eq!(answer.body_mut().read_to_string().unwrap(), page, "{path}");
        assert!(!header(&answer, "cache-control").contains("immutable"), "{path}");
        answer
    }

    /// `path` leads to another one with this status.
    fn leads(&self, path: &str, status: u16, to: &str) -> Response<Body> {
        let answer = self.get(path);
        assert_eq!(answer.status(), status, "{path}");
        assert_eq!(header(&answer, "location").trim_start_matches(&self.origin), to, "{path}");
        answer
    }
}

/// Sends every line, and goes on reading when nobody listens any more: the pipe must not fill.
fn pass_on(output: impl Read + Send + 'static, lines: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let _ = lines.send(line);
        }
    });
}

fn header<'a>(answer: &'a Response<Body>, name: &str) -> &'a str {
    answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

/// The headers that `_headers` promises for everything. (That all hosts' files promise the same is tested where they are
/// made.)
fn has_security_headers(path: &str, answer: &Response<Body>) {
    let file = fs::read_to_string(format!("{DIST}/_headers")).expect("run `make build` first");
    let block = file.lines().skip_while(|line| *line != "/*").skip(1);
    let promised: Vec<_> = block.map_while(|line| line.strip_prefix("  ")?.split_once(": ")).collect();
    assert!(promised.iter().any(|(name, _)| *name == "Content-Security-Policy"), "{file}");
    for (name, value) in promised {
        assert_eq!(header(answer, name), value, "{path}: {name}");
    }
}

/// The address of the app.
fn app() -> String {
    let names = fs::read_dir(format!("{DIST}/assets")).unwrap().map(|entry| entry.unwrap().file_name());
    let app = names.filter_map(|name| name.into_string().ok()).find(|name| name.ends_with(".wasm"));
    format!("/assets/{}", app.expect("it is built"))
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

#[test]
fn cloudflare_pages_serves_the_site() {
    let options = ["pages", "dev", DIST, "--ip", "127.0.0.1", "--compatibility-date", "2025-08-01"];
    let host = Host::start(&program("WRANGLER", "wrangler"), &options, "Ready on");
    for path in ["/", "/en/", "/ja/recover/", "/config.json", "/robots.txt", "/.well-known/security.txt"] {
        host.has(path, ASK_AGAIN);
    }
    host.has(&app(), FOR_EVER);
    assert_eq!(header(&host.get(&app()), "content-type"), "application/wasm");
    for path in [MISSING, "/en/nowhere/", "/assets/gone.0123456789.js", "/_headers", "/_redirects"] {
        has_security_headers(path, &host.lacks(path));
    }
    for (path, status, to) in [
        ("/.well-known/change-password", 303, "/en/account/password/"),
        ("/en/recover", 308, "/en/recover/"),
        ("/en/recover/index.html", 308, "/en/recover/"),
    ] {
        has_security_headers(path, &host.leads(path, status, to));
    }
}

/// The emulator sends no headers with errors and redirects, and shows the other hosts' files.
#[test]
fn azure_static_web_apps_serves_the_site() {
    let options = ["start", DIST, "--swa-config-location", DIST, "--host", "127.0.0.1"];
    let host = Host::start(&program("SWA", "swa"), &options, "emulator started at");
    for path in ["/", "/en/", "/ja/recover/", "/config.json", "/robots.txt", "/.well-known/security.txt"] {
        host.has(path, ASK_AGAIN);
    }
    host.has(&app(), FOR_EVER);
    assert_eq!(header(&host.get(&app()), "content-type"), "application/wasm");
    for path in [MISSING, "/en/nowhere/", "/assets/gone.0123456789.js", "/staticwebapp.config.json"] {
        host.lacks(path);
    }
    host.leads("/.well-known/change-password", 302, "/en/account/password/");
    host.leads("/en/recover", 301, "/en/recover/");
}
