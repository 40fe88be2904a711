//! Programs that end with the tests, in whatever way these end.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

/// Starts the program that is given, and waits until the standard input ends, which it does when the tests end in
/// whatever way. Then everything that was started goes, with the folder for temporary files.
const SCRIPT: &str = r#"
export TMPDIR=$(mktemp -d)
"$@" &
read -r _
trap '' TERM
kill -TERM 0
wait
rm -rf "$TMPDIR"
"#;

/// A program that runs until this is dropped, and no longer than this process.
pub struct Lifeline {
    shell: Child,
}

impl Lifeline {
    /// Starts it.
    pub fn start(program: &str, arguments: &[&str]) -> Self {
        let shell = Command::new("sh")
            .args(["-c", SCRIPT, "sh", program])
            .args(arguments)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("there is a shell");
        Self { shell }
    }

    /// What it says. To be asked for once.
    pub fn output(&mut self) -> (ChildStdout, ChildStderr) {
        let shell = &mut self.shell;
        (shell.stdout.take().expect("it is piped"), shell.stderr.take().expect("it is piped"))
    }
}

impl Drop for Lifeline {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // It was started, so it can be waited for.
        let _ = self.shell.wait();
    }
}

/// The program that `variable` names, or the one of the name `otherwise`, by its full path.
pub fn program(variable: &str, otherwise: &str) -> String {
    let name = env::var(variable).unwrap_or_else(|_| otherwise.to_owned());
    let paths = env::var_os("PATH").unwrap_or_default();
    // Servers are not on the path of everybody.
    env::split_paths(&paths)
        .chain(["/usr/sbin".into()])
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("there is no {name}: set {variable}, or run `make test`"))
        .to_string_lossy()
        .into_owned()
}
