//! The time that the stand-in goes by. Tests can move it forward, so that things expire without waiting.

use cookie::time::OffsetDateTime;
use cookie::time::format_description::well_known::Rfc3339;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// The wall clock, plus what tests have added.
#[derive(Default)]
pub struct Clock {
    advanced_seconds: AtomicI64,
}

impl Clock {
    /// Seconds since 1970.
    pub fn now(&self) -> i64 {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is later than 1970");
        since_1970.as_secs().cast_signed() + self.advanced_seconds.load(Ordering::Relaxed)
    }

    /// Moves the time forward.
    pub fn advance(&self, seconds: u32) {
        self.advanced_seconds.fetch_add(i64::from(seconds), Ordering::Relaxed);
    }
}

/// A point in time as people exchange it (RFC 3339, in UTC).
pub fn rfc3339(seconds_since_1970: i64) -> String {
    OffsetDateTime::from_unix_timestamp(seconds_since_1970)
        .expect("it is within some thousand years")
        .format(&Rfc3339)
        .expect("a year of four digits can be written")
}
