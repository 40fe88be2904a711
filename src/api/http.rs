//! Requests and responses as plain data, and the seam through which they travel.

use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;
use std::pin::Pin;

/// The methods that recovery APIs use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Does something.
    Post,
    /// Replaces something.
    Put,
    /// Ends something.
    Delete,
}

impl Method {
    /// The method's name on the wire (RFC 9110 §9).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A request to the API. Header values and the body may be secret, so it has no `Debug`.
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole address. It never holds a secret or a user ID.
    pub url: String,
    /// Headers.
    pub headers: Vec<(&'static str, Secret)>,
    /// The body, of the type that the headers say.
    pub body: Option<Secret>,
    /// Whether the API's cookies go along and those of its answer are kept. An API that has none can do with simpler CORS
    /// (Fetch, "CORS protocol and credentials").
    pub cookies: bool,
}

/// A response, whatever its status.
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The `Retry-After` header (RFC 9110 §10.2.3), its two forms already reduced to one.
    pub retry_after: Option<Seconds>,
    /// The body.
    pub body: Vec<u8>,
}

/// Why there is no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The device has no connection; nothing was sent.
    Offline,
    /// The request or its response was lost on the way. A browser does not say which, nor whether it was CORS.
    Lost,
    /// It took longer than the time-out.
    TimedOut,
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Offline => Self::Offline,
            Failure::Lost => Self::Unreachable,
            Failure::TimedOut => Self::TimedOut,
        }
    }
}

/// Carries requests: the browser's `fetch` in the app, a script or a real client in tests.
///
/// It follows no redirect, caches nothing, sends no referrer and gives up after its time-out.
pub trait Transport {
    /// The cookie of this name that the page may read. Those that are for the API only are none of them.
    fn cookie(&self, name: &str) -> Option<Secret>;

    /// Sends one request, once.
    fn send(&self, request: Request) -> Pin<Box<dyn Future<Output = Result<Response, Failure>> + '_>>;

    /// Now, on a clock that never jumps, for drivers that have to know how old something is.
    fn now(&self) -> Moment;
}

/// The cookie of this name among `cookies`, as a page reads them (RFC 6265 §4.2.1).
#[must_use]
pub fn cookie_in(cookies: &str, name: &str) -> Option<Secret> {
    let mut cookies = cookies.split(';').filter_map(|cookie| cookie.trim_start().split_once('='));
    cookies.find(|(known, _)| *known == name).map(|(_, value)| Secret::new(value.to_owned()))
}

/// The seconds in a `Retry-After` header, if it holds a number.
#[must_use]
pub fn seconds_in(header: &str) -> Option<Seconds> {
    let digits = header.trim();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // A number too large for 64 bits is still a number: the longest wait that we know.
    is_number.then(|| digits.parse().map_or(Seconds::LONGEST, Seconds::clamped))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        for (cookies, value) in [
            ("csrftoken=a1", Some("a1")),
            ("my-csrftoken=x; csrftoken=a=1; other=y", Some("a=1")),
            ("csrftoken2=x; CSRFTOKEN=y; csrftoken", None),
            ("", None),
        ] {
            assert_eq!(cookie_in(cookies, "csrftoken").as_ref().map(Secret::expose), value, "{cookies}");
        }
    }

    #[test]
    fn retry_after_is_read_and_kept_within_reason() {
        for (header, seconds) in [
            ("0", Some(0)),
            (" 30 ", Some(30)),
            ("99999999999", Some(Seconds::LONGEST.get())),
            ("99999999999999999999999999", Some(Seconds::LONGEST.get())),
            ("-5", None),
            ("1.5", None),
            ("", None),
            ("soon", None),
        ] {
            assert_eq!(seconds_in(header).map(Seconds::get), seconds, "{header:?}");
        }
    }
}
