//! A real server of django-allauth, for one test.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;
use tempfile::TempDir;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/allauth_server/serve.py");

/// A server with these accounts, which runs until this is dropped, and no longer than this process.
pub struct Running {
    child: Child,
    /// Where its clock is moved. It ends when this does.
    line: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
    url: String,
    folder: TempDir,
}

impl Running {
    /// Starts it for pages of `site`. All accounts have this password. `settings` are variables that settings.py reads.
    pub fn start(site: &str, accounts: &[&str], password: &str, settings: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("there is room for a folder");
        let mut child = Command::new(python())
            .arg(SCRIPT)
            .args(accounts)
            .envs([("ALLAUTH_SITE", site), ("ALLAUTH_PASSWORD", password), ("PYTHONDONTWRITEBYTECODE", "1")])
            .env("ALLAUTH_FOLDER", folder.path())
            .envs(settings.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python starts");
        let input = child.stdin.take().expect("it is piped");
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut url = String::new();
        output.read_line(&mut url).expect("it says where it is");
        let url = url.trim().to_owned();
        assert!(url.starts_with("http://"), "the server does not start; it says why above");
        Self { child, line: Mutex::new(Some((input, output))), url, folder }
    }

    /// Where it answers, without a slash at the end.
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// Moves its clock forward.
    pub fn advance(&self, seconds: u32) {
        let mut line = self.line.lock().expect("nobody broke it");
        let (input, output) = line.as_mut().expect("it runs");
        writeln!(input, "{seconds}").expect("it listens");
        output.read_line(&mut String::new()).expect("it says that it has done so");
    }

    /// What was sent, newest first.
    pub fn mails(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.folder.path().join("mail")) else { return vec![] };
        let mut files: Vec<_> = entries
            .map(|entry| entry.expect("it is there").path())
            .map(|path| (fs::metadata(&path).and_then(|file| file.modified()).expect("it has a time"), path))
            .collect();
        files.sort();
        files.into_iter().rev().map(|(_, path)| fs::read_to_string(path).expect("it is text")).collect()
    }

    /// The newest code that was sent to this address, if there is one.
    pub fn code_sent_to(&self, address: &str) -> Option<String> {
        let to = format!("To: {address}");
        let mail = self.mails().into_iter().find(|mail| mail.lines().any(|line| line == to))?;
        let is_code = |line: &&str| {
            let bytes = line.as_bytes();
            bytes.len() == 9 && bytes[4] == b'-' && bytes.iter().filter(|byte| byte.is_ascii_uppercase()).count() == 8
        };
        mail.lines().find(is_code).map(str::to_owned)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.line.lock().map(|mut line| line.take()));
        // It was started, so it can be waited for.
        let _ = self.child.wait();
    }
}

/// The Python that has the packages of requirements.txt: `make allauth-server` makes it.
fn python() -> PathBuf {
    let home = || env::home_dir().map(|home| home.join(".cache"));
    let named = env::var_os("ALLAUTH_PYTHON").map(PathBuf::from);
    let made = || {
        let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(home)?;
        Some(cache.join("partner-recovery/tools/allauth/bin/python"))
    };
    let python = named.or_else(made).unwrap_or_default();
    assert!(Path::new(&python).exists(), "{} is missing: run `make allauth-server` first", python.display());
    python
}
