//! The pages beside ours, on a server with the same rules.

use super::harness::Site;
use super::harness::nginx::{Nginx, Ports};
use super::options::Options;
use super::recipes;
use super::still_page;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The policy that the site has, and what more others need: styles and scripts within the page, code made of text, pictures and
/// fonts of it, and HTML made of text.
const NEEDED_BY_OTHERS: [(&str, &str); 5] = [
    ("default-src 'none'", "default-src 'self' data:"),
    ("script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'"),
    ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    ("img-src 'self'", "img-src 'self' data:"),
    ("; require-trusted-types-for 'script'; trusted-types 'none'", ""),
];

/// Files also answer what is sent, as far as a recipe has any (`answers/`).
const ANSWERS: &str = "
error_page 405 =200 $uri;
location ~ /idp/ {
    default_type application/json;
}
";

/// The static page, and one folder for each peer.
pub struct Gallery {
    origin: String,
    _folder: TempDir,
    _nginx: Nginx,
}

impl Gallery {
    /// Makes every page and serves them.
    pub fn open(site: &Site, options: &Options) -> Self {
        let folder = TempDir::new().unwrap();
        let rules = NEEDED_BY_OTHERS.iter().fold(site.file("nginx.conf"), |rules, (ours, others)| {
            assert!(rules.contains(ours), "the policy has no {ours} any more");
            rules.replace(ours, others)
        });
        fs::write(folder.path().join("nginx.conf"), rules + ANSWERS).unwrap();
        still_page::write(site, folder.path());
        for name in options.peers() {
            recipes::cook(name, &options.packages.join(name), &folder.path().join(name));
        }
        let (ports, nginx) = serve(folder.path(), site.api.port());
        Self { origin: ports.site_origin(), _folder: folder, _nginx: nginx }
    }

    pub fn still_page(&self) -> String {
        format!("{}/{}", self.origin, still_page::PATH)
    }

    pub fn page_of(&self, peer: &str) -> String {
        format!("{}/{peer}/", self.origin)
    }
}

fn serve(folder: &Path, api_port: u16) -> (Ports, Nginx) {
    loop {
        let ports = Ports::free();
        if let Some(nginx) = Nginx::start(&ports, folder, api_port) {
            return (ports, nginx);
        }
    }
}
