//! The time that passes.

use crate::domain::moment::{Moment, Seconds};
use leptos::prelude::{IntervalHandle, set_interval_with_handle, set_timeout};
use std::time::Duration;

/// Now, on the page's monotonic clock (W3C High Resolution Time): it does not jump when the wall clock is set.
#[must_use]
pub fn now() -> Moment {
    let milliseconds =
        web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    Moment::from_milliseconds(milliseconds as u64)
}

/// Calls `then` once, after `delay`.
pub fn after(delay: Seconds, then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::from_secs(delay.get().into()));
}

/// A clock that ticks every second until it is dropped.
pub struct Ticking(IntervalHandle);

impl Ticking {
    /// Calls `tick` every second. `None` if the browser has no timers left.
    #[must_use]
    pub fn start(tick: impl Fn() + 'static) -> Option<Self> {
        set_interval_with_handle(tick, Duration::from_secs(1)).ok().map(Self)
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        self.0.clear();
    }
}
