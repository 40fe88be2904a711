//! The languages that messages are written in.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;

/// A language of the messages.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub enum Language {
    English,
    Japanese,
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    /// The first language of `Accept-Language` that there are messages in; English if there is none.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let wanted =
            parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let first_known = accept_language::parse(wanted).iter().find_map(|tag| match tag.split('-').next() {
            Some("ja") => Some(Self::Japanese),
            Some("en") => Some(Self::English),
            _ => None,
        });
        Ok(first_known.unwrap_or(Self::English))
    }
}
