//! Makes the page of a peer of its recipe in `peers/`: `main.js` or `main.jsx` with all that it imports, in one minified file.
//! What the peer asks a server for before it shows its form is in the recipe's `answers/`.

use brotli::enc::BrotliEncoderParams;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use walkdir::WalkDir;

const PEERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/peers");

/// Files that styles name stay files.
const FILES: [&str; 8] = ["eot", "gif", "otf", "png", "svg", "ttf", "woff", "woff2"];

/// Makes the page of the peer `name` of its `packages`, in the folder `to`.
pub fn cook(name: &str, packages: &Path, to: &Path) {
    let recipe = Path::new(PEERS).join(name);
    let main = ["main.js", "main.jsx"].map(|main| recipe.join(main)).into_iter().find(|main| main.exists());
    bundle(&main.unwrap_or_else(|| panic!("{} has no main.js", recipe.display())), packages, to, "esm");

    let page = fs::read_to_string(Path::new(PEERS).join("page.html")).unwrap();
    let has_styles = to.join("main.css").exists();
    let lines = page.lines().map(str::trim).filter(|line| has_styles || !line.contains("stylesheet"));
    fs::write(to.join("index.html"), lines.collect::<String>()).unwrap();

    let answers = recipe.join("answers");
    for answer in files(&answers) {
        let to = to.join(answer.strip_prefix(&answers).expect("it is in there"));
        let folder = to.parent().expect("it is in a folder");
        if answer.extension().is_some_and(|extension| extension == "js") {
            bundle(&answer, packages, folder, "iife");
        } else {
            fs::create_dir_all(folder).unwrap();
            fs::copy(&answer, &to).unwrap();
        }
    }
    for file in files(to) {
        compress(&file);
    }
}

/// Puts a script with all that it imports into a folder, with what belongs to it. esbuild is on the path (`make tools`).
fn bundle(entry: &Path, packages: &Path, folder: &Path, format: &str) {
    let mut esbuild = Command::new("esbuild");
    esbuild.arg(entry).arg(format!("--outdir={}", folder.display())).arg(format!("--format={format}"));
    esbuild.args(["--bundle", "--minify", "--jsx=automatic", "--charset=utf8", "--legal-comments=none"]);
    // Said once more, this also holds for `require`: a file that is no module would be taken for one.
    esbuild.arg("--main-fields=browser,module,main");
    esbuild.args([r#"--define:process.env.NODE_ENV="production""#, "--log-level=warning"]);
    esbuild.args(FILES.map(|ending| format!("--loader:.{ending}=file")));
    let packages = packages.join("node_modules");
    assert!(packages.exists(), "{} is missing: `make bench-tools` fetches it", packages.display());
    let status = esbuild.env("NODE_PATH", packages).status();
    let status = status.expect("esbuild is on the path: `make bench` sees to it");
    assert!(status.success(), "esbuild does not accept {}", entry.display());
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

/// Puts a copy as small as Brotli makes it beside a file, as the build does with ours. Pictures and fonts are small already.
pub fn compress(file: &Path) {
    let extension = file.extension().and_then(|extension| extension.to_str());
    if !extension.is_some_and(|extension| ["css", "html", "js", "json", "svg"].contains(&extension)) {
        return;
    }
    let content = fs::read(file).unwrap();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut content.as_slice(), &mut compressed, &parameters).unwrap();
    if compressed.len() < content.len() {
        fs::write(file.with_added_extension("br"), compressed).unwrap();
    }
}
