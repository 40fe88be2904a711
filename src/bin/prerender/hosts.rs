//! What hosts have to know: headers, redirects and well-known addresses, in a file for each kind of host.
//!
//! | file | for |
//! |---|---|
//! | `_headers`, `_redirects` | Cloudflare Pages, Netlify |
//! | `staticwebapp.config.json` | Azure Static Web Apps |
//! | `nginx.conf` | nginx |
//! | `.well-known/security.txt` | people who find a weakness (RFC 9116) |
//! | `sitemap.xml` | search engines, if `site.url` is set |
//!
//! All of them follow from `config.json` and from [`headers`](crate::headers). None has a compressed copy, as the
//! operator may have them written anew.

mod cloudflare_and_netlify;
pub(crate) mod deployment;
mod nginx;
mod security_txt;
mod sitemap;
mod static_web_apps;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

use anyhow::Context;
use partner_recovery::i18n::packs::PACKS;
use partner_recovery::route::Route;

use crate::headers;
use deployment::Deployment;

/// A header: its name and its value.
type Header = (&'static str, String);

/// Where password managers look for the page that changes the password (W3C "A Well-Known URL for Changing Passwords").
const CHANGE_PASSWORD: &str = "/.well-known/change-password";

/// The files that only hosts read. Those of one host are of no use to another.
const FOR_HOSTS_ONLY: [&str; 4] = ["_headers", "_redirects", "nginx.conf", "staticwebapp.config.json"];

/// Writes the files for the `config.json` that is in `site` now, over those that are there.
///
/// # Errors
/// When an entry of `config.json` cannot be used, which is named then, or a file cannot be written.
pub(crate) fn write(site: &Path) -> anyhow::Result<()> {
    let path = site.join("config.json");
    let config = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let deployment = Deployment::read(&config).with_context(|| format!("in {}", path.display()))?;

    let headers = over_tls(&deployment.api_origin);
    let change_password = change_password()?;
    save(site, "_headers", &cloudflare_and_netlify::headers(&headers, &beside_the_assets(site)?))?;
    save(site, "_redirects", &cloudflare_and_netlify::redirects(&change_password))?;
    save(site, "staticwebapp.config.json", &static_web_apps::config(&headers, &change_password)?)?;
    save(site, "nginx.conf", &nginx::rules(&headers, &change_password))?;
    save(site, ".well-known/security.txt", &security_txt::text(&deployment.config.support, SystemTime::now()))?;
    match deployment.site {
        Some(origin) => save(site, "sitemap.xml", &sitemap::text(&origin, deployment.config.driver.capabilities())),
        None => remove(site, "sitemap.xml"),
    }
}

/// The headers of every answer, as all of these hosts speak TLS.
fn over_tls(api_origin: &str) -> Vec<Header> {
    let (name, value) = headers::STRICT_TRANSPORT_SECURITY;
    let mut headers = headers::of_every_answer(api_origin);
    headers.push((name, value.to_owned()));
    headers
}

/// The page that changes the password, in the first language: a host knows no other.
fn change_password() -> anyhow::Result<String> {
    let default = PACKS.first().context("there is no language")?;
    Ok(Route::ChangePassword.href(default.tag))
}

/// The addresses of everything that visitors get but the assets, with `/*` for what is in a folder.
fn beside_the_assets(site: &Path) -> anyhow::Result<Vec<String>> {
    // `/.well-known` may not be there yet; `/` is a file of another name.
    let mut paths = vec!["/".to_owned(), "/.well-known/*".to_owned()];
    for entry in fs::read_dir(site)? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a file has a name that is no text")?;
        paths.push(if entry.file_type()?.is_dir() { format!("/{name}/*") } else { format!("/{name}") });
    }
    let assets = format!("{}*", headers::ASSETS);
    let is_for_hosts = |path: &str| path.strip_prefix('/').is_some_and(|name| FOR_HOSTS_ONLY.contains(&name));
    let is_copy = |path: &str| [".br", ".gz"].iter().any(|suffix| path.ends_with(suffix));
    paths.retain(|path| *path != assets && !is_for_hosts(path) && !is_copy(path));
    paths.sort_unstable();
    paths.dedup();
    Ok(paths)
}

fn save(site: &Path, name: &str, content: &str) -> anyhow::Result<()> {
    let path = site.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content).with_context(|| format!("{name} cannot be written"))
}

fn remove(site: &Path, name: &str) -> anyhow::Result<()> {
    match fs::remove_file(site.join(name)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).context(format!("{name} cannot be removed")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use std::collections::BTreeMap;
    use tempfile::TempDir;

    const API: &str = "https://api.contoso.example";

    /// A site with this configuration, and its hosts' files.
    fn site(change: &str, by: &str) -> TempDir {
        let site = TempDir::new().unwrap();
        fs::create_dir_all(site.path().join("assets")).unwrap();
        fs::create_dir_all(site.path().join("en")).unwrap();
        fs::write(site.path().join("404.html"), "missing").unwrap();
        configure(&site, change, by).unwrap();
        site
    }

    fn configure(site: &TempDir, change: &str, by: &str) -> anyhow::Result<()> {
        let shipped = include_str!("../../../public/config.json").replace("http://127.0.0.1:8081", API);
        assert!(shipped.contains(change), "{change} is not in the file");
        fs::write(site.path().join("config.json"), shipped.replacen(change, by, 1)).unwrap();
        write(site.path())
    }

    fn read(site: &TempDir, name: &str) -> String {
        fs::read_to_string(site.path().join(name)).unwrap()
    }

    /// The headers of a block of `_headers`.
    fn block(file: &str, path: &str) -> BTreeMap<String, String> {
        let mut lines = file.lines().skip_while(|line| *line != path).skip(1);
        lines
            .by_ref()
            .map_while(|line| line.strip_prefix("  ")?.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    /// The headers that nginx adds.
    fn added(file: &str) -> BTreeMap<String, String> {
        file.lines()
            .filter_map(|line| line.trim().strip_prefix("add_header ")?.strip_suffix(" always;")?.split_once(' '))
            .map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned()))
            .collect()
    }

    #[test]
    fn all_hosts_send_the_same_headers() {
        let site = site("", "");
        let expected: BTreeMap<_, _> =
            over_tls(API).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let with = |caching: &str| {
            let mut headers = expected.clone();
            headers.insert("Cache-Control".to_owned(), caching.to_owned());
            headers
        };
        assert!(expected["Content-Security-Policy"].contains(&format!("connect-src 'self' {API};")));

        let file = read(&site, "_headers");
        assert_eq!(block(&file, "/*"), expected);
        assert_eq!(block(&file, "/assets/*")["Cache-Control"], headers::FOR_EVER);
        for path in ["/", "/.well-known/*", "/404.html", "/config.json", "/en/*"] {
            assert_eq!(block(&file, path)["Cache-Control"], headers::ASK_AGAIN, "{path}");
        }
        assert!(!file.contains("nginx.conf"), "{file}");

        let config: serde_json::Value = serde_json::from_str(&read(&site, "staticwebapp.config.json")).unwrap();
        let global: BTreeMap<String, String> = serde_json::from_value(config["globalHeaders"].clone()).unwrap();
        assert_eq!(global, with(headers::ASK_AGAIN));
        assert_eq!(config["routes"][0]["route"], "/assets/*");
        assert_eq!(config["routes"][0]["headers"]["Cache-Control"], headers::FOR_EVER);

        assert_eq!(added(&read(&site, "nginx.conf")), with("$caching"));
    }

    #[test]
    fn a_changed_configuration_changes_the_files_and_nothing_else_does() {
        let site = site("", "");
        let all = |site: &TempDir| FOR_HOSTS_ONLY.map(|name| read(site, name)).concat();
        let before = all(&site);
        configure(&site, "", "").unwrap();
        assert_eq!(all(&site), before);

        configure(&site, API, "https://other.contoso.example:8443/recovery/").unwrap();
        assert_eq!(all(&site), before.replace(API, "https://other.contoso.example:8443"));
    }

    #[test]
    fn there_is_a_sitemap_while_the_address_of_the_site_is_known() {
        let known = r#"{ "site": { "url": "https://account.contoso.example" },"#;
        let site = site("{", known);
        assert!(read(&site, "sitemap.xml").contains("<loc>https://account.contoso.example/en/</loc>"));
        configure(&site, "", "").unwrap();
        assert!(!site.path().join("sitemap.xml").exists());
    }

    #[test]
    fn what_cannot_be_used_is_named_and_changes_nothing() {
        let site = site("", "");
        let before = read(&site, "_headers");
        for (change, by, entry) in [
            ("{", "<", "config.json"),
            (API, "http://api.contoso.example", "api.base_url"),
            (API, "https://a.example;script-src", "api.base_url"),
            (API, "https://a.example,b.example", "api.base_url"),
            (API, "https://a.example:80\\\"", "api.base_url"),
            (API, "https://$host", "api.base_url"),
            (API, "https://*.contoso.example", "api.base_url"),
            ("mailto:support@contoso.example", "javascript:alert(1)", "links.support"),
            ("{", r#"{ "site": { "url": "http://account.contoso.example" },"#, "site.url"),
            ("{", r#"{ "site": { "url": "https://contoso.example/account" },"#, "site.url"),
        ] {
            let Err(error) = configure(&site, change, by) else { panic!("{by} is taken") };
            assert!(format!("{error:#}").contains(&format!("`{entry}`")), "{by}: {error:#}");
            assert_eq!(read(&site, "_headers"), before, "{by}");
        }
    }
}
