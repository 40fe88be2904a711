//! The app: holds the state, tells the state machines what happened, carries out what they ask for, and shows the pages.

mod journey_runner;
mod languages;
mod moving;
mod page;
mod reading;
mod request_runner;
mod sign_in_runner;
mod start;
#[cfg(feature = "prerender")]
mod still;
mod ticking;
mod users_runner;
mod verification_runner;

pub use start::start;
#[cfg(feature = "prerender")]
pub use still::still;

use crate::api::SharedApi;
use crate::browser::history::{self, Entry};
use crate::browser::site::Language;
use crate::browser::{clock, page as browser_page};
use crate::components::site::Site;
use crate::domain::capabilities::Capabilities;
use crate::domain::moment::Moment;
use crate::domain::recovery::{self, Entrance, Journey, Screen, Step};
use crate::domain::request_status::{self, RequestStatus};
use crate::domain::service_request::{self, ServiceRequest};
use crate::domain::sign_in::{self, Page, SignIn};
use crate::domain::users::{self, Users};
use crate::domain::verification::{self, Verification};
use crate::help::Reading;
use crate::help::start::Start;
use crate::pages::stage::Told;
use crate::pages::user_id;
use crate::route::Route;
use leptos::prelude::*;
use ticking::Ticker;

/// Everything that the app remembers. A handle: copies are the same app.
#[derive(Clone, Copy)]
pub struct App {
    site: Site,
    languages: StoredValue<Vec<Language>>,
    api: StoredValue<SharedApi, LocalStorage>,
    route: RwSignal<Route>,
    recovery: RwSignal<Journey>,
    sign_in: RwSignal<SignIn>,
    users: RwSignal<Users>,
    verification: RwSignal<Verification>,
    service_request: RwSignal<ServiceRequest>,
    request_status: RwSignal<RequestStatus, LocalStorage>,
    /// What there is to read on the help page that is shown.
    reading: RwSignal<Reading>,
    now: RwSignal<Moment>,
    ticker: Ticker,
    /// The entry of the browser's history that is shown.
    entry: StoredValue<Entry>,
}

impl App {
    /// Takes in what a person did on a page.
    fn hear(self, told: Told) {
        match told {
            Told::Recovery(event) => self.recover(event),
            Told::SignIn(event) => self.sign_in(event),
            Told::Users(event) => self.users(event),
            Told::Verification(event) => self.verification(event),
            Told::ServiceRequest(event) => self.ask_support(event),
            Told::RequestStatus(event) => self.look_at_request(event),
            Told::Approved => self.recover_approved(),
            Told::LockedOut(user_id) => self.recover(recovery::Event::Entered(Entrance::Situation, user_id)),
            Told::ReadAgain => self.read_if_help(self.route.get_untracked()),
            // Somebody who opened this page directly has nothing to go back to.
            Told::Back if self.entry.get_value().number == 0 => self.show(Route::SignIn),
            Told::Back => history::back(),
        }
    }

    /// Tells the recovery what happened.
    fn recover(self, event: recovery::Event) {
        let before = self.recovery.with_untracked(|journey| journey.step().screen());
        let is_back = matches!(event, recovery::Event::WentBack);
        let now = self.tick();
        let commands = self.recovery.try_update(|journey| journey.apply(event, now)).unwrap_or_default();
        let after = self.recovery.with_untracked(|journey| journey.step().screen());
        if before != after && !is_back && self.route.get_untracked() == Route::Recover {
            self.push_step(self.is_later_step());
        }
        self.keep_time();
        self.carry_out(commands);
    }

    /// Tells the sign-in what happened.
    fn sign_in(self, event: sign_in::Event) {
        let was_password = self.asks_for_password();
        let now = self.tick();
        let commands = self.sign_in.try_update(|sign_in| sign_in.apply(event, now)).unwrap_or_default();
        if !was_password && self.asks_for_password() {
            self.push_step(true);
        }
        self.keep_time();
        self.carry_out_sign_in(commands);
    }

    fn asks_for_password(self) -> bool {
        self.sign_in.with_untracked(|sign_in| matches!(sign_in.step(), sign_in::Step::Password(_)))
    }

    /// Whether the recovery is at a step that is lost when the page is loaded again; the beginning and the end are not.
    fn is_later_step(self) -> bool {
        let screen = self.recovery.with_untracked(|journey| journey.step().screen());
        !matches!(screen, Screen::Situation | Screen::Done)
    }

    /// What an action needs before its page is shown.
    fn prepare(self, start: Start) {
        if let Some(entrance) = start.entrance() {
            let known = self.recovery.with_untracked(|journey| journey.user_id().to_owned());
            let user_id =
                if known.is_empty() { self.sign_in.with_untracked(|it| it.user_id().to_owned()) } else { known };
            self.recover(recovery::Event::Entered(entrance, user_id));
        }
    }

    /// Keeps the user ID that is being typed, so that it is not typed twice (WCAG 2.2, SC 3.3.7).
    fn keep_typed(self, on: Route) {
        match on {
            Route::Recover => self.recover(recovery::Event::UserIdTyped(user_id::typed())),
            Route::SignIn => self.sign_in(sign_in::Event::UserIdTyped(user_id::typed())),
            _ => {}
        }
    }

    /// Shows a page, as if its link had been followed.
    fn show(self, route: Route) {
        self.leave(self.route.get_untracked(), route);
        let route = self.opened(route);
        self.push_page(route);
        self.route.set(route);
        self.enter(route);
        self.push_users_step(route);
    }

    /// The page that is really shown: there is nothing to sign in to for somebody who is signed in, and nothing else to see
    /// for somebody who has to change the password first.
    fn opened(self, route: Route) -> Route {
        let must_change =
            self.sign_in.with_untracked(|sign_in| sign_in.session().map(|session| session.must_change_password));
        match (route, must_change) {
            (Route::SignIn | Route::Account | Route::Users | Route::Verification, Some(true)) => Route::ChangePassword,
            (Route::SignIn, Some(false)) => Route::Account,
            _ => route,
        }
    }

    /// What belongs to leaving a page: the user ID is kept as it was typed, and what is shown once is gone.
    fn leave(self, from: Route, to: Route) {
        self.keep_typed(from);
        match (from, to) {
            (Route::Recover, Route::SignIn) => self.take_user_id_along(),
            (Route::Users, _) => self.users(users::Event::Left),
            (Route::Verification, _) => self.verification(verification::Event::Left),
            (Route::ServiceRequest, _) if to != from => self.ask_support(service_request::Event::Left),
            (Route::RequestStatus, _) if to != from => self.look_at_request(request_status::Event::Left),
            _ => {}
        }
    }

    /// The whole page is left, and may be shown again as it was: what is shown once is gone.
    fn left(self) {
        self.users(users::Event::Left);
        self.ask_support(service_request::Event::Left);
        self.look_at_request(request_status::Event::Left);
    }

    /// The user ID goes along from the recovery to the sign-in.
    fn take_user_id_along(self) {
        let (user_id, is_done) = self
            .recovery
            .with_untracked(|journey| (journey.user_id().to_owned(), matches!(journey.step(), Step::Done { .. })));
        self.sign_in.update(|sign_in| sign_in.begin_for(user_id, is_done.then_some(sign_in::Notice::Recovered)));
        if is_done {
            self.recovery.update(|journey| journey.begin_anew(String::new()));
        }
    }

    /// What belongs to opening a page: an account page wants to know who is signed in, a help page its article.
    fn enter(self, route: Route) {
        self.read_if_help(route);
        if !route.is_offered_by(self.capabilities()) {
            return;
        }
        if route == Route::ServiceRequest {
            self.ask_support(service_request::Event::Opened(None));
        }
        let Some(page) = route.account_page() else { return };
        match (page, self.sign_in.with_untracked(|sign_in| sign_in.session().cloned())) {
            (_, None) => self.sign_in(sign_in::Event::AccountOpened(page)),
            (Page::Users, Some(session)) => self.users(users::Event::Opened(session)),
            (Page::Verification, Some(_)) => self.verification(verification::Event::Opened),
            (Page::SignIn | Page::Account | Page::ChangePassword, Some(_)) => {}
        }
    }

    fn capabilities(self) -> Capabilities {
        self.api.with_value(|api| api.capabilities())
    }

    /// Brings the time up to date and says what it is.
    fn tick(self) -> Moment {
        let now = clock::now();
        self.now.set(now);
        now
    }

    /// Follows a link within the site, which may start something; `false` if it leads out of the app.
    fn follow(self, path: &str, start: Option<&str>) -> bool {
        let (tag, route) = Route::parse(path);
        let Some(language) = self.languages.with_value(|all| all.iter().find(|language| language.tag == tag).cloned())
        else {
            return false;
        };
        if self.site.tag_untracked() != tag {
            self.switch_language(language);
        }
        if let Some(start) = start.and_then(Start::parse) {
            self.prepare(start);
        }
        if route != self.route.get_untracked() {
            self.show(route);
        }
        true
    }

    fn path(self) -> String {
        self.route.get_untracked().href(&self.site.tag_untracked())
    }

    fn speak_of(self, language: &Language, direction: &str) {
        browser_page::set_language(&language.tag, direction);
        self.api.with_value(|api| api.speak(&language.tag));
    }
}
