//! A clock that runs only while something on a page counts down.

use super::App;
use crate::browser::clock::{self, Ticking};
use crate::domain::moment::{Moment, Seconds};
use crate::route::Area;
use leptos::prelude::untrack;
use std::cell::RefCell;

/// The running clock, if it runs.
pub(super) type Ticker = RefCell<Option<Ticking>>;

impl App {
    /// Starts the clock if something counts down, and stops it if nothing does.
    pub(super) fn keep_time(self) {
        let is_needed = self.counts_down(self.now.get_untracked());
        let is_running = self.ticker.borrow().is_some();
        if is_needed && !is_running {
            self.ticker.replace(Ticking::start(move || {
                let now = clock::now();
                self.now.set(now);
                if !self.counts_down(now) {
                    self.ticker.replace(None);
                }
            }));
        } else if !is_needed && is_running {
            self.ticker.replace(None);
        }
    }

    fn counts_down(self, now: Moment) -> bool {
        self.sign_in.with_untracked(|sign_in| sign_in.exchange().blocked_for(now)) > Seconds::ZERO
            || Area::ALL
                .into_iter()
                .filter_map(|area| untrack(|| self.code(area)))
                .any(|code| code.counts_down(self, now))
    }
}
