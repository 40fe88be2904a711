//! Our sign-in page as bare HTML and CSS: what stands on the screen is the same, and nothing is behind it.

use super::harness::Site;
use super::recipes::compress;
use std::fs;
use std::path::Path;

/// Where it is.
pub const PATH: &str = "static/";

/// What a page for reading does not need.
const LEFT_OUT: [(&str, &str); 3] = [("<script", "</script>"), ("<template", "</template>"), ("<link", ">")];

/// Writes it into the folder of a server.
pub fn write(site: &Site, folder: &Path) {
    let page = site.file("en/index.html");
    let kept = |link: &str| link.contains(r#"rel="stylesheet""#) || link.contains(r#"rel="icon""#);
    let page = LEFT_OUT.iter().fold(page, |page, (from, to)| without(&page, from, to, kept));
    assert!(page.contains("user-id") && !page.contains("boot") && !page.contains("wasm"), "{page}");
    put(folder, &format!("{PATH}index.html"), page.as_bytes());
    for path in [site.asset("main", "css"), "favicon.svg".to_owned()] {
        put(folder, &path, &site.bytes(&path));
    }
}

/// `page` without everything between `from` and `to`, but for what is to be `kept`.
fn without(page: &str, from: &str, to: &str, kept: impl Fn(&str) -> bool) -> String {
    let mut parts = page.split(from);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inside, after) = part.split_once(to).expect("what begins also ends");
        if kept(inside) {
            rest.extend([from, inside, to]);
        }
        rest.push_str(after);
    }
    rest
}

fn put(folder: &Path, path: &str, content: &[u8]) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("it is in a folder")).unwrap();
    fs::write(&file, content).unwrap();
    compress(&file);
}
