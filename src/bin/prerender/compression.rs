//! Smaller copies beside the files, as content delivery networks and web servers pick them by themselves.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use walkdir::WalkDir;

/// Writes `<file>.br` and `<file>.gz` for every file of `site` that gets smaller by it.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn compress_all(site: &Path) -> anyhow::Result<()> {
    for entry in WalkDir::new(site) {
        let entry = entry?;
        if entry.file_type().is_file() && is_compressible(entry.path()) {
            let content = fs::read(entry.path())?;
            write_if_smaller(entry.path(), "br", &brotli(&content)?, &content)?;
            write_if_smaller(entry.path(), "gz", &gzip(&content)?, &content)?;
        }
    }
    Ok(())
}

/// The operator edits `config.json` after the build, and a copy would go stale without anybody seeing it.
fn is_compressible(path: &Path) -> bool {
    path.file_name() != Some(OsStr::new("config.json"))
        && path
            .extension()
            .and_then(OsStr::to_str)
            .is_some_and(|extension| ["css", "html", "js", "json", "svg", "txt", "wasm", "xml"].contains(&extension))
}

fn write_if_smaller(original: &Path, suffix: &str, copy: &[u8], content: &[u8]) -> anyhow::Result<()> {
    if copy.len() < content.len() {
        fs::write(copy_of(original, suffix), copy)?;
    }
    Ok(())
}

/// Where the copy of a file in the encoding `suffix` lies.
pub(crate) fn copy_of(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

/// `content` as small as Brotli makes it (RFC 7932): quality 11, window of 2^24 bytes.
fn brotli(mut content: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// `content` as small as gzip makes it (RFC 1952).
fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}
