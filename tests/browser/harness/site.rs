//! The built site, as it is deployed but for the address of its API.

use super::api::{Api, Server};
use super::nginx::{Nginx, Ports};
use super::webassembly::WebAssembly;
use crate::entra_stand_in::accounts::CLIENT_ID;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use walkdir::WalkDir;

/// Where Trunk puts it.
const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");

/// A site of its own, with the API that it calls.
pub struct Site {
    pub origin: String,
    /// Where it answers without TLS.
    pub plain_origin: String,
    pub api: Api,
    webassembly: WebAssembly,
    folder: TempDir,
    _nginx: Nginx,
}

impl Site {
    /// Serves a copy of the built site on a free port, until this is dropped.
    pub async fn start(change: impl FnOnce(&mut Value)) -> Self {
        Self::start_with(WebAssembly::Works, Server::StandIn, change).await
    }

    /// The same where WebAssembly may not work, and with another API.
    pub async fn start_with(webassembly: WebAssembly, server: Server, change: impl FnOnce(&mut Value)) -> Self {
        Self::start_build(Path::new(DIST), webassembly, server, change).await
    }

    /// The same of the site that was built into this folder.
    pub async fn start_build(
        build: &Path,
        webassembly: WebAssembly,
        server: Server,
        change: impl FnOnce(&mut Value),
    ) -> Self {
        assert!(build.join("nginx.conf").exists(), "{} holds no site: run `make build` first", build.display());
        let folder = TempDir::new().unwrap();
        copy(build, folder.path());
        let shipped_rules = fs::read_to_string(folder.path().join("nginx.conf")).unwrap();

        let (ports, api, nginx) = loop {
            let ports = Ports::free();
            let api = Api::start(server, ports.site_origin(), ports.api_origin()).await;
            let rules = webassembly.rules(&shipped_rules.replace(api_origin(&shipped_rules), api.url()));
            fs::write(folder.path().join("nginx.conf"), rules).unwrap();
            if let Some(nginx) = Nginx::start(&ports, folder.path(), api.port()) {
                break (ports, api, nginx);
            }
        };
        let site = Self {
            origin: ports.site_origin(),
            plain_origin: ports.plain_origin(),
            api,
            webassembly,
            folder,
            _nginx: nginx,
        };
        let mut config: Value = serde_json::from_str(&site.file("config.json")).expect("the shipped file is JSON");
        config["api"]["driver"] = server.driver().into();
        config["api"]["base_url"] = site.api.url().into();
        config["api"]["client_id"] = CLIENT_ID.into();
        change(&mut config);
        site.write("config.json", config.to_string());
        site
    }

    /// What a file contains.
    pub fn file(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    /// Puts something else in the place of a file, and takes away its compressed copies. What is being sent of the old file
    /// stays whole.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.folder.path().join(path);
        for ending in ["", "br", "gz"] {
            let copy = path.with_added_extension(ending);
            if copy.exists() {
                fs::remove_file(copy).unwrap();
            }
        }
        fs::write(path, content).unwrap();
    }

    /// Puts something else in the place of an asset, and its digest into the page that names it.
    pub fn exchange(&self, page: &str, asset: &str, content: &[u8]) {
        let digest = |content: &[u8]| format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)));
        let (html, right) = (self.file(page), digest(&self.bytes(asset)));
        assert!(html.contains(&right), "{page} names {asset} as it was built");
        self.write(page, html.replace(&right, &digest(content)));
        self.write(asset, content);
    }

    /// The path of the app, that is of the file that everything begins with where it is loaded.
    pub fn app(&self) -> String {
        if self.webassembly == WebAssembly::Works { self.part("app") } else { self.fallback() }
    }

    /// The path of the app as JavaScript.
    pub fn fallback(&self) -> String {
        self.asset("fallback", "js")
    }

    /// Takes away the app in whatever form.
    pub fn lose_the_app(&self) {
        self.lose_assets(".wasm");
        self.lose(&self.fallback());
    }

    /// The path of the WASM that is called so.
    pub fn part(&self, name: &str) -> String {
        self.asset(name, "wasm")
    }

    /// The path of the asset that is called so.
    pub fn asset(&self, name: &str, ending: &str) -> String {
        let entries = fs::read_dir(self.folder.path().join("assets")).unwrap();
        let mut names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let found = names.find(|file| file.starts_with(&format!("{name}.")) && file.ends_with(&format!(".{ending}")));
        format!("assets/{}", found.expect("there is such an asset"))
    }

    /// The paths of all files, without their compressed copies.
    pub fn files(&self) -> Vec<String> {
        let is_copy = |path: &str| [".br", ".gz"].iter().any(|ending| path.ends_with(ending));
        WalkDir::new(self.folder.path())
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(self.folder.path()).unwrap().to_string_lossy().into_owned())
            .filter(|path| !is_copy(path))
            .collect()
    }

    /// Whether there is such a file.
    pub fn has(&self, path: &str) -> bool {
        self.folder.path().join(path).exists()
    }

    /// What a file contains that need not be text.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(path)).unwrap()
    }

    /// Takes away this asset, and gives back what it was.
    pub fn lose(&self, asset: &str) -> Vec<u8> {
        let content = self.bytes(asset);
        self.lose_assets(asset.trim_start_matches("assets"));
        content
    }

    /// Takes away the assets whose names end like this, with their compressed copies.
    pub fn lose_assets(&self, ending: &str) {
        let mut lost = 0;
        for entry in fs::read_dir(self.folder.path().join("assets")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy();
            if name.trim_end_matches(".br").trim_end_matches(".gz").ends_with(ending) {
                fs::remove_file(&path).unwrap();
                lost += 1;
            }
        }
        assert!(lost > 0, "no asset ends with {ending}");
    }
}

/// The API's origin in the rules for nginx: the one thing in them that depends on the deployment.
fn api_origin(rules: &str) -> &str {
    let (_, rest) = rules.split_once("connect-src 'self' ").expect("the policy says where the page may connect");
    rest.split_once(';').expect("the directive ends").0
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
