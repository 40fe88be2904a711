//! Time as the domain sees it: points on a clock that never jumps, and lengths in whole seconds.

/// A point in time: milliseconds on a monotonic clock whose zero does not matter.
///
/// It is never the wall clock, which users and daylight saving time change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u64);

impl Moment {
    /// `milliseconds` since the clock's zero.
    #[must_use]
    pub const fn from_milliseconds(milliseconds: u64) -> Self {
        Self(milliseconds)
    }

    /// The moment that lies `seconds` later.
    #[must_use]
    pub const fn after(self, seconds: Seconds) -> Self {
        Self(self.0.saturating_add(seconds.get() as u64 * 1000))
    }

    /// How long it is from `now` until this moment, in started seconds; zero when it has passed.
    #[must_use]
    pub const fn seconds_from(self, now: Self) -> Seconds {
        Seconds::clamped(self.0.saturating_sub(now.0).div_ceil(1000))
    }
}

/// A length of time in whole seconds, at most a day.
///
/// The limit turns an absurd value from a server ("try again in 3,000 years") into one that a person can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(u32);

impl Seconds {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// The longest length that is ever used: one day.
    pub const LONGEST: Self = Self(86_400);

    /// `seconds`, or [`Seconds::LONGEST`] if that is shorter.
    #[must_use]
    pub const fn clamped(seconds: u64) -> Self {
        if seconds > Self::LONGEST.0 as u64 { Self::LONGEST } else { Self(seconds as u32) }
    }

    /// The number of seconds.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The length as a person wants to hear it: a full ten seconds, full minutes or full hours, rounded up. So a
    /// countdown on a page changes seldom enough to be read (WCAG 2.2, SC 2.2.2).
    #[must_use]
    pub const fn in_words(self) -> (u32, Unit) {
        match self.0 {
            0..=60 => (self.0.div_ceil(10) * 10, Unit::Second),
            61..=3600 => (self.0.div_ceil(60), Unit::Minute),
            _ => (self.0.div_ceil(3600), Unit::Hour),
        }
    }

    /// The longer of the two.
    #[must_use]
    pub fn at_least(self, least: Self) -> Self {
        self.max(least)
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_said_in_round_numbers() {
        for (seconds, words) in [
            (1, (10, Unit::Second)),
            (30, (30, Unit::Second)),
            (60, (60, Unit::Second)),
            (61, (2, Unit::Minute)),
            (600, (10, Unit::Minute)),
            (3601, (2, Unit::Hour)),
            (u64::MAX, (24, Unit::Hour)),
        ] {
            assert_eq!(Seconds::clamped(seconds).in_words(), words, "{seconds}");
        }
    }

    #[test]
    fn a_moment_that_has_passed_is_no_time_away() {
        let now = Moment::from_milliseconds(10_500);
        assert_eq!(now.after(Seconds::clamped(3)).seconds_from(now), Seconds::clamped(3));
        assert_eq!(Moment::default().seconds_from(now), Seconds::ZERO);
        assert_eq!(Moment::from_milliseconds(10_501).seconds_from(now), Seconds::clamped(1), "a started second counts");
    }
}
