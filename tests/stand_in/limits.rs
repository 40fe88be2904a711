//! How often something may be tried. User IDs and numbers are counted whether they exist or not.

use super::problem::{Problem, TOO_MANY_REQUESTS};
use rusqlite::{Connection, params};

/// So many attempts within so many seconds.
pub struct Limit {
    name: &'static str,
    most: i64,
    within: i64,
}

/// Failed sign-ins of one user ID.
pub const FAILED_SIGN_INS: Limit = Limit { name: "failed sign-ins", most: 10, within: 15 * 60 };

/// Recoveries of one user ID.
pub const IDENTITIES: Limit = Limit { name: "identities", most: 20, within: 60 * 60 };

/// Service requests of one contact.
pub const SERVICE_REQUESTS: Limit = Limit { name: "service requests", most: 5, within: 60 * 60 };

/// Failed look-ups of one service request.
pub const FAILED_LOOK_UPS: Limit = Limit { name: "failed look-ups", most: 10, within: 15 * 60 };

/// Mails that verify the e-mail address of one company.
pub const VERIFICATION_MAILS: Limit = Limit { name: "verification mails", most: 1, within: 10 * 60 };

impl Limit {
    /// Refuses when the limit is reached, until the attempt that is the oldest of the last `most` no longer counts.
    pub fn check(&self, store: &Connection, now: i64, subject: &[u8]) -> Result<(), Problem> {
        let oldest_of_most: Option<i64> = store
            .query_row(
                "SELECT min(at), count(*) FROM
                 (SELECT at FROM attempts WHERE limit_name = ? AND subject = ? AND at > ? ORDER BY at DESC LIMIT ?)",
                params![self.name, subject, now - self.within, self.most],
                |row| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, i64>(1)?)),
            )
            .map(|(oldest, count)| oldest.filter(|_| count >= self.most))
            .expect("attempts can be counted");
        match oldest_of_most {
            Some(at) => Err(Problem::from(TOO_MANY_REQUESTS).retry_after(at + self.within - now)),
            None => Ok(()),
        }
    }

    /// Counts one attempt.
    pub fn record(&self, store: &Connection, now: i64, subject: &[u8]) {
        store
            .execute("INSERT INTO attempts VALUES (?, ?, ?)", params![self.name, subject, now])
            .expect("an attempt can be counted");
    }

    /// Forgets the attempts, after a success.
    pub fn forget(&self, store: &Connection, subject: &[u8]) {
        store
            .execute("DELETE FROM attempts WHERE limit_name = ? AND subject = ?", params![self.name, subject])
            .expect("attempts can be forgotten");
    }
}
