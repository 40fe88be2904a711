//! What the hosts' files say of one deployment, read from `config.json`.

use anyhow::{Context, anyhow};
use partner_recovery::config::{BadEntry, Config};
use partner_recovery::i18n::packs::PACKS;
use serde::Deserialize;

/// One deployment, as far as hosts and search engines are concerned.
pub(crate) struct Deployment {
    /// What the app reads.
    pub(crate) config: Config,
    /// The origin of the API: safe to stand in any of the files.
    pub(crate) api_origin: String,
    /// The origin of the site, if it is known.
    pub(crate) site: Option<String>,
}

/// What the app does not need.
#[derive(Deserialize)]
struct File {
    site: Option<Site>,
}

#[derive(Deserialize)]
struct Site {
    url: Option<String>,
}

impl Deployment {
    /// Reads `config.json`, all entries of it.
    ///
    /// # Errors
    /// When an entry is missing or cannot be used. It is named.
    pub(crate) fn read(json: &[u8]) -> anyhow::Result<Self> {
        let config = Config::read(json).map_err(explanation)?;
        let file: File = serde_json::from_slice(json).map_err(|_| anyhow!("`site` {MUST_BE_SITE}"))?;
        let url = file.site.and_then(|site| site.url);
        let site = url.as_deref().map(|url| https_origin(url).ok_or_else(|| anyhow!("`site.url` {MUST_BE_SITE}")));
        let api_origin = origin(&config.api_base_url);
        Ok(Self {
            api_origin: api_origin.context("`api.base_url` has to have its host in ASCII (xn--…)")?,
            config,
            site: site.transpose()?,
        })
    }
}

const MUST_BE_SITE: &str = "has to be the https address of the site without a path, or be left out";

/// What the app says of the entry, in its first language.
fn explanation(BadEntry { path, must_be }: BadEntry) -> anyhow::Error {
    let what = PACKS.first().map_or("", |pack| pack.text(&must_be.text()));
    anyhow!("`{path}` cannot be used. {what}")
}

/// The origin of an address, if its host is written in ASCII: everything else means something in a header or in a
/// configuration file. (`https://bücher.example` is written `https://xn--bcher-kva.example` there.)
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split('/').next()?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_host = !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    (is_host && port.parse::<u16>().is_ok()).then(|| format!("{scheme}://{authority}"))
}

/// An `https` address of a site that has its host to itself.
fn https_origin(address: &str) -> Option<String> {
    let address = address.strip_suffix('/').unwrap_or(address);
    origin(address).filter(|origin| origin == address && origin.starts_with("https://"))
}
