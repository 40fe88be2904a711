//! Moving through the browser's history: every step is an entry, and Back goes one step back.

use super::App;
use crate::browser::history::{self, Entry};
use crate::domain::recovery::Journey;
use crate::domain::sign_in;
use crate::domain::users;
use crate::route::Route;

impl App {
    /// Adds an entry for a page.
    pub(super) fn push_page(self, route: Route) {
        let is_later_step = route == Route::Recover && self.is_later_step();
        self.push(&route.href(&self.site.tag_untracked()), is_later_step);
    }

    /// Adds an entry for another step on the same page. A later one cannot be shown again when the page is loaded anew.
    pub(super) fn push_step(self, is_later_step: bool) {
        self.push(&self.path(), is_later_step);
    }

    fn push(self, path: &str, is_later_step: bool) {
        let entry = Entry { number: self.entry.get().number.saturating_add(1), is_later_step };
        self.entry.set(entry);
        history::push(path, entry);
    }

    /// Notes which entry is shown when the app starts, and takes off the address what it says beside the page. Says whether the entry is
    /// a later step of a journey: the page was loaded anew in the middle of it.
    pub(super) fn adopt_entry(self) -> bool {
        let found = history::entry().unwrap_or_default();
        let entry = Entry { is_later_step: false, ..found };
        self.entry.set(entry);
        // The browser works out the page's styles for it, and mostly nothing is new.
        if found != entry || history::has_more_than_a_path() {
            history::replace(&history::path(), entry);
        }
        found.is_later_step
    }

    /// The person went back or forward: shows the page of the entry, as soon as its code is here.
    pub(super) fn moved_to(self, entry: Option<Entry>) {
        let route = self.found();
        self.heading_for.set(route);
        let arrive = move || {
            if self.heading_for.get() == route {
                self.moved(entry.unwrap_or_default(), route);
            }
        };
        match route.area() {
            Some(area) => self.with_code(area, move |_| arrive()),
            None => arrive(),
        }
    }

    /// The page that the browser's address is of.
    fn found(self) -> Route {
        self.opened(Route::parse(&history::path()).1)
    }

    fn moved(self, entry: Entry, route: Route) {
        let before = self.entry.get();
        self.entry.set(entry);
        let was = self.route.get_untracked();
        // The entry may be from before the language was switched.
        history::replace(&route.href(&self.site.tag_untracked()), entry);
        if route != was {
            self.leave(was, route);
            // The page was loaded anew somewhere else, and nothing of the recovery was stored.
            if route == Route::Recover && entry.is_later_step && self.recovery.with_untracked(Journey::is_new) {
                self.recovery.set(Journey::begun_again());
            }
            self.route.set(route);
            self.enter(route);
            return;
        }
        self.keep_typed(route);
        // Forward leads to a step that the API has not been asked for again: the present one stays.
        for _ in entry.number..before.number {
            match self.code_of(route) {
                Some(code) => code.back(self, route),
                None if route == Route::SignIn => self.sign_in(sign_in::Event::WentBack),
                None => {}
            }
        }
    }

    /// Whoever comes to the page of the users anew, in the middle of it, still has the list behind them.
    pub(super) fn push_users_step(self, route: Route) {
        let is_signed_in = self.sign_in.with_untracked(|sign_in| sign_in.session().is_some());
        if route == Route::Users && is_signed_in && self.users_screen() == users::Screen::ConfirmReset {
            self.push_step(true);
        }
    }
}
