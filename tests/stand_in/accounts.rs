//! The accounts: who there is, and with which password.

use super::passwords;
use super::sentinels::{self, MARKUP, Trick};
use rusqlite::{Connection, OptionalExtension, params};

/// So many passwords, with the present one, must not be used again.
const REMEMBERED_PASSWORDS: u32 = 3;

/// A person who can sign in.
pub struct Account {
    pub user_id: String,
    pub display_name: String,
    pub is_global_admin: bool,
    pub must_change_password: bool,
}

impl Account {
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
    let added = store
        .execute(
            "INSERT OR IGNORE INTO accounts VALUES (?, ?, ?, ?)",
            params![user_id, display_name, trick == Trick::GlobalAdmin, trick == Trick::TemporaryPassword],
        )
        .expect("an account can be added");
    if added == 1 {
        add_password(store, user_id, hash);
    }
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
    store
        .query_row(
            "SELECT display_name, global_admin, must_change_password FROM accounts WHERE user_id = ?",
            [user_id],
            |row| {
                Ok(Account {
                    user_id: user_id.to_owned(),
                    display_name: row.get(0)?,
                    is_global_admin: row.get(1)?,
                    must_change_password: row.get(2)?,
                })
            },
        )
        .optional()
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
        .execute("UPDATE accounts SET must_change_password = 0 WHERE user_id = ?", [user_id])
        .expect("an account can be changed");
}

fn add_password(store: &Connection, user_id: &str, hash: &str) {
    store
        .execute("INSERT INTO passwords (user_id, hash) VALUES (?, ?)", params![user_id, hash])
        .expect("a password can be added");
}
