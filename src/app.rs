//! The app: holds the state, tells the state machines what happened, carries out what they ask for, and shows the pages.

mod areas;
mod connection;
mod languages;
mod moving;
mod onward;
mod page;
mod sign_in_runner;
mod start;
#[cfg(feature = "prerender")]
mod still;
mod ticking;

pub use start::start;
#[cfg(feature = "prerender")]
pub use still::still;

use crate::browser::history::Entry;
use crate::browser::site::Language;
use crate::browser::{clock, page as browser_page};
use crate::components::site::Site;
use crate::components::state::State;
use crate::domain::capabilities::Capabilities;
use crate::domain::moment::Moment;
use crate::domain::recovery::{self, Journey, Screen};
use crate::domain::request_status::RequestStatus;
use crate::domain::service_request::ServiceRequest;
use crate::domain::sign_in::{self, SignIn};
use crate::domain::users::{self, Users};
use crate::domain::verification::Verification;
use crate::help::Reading;
use crate::help::start::Start;
use crate::pages::stage::Told;
use crate::pages::user_id;
use crate::route::Route;
use areas::Areas;
use connection::Connection;
use onward::{Happening, WayOnward};
use std::cell::Cell;
use std::ops::Deref;
use ticking::Ticker;

/// The app, which lives as long as the page. A handle: copies are the same app.
#[derive(Clone, Copy)]
pub struct App(&'static Memory);

/// Everything that the app remembers.
pub struct Memory {
    site: Site,
    languages: Vec<Language>,
    connection: Connection,
    route: State<Route>,
    recovery: State<Journey>,
    sign_in: State<SignIn>,
    users: State<Users>,
    verification: State<Verification>,
    service_request: State<ServiceRequest>,
    request_status: State<RequestStatus>,
    /// What there is to read on the help page that is shown.
    reading: State<Reading>,
    now: State<Moment>,
    ticker: Ticker,
    way_onward: WayOnward,
    areas: State<Areas>,
    /// The page that was wanted last; its code may be on its way.
    heading_for: Cell<Route>,
    /// The entry of the browser's history that is shown.
    entry: Cell<Entry>,
}

impl Deref for App {
    type Target = Memory;

    fn deref(&self) -> &'static Memory {
        self.0
    }
}

impl App {
    /// Takes in what a person did on a page.
    fn hear(self, told: Told) {
        match told {
            Told::SignIn(event) => self.sign_in(event),
            told => self.go_on(Happening::Told(told)),
        }
    }

    /// Tells the sign-in what happened.
    fn sign_in(self, event: sign_in::Event) {
        let was_password = self.asks_for_password();
        let now = self.tick();
        let commands = self.sign_in.update(|sign_in| sign_in.apply(event, now));
        if !was_password && self.asks_for_password() {
            self.push_step(true);
        }
        self.keep_time();
        if !commands.is_empty() {
            self.go_on(Happening::Asked(commands));
        }
    }

    fn asks_for_password(self) -> bool {
        self.sign_in.with_untracked(|sign_in| matches!(sign_in.step(), sign_in::Step::Password(_)))
    }

    /// Whether the recovery is at a step that is lost when the page is loaded again; the beginning and the end are not.
    fn is_later_step(self) -> bool {
        let screen = self.recovery.with_untracked(|journey| journey.step().screen());
        !matches!(screen, Screen::Situation | Screen::Done)
    }

    /// The screen of the users' step.
    fn users_screen(self) -> users::Screen {
        self.users.with_untracked(|users| users.step().screen())
    }

    /// What an action needs before its page is shown.
    fn prepare(self, start: Start) {
        if let Some(entrance) = start.entrance() {
            let known = self.recovery.with_untracked(|journey| journey.user_id().to_owned());
            let user_id =
                if known.is_empty() { self.sign_in.with_untracked(|it| it.user_id().to_owned()) } else { known };
            self.hear(Told::Recovery(recovery::Event::Entered(entrance, user_id)));
        }
    }

    /// Shows a page, as if its link had been followed, as soon as its code is here.
    fn show(self, route: Route) {
        let route = self.opened(route);
        self.heading_for.set(route);
        match route.area() {
            Some(area) => self.with_code(area, move |_| self.arrive(route)),
            None => self.arrive(route),
        }
    }

    fn arrive(self, route: Route) {
        // Meanwhile the person may have chosen another page.
        if self.heading_for.get() != route {
            return;
        }
        self.leave(self.route.get_untracked(), route);
        // Leaving may have ended something.
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

    /// Keeps the user ID that is being typed, so that it is not typed twice (WCAG 2.2, SC 3.3.7).
    fn keep_typed(self, on: Route) {
        match on {
            Route::Recover => self.hear(Told::Recovery(recovery::Event::UserIdTyped(user_id::typed()))),
            Route::SignIn => self.sign_in(sign_in::Event::UserIdTyped(user_id::typed())),
            _ => {}
        }
    }

    /// What belongs to leaving a page: the user ID is kept as it was typed, and what is shown once is gone.
    fn leave(self, from: Route, to: Route) {
        self.keep_typed(from);
        if let Some(code) = self.code_of(from) {
            code.left(self, from, to);
        }
    }

    /// What belongs to opening a page: an account page wants to know who is signed in, a help page its article.
    fn enter(self, route: Route) {
        if !route.is_offered_by(self.capabilities()) {
            return;
        }
        let is_signed_in = self.sign_in.with_untracked(|sign_in| sign_in.session().is_some());
        match route.account_page() {
            Some(page) if !is_signed_in => self.sign_in(sign_in::Event::AccountOpened(page)),
            _ => {
                if let Some(code) = self.code_of(route) {
                    code.entered(self, route);
                }
            }
        }
    }

    fn capabilities(self) -> Capabilities {
        self.connection.capabilities()
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
        let Some(language) = self.languages.iter().find(|language| language.tag == tag) else { return false };
        self.go_on(Happening::Followed(language.clone(), route, start.map(str::to_owned)));
        true
    }

    fn path(self) -> String {
        self.route.get_untracked().href(&self.site.tag_untracked())
    }

    fn speak_of(self, language: &Language, direction: &str) {
        browser_page::set_language(&language.tag, direction);
        self.connection.speak(&language.tag);
    }
}
