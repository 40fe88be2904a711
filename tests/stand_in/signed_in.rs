//! Who is signed in, and who may manage the others.

use super::accounts::{self, Account};
use super::problem::{ADMIN_REQUIRED, Problem, SESSION_REQUIRED};
use super::sessions::{self, SessionToken};
use rusqlite::Connection;

/// The person of the session.
pub fn person(store: &Connection, now: i64, token: &SessionToken) -> Result<Account, Problem> {
    let user_id = sessions::user_id(store, now, token)?;
    accounts::find(store, &user_id).ok_or_else(|| SESSION_REQUIRED.into())
}

/// The same person if a Global admin: not before a temporary password is changed, because somebody else knows that one.
pub fn global_admin(store: &Connection, now: i64, token: &SessionToken) -> Result<Account, Problem> {
    let person = person(store, now, token)?;
    if person.is_global_admin && !person.must_change_password { Ok(person) } else { Err(ADMIN_REQUIRED.into()) }
}
