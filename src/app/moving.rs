//! Moving through the browser's history: every step is an entry, and Back goes one step back.

use super::App;
use crate::browser::history::{self, Entry};
use crate::domain::recovery::{self, Journey, Screen};
use crate::domain::request_status;
use crate::domain::service_request::{self, ServiceRequest, Step};
use crate::domain::sign_in;
use crate::domain::users;
use crate::route::Route;
use leptos::prelude::*;

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
        let entry = Entry { number: self.entry.get_value().number.saturating_add(1), is_later_step };
        self.entry.set_value(entry);
        history::push(path, entry);
    }

    /// Notes which entry is shown when the app starts. Says whether it is a later step of a journey: the page was loaded
    /// anew in the middle of it.
    pub(super) fn adopt_entry(self) -> bool {
        let found = history::entry().unwrap_or_default();
        let entry = Entry { is_later_step: false, ..found };
        self.entry.set_value(entry);
        history::replace(&history::path(), entry);
        found.is_later_step
    }

    /// The person went back or forward.
    pub(super) fn moved_to(self, entry: Option<Entry>) {
        let entry = entry.unwrap_or_default();
        let before = self.entry.get_value();
        self.entry.set_value(entry);
        let path = history::path();
        let (_, found) = Route::parse(&path);
        let route = self.opened(found);
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
            self.go_one_step_back(route);
        }
    }

    fn go_one_step_back(self, route: Route) {
        match route {
            Route::Recover if self.recovery.with_untracked(|journey| journey.step().screen()) == Screen::Situation => {
                // There are more entries than steps where a step was skipped on the way back.
                history::back();
            }
            Route::Recover => self.recover(recovery::Event::WentBack),
            Route::SignIn => self.sign_in(sign_in::Event::WentBack),
            Route::ServiceRequest if self.service_request.with_untracked(ServiceRequest::step) == Step::Reason => {
                history::back();
            }
            Route::ServiceRequest => self.ask_support(service_request::Event::WentBack),
            Route::RequestStatus => self.look_at_request(request_status::Event::WentBack),
            Route::Users if matches!(self.users_screen(), users::Screen::List | users::Screen::AdminsOnly) => {
                // As above: a temporary password that is gone has left its entry behind.
                history::back();
            }
            Route::Users => self.users(users::Event::WentBack),
            Route::Account | Route::ChangePassword | Route::Verification | Route::Help(_) | Route::NotFound => {}
        }
    }
}
