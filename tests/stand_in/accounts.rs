//! The accounts: who there is, and with which password.

use super::passwords;
use super::sentinels::{self, MARKUP, Trick};
use super::tokens::random_token;
use rusqlite::{Connection, Params, Row, params};

/// So many passwords, with the present one, must not be used again.
const REMEMBERED_PASSWORDS: u32 = 3;

/// A person who can sign in.
pub struct Account {
    /// Names the account in URLs.
    pub id: String,
    pub user_id: String,
    pub display_name: String,
    pub is_global_admin: bool,
    pub must_change_password: bool,
    password_expires_at: Option<i64>,
}

impl Account {
    /// The domain of the company.
    pub fn company(&self) -> &str {
        self.user_id.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Whether the password was a temporary one and its time is over.
    pub fn password_has_expired(&self, now: i64) -> bool {
        self.password_expires_at.is_some_and(|end| now >= end)
    }

    /// The roles as the API names them.
    pub fn roles(&self) -> Vec<&'static str> {
        match sentinels::trick(&self.user_id) {
            Trick::Markup => vec![MARKUP],
            _ if self.is_global_admin => vec!["global_admin"],
            _ => Vec::new(),
        }
    }
}

/// Adds the sample accounts that are not there yet.
pub fn add_samples(store: &Connection) {
    // The one sample password is hashed once, so that a start takes no seconds. Everybody else gets a salt of their own.
    let hash = passwords::hash(sentinels::PASSWORD);
    for sentinel in sentinels::TABLE {
        let user_id = format!("{}@{}", sentinel.local_part, sentinels::DOMAIN);
        add_sample(store, &user_id, sentinel.trick, &hash);
    }
    for (local_part, trick) in [("user", Trick::Nothing), ("admin", Trick::GlobalAdmin)] {
        let user_id = format!("{local_part}@{}", sentinels::OTHER_DOMAIN);
        add_sample(store, &user_id, trick, &hash);
    }
}

fn add_sample(store: &Connection, user_id: &str, trick: Trick, hash: &str) {
    let display_name = match trick {
        Trick::Markup => MARKUP.to_owned(),
        _ => display_name(user_id),
    };
    if !add(store, user_id, &display_name, hash) {
        return;
    }
    match trick {
        Trick::GlobalAdmin => make_global_admin(store, user_id),
        Trick::TemporaryPassword => require_another_password(store, user_id, None),
        _ => {}
    }
}

/// Adds an account, unless there is one with this user ID, and says whether it did.
pub fn add(store: &Connection, user_id: &str, display_name: &str, hash: &str) -> bool {
    let added = store
        .execute(
            "INSERT INTO accounts VALUES (?, ?, ?, FALSE, FALSE, NULL) ON CONFLICT (user_id) DO NOTHING",
            params![user_id, random_token(), display_name],
        )
        .expect("an account can be added");
    if added == 1 {
        add_password(store, user_id, hash);
    }
    added == 1
}

/// Lets the account manage the others of its company.
pub fn make_global_admin(store: &Connection, user_id: &str) {
    store
        .execute("UPDATE accounts SET global_admin = TRUE WHERE user_id = ?", [user_id])
        .expect("an account can be changed");
}

/// `two-methods@contoso.example` is called "Two Methods (Contoso)".
fn display_name(user_id: &str) -> String {
    let capitalised = |word: &str| {
        let mut characters = word.chars();
        characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>()).unwrap_or_default()
    };
    let (local_part, domain) = user_id.split_once('@').expect("samples have an @");
    let name: Vec<String> = local_part.split('-').map(capitalised).collect();
    let company = domain.split('.').next().unwrap_or_default();
    format!("{} ({})", name.join(" "), capitalised(company))
}

/// The account with this (normalised) user ID.
pub fn find(store: &Connection, user_id: &str) -> Option<Account> {
    select(store, "WHERE user_id = ?", [user_id]).pop()
}

/// The accounts of a company, in the order in which they were added.
pub fn of_company(store: &Connection, domain: &str) -> Vec<Account> {
    let mut accounts = select(store, "ORDER BY rowid", []);
    accounts.retain(|account| account.company() == domain);
    accounts
}

fn select(store: &Connection, which: &'static str, values: impl Params) -> Vec<Account> {
    store
        .prepare(&format!(
            "SELECT id, user_id, display_name, global_admin, must_change_password, password_expires_at
             FROM accounts {which}"
        ))
        .and_then(|mut query| {
            let read = |row: &Row<'_>| {
                Ok(Account {
                    id: row.get(0)?,
                    user_id: row.get(1)?,
                    display_name: row.get(2)?,
                    is_global_admin: row.get(3)?,
                    must_change_password: row.get(4)?,
                    password_expires_at: row.get(5)?,
                })
            };
            query.query_map(values, read)?.collect()
        })
        .expect("accounts can be read")
}

/// The hashes of the passwords that must not be used again, the present one first. Empty for an unknown user ID.
pub fn password_hashes(store: &Connection, user_id: &str) -> Vec<String> {
    store
        .prepare("SELECT hash FROM passwords WHERE user_id = ? ORDER BY number DESC LIMIT ?")
        .and_then(|mut query| query.query_map(params![user_id, REMEMBERED_PASSWORDS], |row| row.get(0))?.collect())
        .expect("passwords can be read")
}

/// Replaces the password; it is not a temporary one any more.
pub fn change_password(store: &Connection, user_id: &str, hash: &str) {
    add_password(store, user_id, hash);
    store
        .execute(
            "UPDATE accounts SET must_change_password = FALSE, password_expires_at = NULL WHERE user_id = ?",
            [user_id],
        )
        .expect("an account can be changed");
}

/// Replaces the password by a temporary one, which nobody can sign in with once it has expired.
pub fn set_temporary_password(store: &Connection, user_id: &str, hash: &str, expires_at: i64) {
    add_password(store, user_id, hash);
    require_another_password(store, user_id, Some(expires_at));
}

fn require_another_password(store: &Connection, user_id: &str, expires_at: Option<i64>) {
    store
        .execute(
            "UPDATE accounts SET must_change_password = TRUE, password_expires_at = ? WHERE user_id = ?",
            params![expires_at, user_id],
        )
        .expect("an account can be changed");
}

fn add_password(store: &Connection, user_id: &str, hash: &str) {
    store
        .execute("INSERT INTO passwords (user_id, hash) VALUES (?, ?)", params![user_id, hash])
        .expect("a password can be added");
}
