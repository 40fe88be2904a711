//! Sessions, and the cookie that carries one.

use super::problem::{Problem, SESSION_REQUIRED};
use super::tokens::{random_token, token_hash};
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use cookie::time::Duration;
use cookie::{Cookie, CookieBuilder, SameSite};
use rusqlite::{Connection, OptionalExtension, params};
use std::convert::Infallible;

const COOKIE: &str = "__Host-session";
/// How long a session lasts, in seconds.
const LIFE: i64 = 8 * 60 * 60;

/// The token in the session cookie; empty if there is none.
pub struct SessionToken(String);

impl<S: Sync> FromRequestParts<S> for SessionToken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let token = parts
            .headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(Cookie::split_parse)
            .filter_map(Result::ok)
            .find(|cookie| cookie.name() == COOKIE)
            .map(|cookie| cookie.value().to_owned());
        Ok(Self(token.unwrap_or_default()))
    }
}

/// Starts a session and gives its cookie, as the value of `Set-Cookie`.
pub fn start(store: &Connection, now: i64, user_id: &str) -> String {
    let token = random_token();
    store
        .execute("INSERT INTO sessions VALUES (?, ?, ?)", params![token_hash(&token), user_id, now + LIFE])
        .expect("a session can be added");
    cookie(token).build().to_string()
}

/// The user ID of the session.
pub fn user_id(store: &Connection, now: i64, token: &SessionToken) -> Result<String, Problem> {
    store
        .query_row(
            "SELECT user_id FROM sessions WHERE token_hash = ? AND expires_at > ?",
            params![token_hash(&token.0), now],
            |row| row.get(0),
        )
        .optional()
        .expect("sessions can be read")
        .ok_or_else(|| SESSION_REQUIRED.into())
}

/// Ends this session and gives the `Set-Cookie` that removes its cookie.
pub fn end(store: &Connection, token: &SessionToken) -> String {
    store.execute("DELETE FROM sessions WHERE token_hash = ?", [token_hash(&token.0)]).expect("a session can be ended");
    cookie(String::new()).max_age(Duration::ZERO).build().to_string()
}

/// Ends every session of the account.
pub fn end_all(store: &Connection, user_id: &str) {
    store.execute("DELETE FROM sessions WHERE user_id = ?", [user_id]).expect("sessions can be ended");
}

/// Ends every session of everybody.
pub fn end_everybodys(store: &Connection) {
    store.execute("DELETE FROM sessions", []).expect("sessions can be ended");
}

/// Ends the sessions of the account but this one.
pub fn end_others(store: &Connection, user_id: &str, kept: &SessionToken) {
    store
        .execute("DELETE FROM sessions WHERE user_id = ? AND token_hash <> ?", params![user_id, token_hash(&kept.0)])
        .expect("sessions can be ended");
}

fn cookie(token: String) -> CookieBuilder<'static> {
    Cookie::build((COOKIE, token)).http_only(true).same_site(SameSite::Lax).secure(true).path("/")
}
