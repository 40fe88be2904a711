//! The one chromedriver of this process.

use super::certificate::CERTIFICATE;
use super::lifeline::{Lifeline, program};
use std::io::{BufRead, BufReader, copy, sink};
use std::sync::LazyLock;
use std::thread;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

/// A chromedriver that runs as long as this process does.
struct Driver {
    url: String,
    _lifeline: Lifeline,
}

static DRIVER: LazyLock<Driver> = LazyLock::new(start);

fn start() -> Driver {
    let chromedriver = program("CHROMEDRIVER", "chromedriver");
    let mut lifeline = Lifeline::start(&chromedriver, &["--port=0"]);
    let (stdout, mut stderr) = lifeline.output();
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let port: u16 = lines
        .find_map(|line| line.split("started successfully on port ").nth(1)?.trim_end_matches('.').parse().ok())
        .unwrap_or_else(|| panic!("{chromedriver} does not start"));
    // What it goes on to say must not fill the pipes.
    thread::spawn(move || lines.for_each(drop));
    thread::spawn(move || copy(&mut stderr, &mut sink()));
    Driver { url: format!("http://127.0.0.1:{port}"), _lifeline: lifeline }
}

/// A new session with an empty profile, whose first language is `language`.
pub async fn session(language: &str) -> WebDriver {
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&program("CHROMIUM", "chromium")).expect("it is text");
    let language = format!("--accept-lang={language}");
    // Trusts the key of the site. With `acceptInsecureCerts` the browser would only overlook that it does not, and
    // would keep nothing in its cache.
    let trusted_key = format!("--ignore-certificate-errors-spki-list={}", CERTIFICATE.key_digest);
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--window-size=1280,900",
        &language,
        &trusted_key,
    ] {
        wishes.add_arg(argument).expect("it is text");
    }
    // What the page says on its console, and every request it makes.
    for log in ["browser", "performance"] {
        wishes.set_logging_prefs(log, LoggingPrefsLogLevel::All).expect("it is text");
    }
    let url = tokio::task::spawn_blocking(|| &DRIVER.url).await.expect("it starts or panics");
    WebDriver::new(url, wishes).await.expect("a session starts")
}
