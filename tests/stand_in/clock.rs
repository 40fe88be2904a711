//! The time that the stand-in goes by. Tests can move it forward, so that things expire without waiting.

use cookie::time::OffsetDateTime;
use cookie::time::format_description::well_known::Rfc3339;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// The wall clock, or a time at which it was stopped, plus what tests have added.
#[derive(Default)]
pub struct Clock {
    stopped_at: Option<i64>,
    advanced_seconds: AtomicI64,
}

impl Clock {
    /// A clock that stands still but for what tests add.
    pub fn still() -> Self {
        Self { stopped_at: Some(wall_clock()), ..Self::default() }
    }

    /// Seconds since 1970.
    pub fn now(&self) -> i64 {
        self.stopped_at.unwrap_or_else(wall_clock) + self.advanced_seconds.load(Ordering::Relaxed)
    }

    /// Moves the time forward.
    pub fn advance(&self, seconds: u32) {
        self.advanced_seconds.fetch_add(i64::from(seconds), Ordering::Relaxed);
    }
}

fn wall_clock() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is later than 1970").as_secs().cast_signed()
}

/// A point in time as people exchange it (RFC 3339, in UTC).
pub fn rfc3339(seconds_since_1970: i64) -> String {
    OffsetDateTime::from_unix_timestamp(seconds_since_1970)
        .expect("it is within some thousand years")
        .format(&Rfc3339)
        .expect("a year of four digits can be written")
}
