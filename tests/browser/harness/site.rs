//! The built site, as it is deployed but for the address of its API.

use super::api::Api;
use crate::site_server;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// Where Trunk puts it.
const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");

/// A site of its own, with the API that it calls.
pub struct Site {
    pub origin: String,
    pub api: Api,
    folder: TempDir,
}

impl Site {
    /// Serves a copy of the built site on a free port, until the runtime ends.
    pub async fn start(change: impl FnOnce(&mut Value)) -> Self {
        assert!(Path::new(DIST).join("config.json").exists(), "{DIST} is missing: run `make build` first");
        let folder = TempDir::new().unwrap();
        copy(Path::new(DIST), folder.path());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let api = Api::start(&origin).await;
        tokio::spawn(site_server::serve(listener, folder.path().to_owned(), api.url()));

        let site = Self { origin, api, folder };
        let mut config: Value = serde_json::from_str(&site.file("config.json")).expect("the shipped file is JSON");
        config["api"]["base_url"] = site.api.url().into();
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

    /// The path of the only asset whose name ends like this.
    pub fn asset(&self, ending: &str) -> String {
        let entries = fs::read_dir(self.folder.path().join("assets")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut found = names.filter(|name| name.ends_with(ending));
        match (found.next(), found.next()) {
            (Some(name), None) => format!("assets/{name}"),
            _ => panic!("not one asset ends with {ending}"),
        }
    }

    /// What an asset contains that is not text.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(path)).unwrap()
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
