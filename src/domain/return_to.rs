//! Where a person may be led after signing in. An address that a page was opened with is anybody's: only those that the
//! operator allows are followed, every other one is ignored (OWASP ASVS 5.0, 3.7.2).

use super::link::Link;

/// The beginning of addresses that a person may be led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix {
    /// `https://host` or `https://host:port`.
    origin: String,
    /// Where the paths begin; it begins with a slash.
    path: String,
}

impl Prefix {
    /// Takes `address` if it is a whole origin and a path, as in `https://portal.example/app/`.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let (origin, path) = split(address)?;
        let is_plain = path.starts_with('/') && !path.contains(['?', '#', '%']) && !climbs(path);
        is_plain.then(|| Self { origin: origin.to_owned(), path: path.to_owned() })
    }

    /// Everything at the origin of `link`, if it leads to a page.
    #[must_use]
    pub fn origin_of(link: &Link) -> Option<Self> {
        let (origin, _) = split(link.as_str())?;
        Some(Self { origin: origin.to_owned(), path: "/".to_owned() })
    }

    /// Whether `rest`, which follows the origin, begins with this path and ends with it or goes on with another segment.
    fn covers(&self, path: &str) -> bool {
        let is_whole = |rest: &str| self.path.ends_with('/') || rest.is_empty() || rest.starts_with('/');
        path.strip_prefix(self.path.as_str()).is_some_and(is_whole)
    }
}

/// The longest address that is followed.
const LONGEST: usize = 2048;

/// `address` as something that can be followed, if it begins with one of `allowed`.
///
/// It is compared as it is written, not as a browser would mend it: what a browser might read in another way than this
/// does is refused.
#[must_use]
pub fn allowed_address(address: &str, allowed: &[Prefix]) -> Option<Link> {
    let (origin, rest) = split(address).filter(|_| address.len() <= LONGEST)?;
    let path = match rest.split(['?', '#']).next() {
        None | Some("") => "/",
        Some(path) => path,
    };
    let is_allowed = allowed.iter().any(|prefix| prefix.origin == origin && prefix.covers(path));
    if is_allowed && !climbs(path) { Link::parse(address) } else { None }
}

/// The origin of an `https` address and what follows it. `None` if there is anything in it that could be read in two ways:
/// credentials, a backslash, white space, control characters, anything but ASCII, a host with capital letters or in
/// brackets, a port that is none.
fn split(address: &str) -> Option<(&str, &str)> {
    let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let after_scheme = address.strip_prefix("https://").filter(|_| is_plain)?;
    let authority = after_scheme.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    let is_origin = host.split('.').all(is_label) && port.is_none_or(is_port);
    is_origin.then(|| address.split_at_checked("https://".len() + authority.len()))?
}

/// What may not stand in a path in this form: slashes that only a server sees, the end of a text, what cuts off parameters, and
/// whatever is encoded twice.
const REFUSED: [&[u8]; 5] = [b"%2f", b"%5c", b"%25", b"%00", b"%3b"];

/// Whether a path could lead out of where it begins: by dot segments, plain or encoded (WHATWG URL, §4.1), or by what is
/// [`REFUSED`].
///
/// It looks at bytes: the search for a text within another is 3 kB of what a visitor waits for, and would be needed only here.
fn climbs(path: &str) -> bool {
    let path = path.to_ascii_lowercase().into_bytes();
    let is_refused = |code: &[u8]| REFUSED.contains(&code);
    path.windows(3).any(is_refused) || path.split(|byte| *byte == b'/').any(is_dots)
}

fn is_dots(segment: &[u8]) -> bool {
    // Some servers cut parameters off a segment before they look at it: `..;x` is `..` to them.
    let mut rest = segment.split(|byte| *byte == b';').next().unwrap_or_default();
    let mut dots = 0;
    while let Some(after) = rest.strip_prefix(b".").or_else(|| rest.strip_prefix(b"%2e")) {
        rest = after;
        dots += 1;
    }
    rest.is_empty() && (1..=2).contains(&dots)
}

#[cfg(test)]
#[path = "return_to/tests.rs"]
mod tests;
