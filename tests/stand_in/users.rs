//! The people of a company, as its Global admin sees them.

use super::accounts::{self, Account};
use super::request::normal;
use rusqlite::Connection;
use serde_json::{Value, json};

/// So many people are on one page.
const PAGE: usize = 10;

/// One page of people.
pub struct Page {
    users: Vec<Account>,
    next_cursor: Option<String>,
}

/// The people of the company whose name or user ID contains the query, sorted by name. A cursor is the ID of the last person of
/// the page before; nothing is given back for a cursor that is none.
pub fn search(store: &Connection, domain: &str, query: &str, cursor: Option<&str>) -> Option<Page> {
    let mut everybody = accounts::of_company(store, domain);
    everybody.sort_by_cached_key(|account| (normal(&account.display_name), account.user_id.clone()));
    let start = match cursor {
        Some(cursor) => everybody.iter().position(|account| account.id == cursor)? + 1,
        None => 0,
    };
    let query = normal(query);
    let fits = |account: &Account| normal(&account.display_name).contains(&query) || account.user_id.contains(&query);
    let mut rest = everybody.into_iter().skip(start).filter(fits);
    let users: Vec<Account> = rest.by_ref().take(PAGE).collect();
    let is_last = rest.next().is_none();
    let next_cursor = users.last().filter(|_| !is_last).map(|account| account.id.clone());
    Some(Page { users, next_cursor })
}

impl Page {
    /// The page as it goes over the wire (`Users` in docs/api/openapi.yaml).
    pub fn description(&self) -> Value {
        let users: Vec<Value> = self
            .users
            .iter()
            .map(|account| {
                json!({
                    "id": account.id,
                    "display_name": account.display_name,
                    "user_id": account.user_id,
                    "roles": account.roles(),
                })
            })
            .collect();
        let mut page = json!({ "users": users });
        if let Some(cursor) = &self.next_cursor {
            page["next_cursor"] = json!(cursor);
        }
        page
    }
}
