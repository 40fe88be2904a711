//! The one chromedriver of this process.

use std::env;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::thread;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

/// Starts the program that is given, and waits until the standard input ends, which it does when the tests end in
/// whatever way. Then everything that was started goes, with the folder in which browsers put their profiles.
const LIFELINE: &str = r#"
export TMPDIR=$(mktemp -d)
"$@" &
read -r _
trap '' TERM
kill -TERM 0
wait
rm -rf "$TMPDIR"
"#;

/// A chromedriver that runs as long as this process does.
struct Driver {
    url: String,
    /// Its standard input ends with this process.
    _lifeline: Child,
}

static DRIVER: LazyLock<Driver> = LazyLock::new(start);

/// The program that `variable` names, or the one of the name `otherwise`, by its full path.
fn program(variable: &str, otherwise: &str) -> String {
    let name = env::var(variable).unwrap_or_else(|_| otherwise.to_owned());
    let paths = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&paths)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("there is no {name}: set {variable}, or run `make test`"))
        .to_string_lossy()
        .into_owned()
}

fn start() -> Driver {
    let chromedriver = program("CHROMEDRIVER", "chromedriver");
    let mut child = Command::new("sh")
        .args(["-c", LIFELINE, "sh", &chromedriver, "--port=0"])
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("there is a shell");
    let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines().map_while(Result::ok);
    let port: u16 = lines
        .find_map(|line| line.split("started successfully on port ").nth(1)?.trim_end_matches('.').parse().ok())
        .unwrap_or_else(|| panic!("{chromedriver} does not start"));
    // What it goes on to say must not fill the pipe.
    thread::spawn(move || lines.for_each(drop));
    Driver { url: format!("http://127.0.0.1:{port}"), _lifeline: child }
}

/// A new session with an empty profile, whose first language is `language`.
pub async fn session(language: &str) -> WebDriver {
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&program("CHROMIUM", "chromium")).expect("it is text");
    let language = format!("--accept-lang={language}");
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
