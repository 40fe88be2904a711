//! The pages for people who are signed in: what belongs to the users of the company and to its verification. Signing in itself
//! is not among them.

use super::Code;
use crate::app::App;
use crate::browser::{history, spawn};
use crate::components::element::Element;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::sign_in::{self, Page};
use crate::domain::users::{self, Screen};
use crate::domain::verification;
use crate::pages::stage::{Stage, Told};
use crate::pages::{
    account, change_password, checking, not_offered, users as users_pages, verification as verification_page,
};
use crate::route::Route;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The code, from its file.
#[wasm_split(account, fallible)]
pub(super) fn code() -> Result<&'static dyn Code, SplitLoaderError> {
    Ok(&Account)
}

struct Account;

impl Code for Account {
    fn screen(&self, stage: Stage, route: Route) -> Element {
        if !stage.offers(route) {
            return not_offered::not_offered(stage);
        }
        let is_signed_in = stage.sign_in.with_untracked(|sign_in| sign_in.session().is_some());
        if let (Some(page), false) = (route.account_page(), is_signed_in) {
            return checking::checking(stage, page);
        }
        match route {
            Route::ChangePassword => change_password::change_password(stage),
            Route::Users => users_pages::users(stage, stage.users.with_untracked(|users| users.step().screen())),
            Route::Verification => verification_page::verification(stage),
            _ => account::account(stage),
        }
    }

    fn hear(&self, app: App, told: Told) {
        match told {
            Told::Users(event) => app.users(event),
            Told::Verification(event) => app.verification(event),
            _ => {}
        }
    }

    fn entered(&self, app: App, route: Route) {
        match (route, app.sign_in.with_untracked(|sign_in| sign_in.session().cloned())) {
            (Route::Users, Some(session)) => app.users(users::Event::Opened(session)),
            (Route::Verification, Some(_)) => app.verification(verification::Event::Opened),
            _ => {}
        }
    }

    fn left(&self, app: App, from: Route, _to: Route) {
        match from {
            Route::Users => app.users(users::Event::Left),
            Route::Verification => app.verification(verification::Event::Left),
            _ => {}
        }
    }

    fn gone(&self, app: App) {
        app.users(users::Event::Left);
    }

    fn counts_down(&self, app: App, now: Moment) -> bool {
        app.users.with_untracked(|users| users.exchange().blocked_for(now)) > Seconds::ZERO
            || app.verification.with_untracked(|page| page.exchange().blocked_for(now)) > Seconds::ZERO
    }

    fn back(&self, app: App, route: Route) {
        match route {
            // There are more entries than steps: a temporary password that is gone has left its entry behind.
            Route::Users if matches!(app.users_screen(), Screen::List | Screen::AdminsOnly) => history::back(),
            Route::Users => app.users(users::Event::WentBack),
            _ => {}
        }
    }
}

impl App {
    /// Tells the users what happened.
    fn users(self, event: users::Event) {
        let before = self.users_screen();
        let makes_no_entry = matches!(event, users::Event::Opened(_) | users::Event::WentBack | users::Event::Left);
        let now = self.tick();
        let commands = self.users.update(|users| users.apply(event, now));
        let after = self.users_screen();
        if before != after && !makes_no_entry && self.route.get_untracked() == Route::Users {
            self.push_step(matches!(after, Screen::ConfirmReset | Screen::TemporaryPassword));
        }
        self.keep_time();
        for command in commands {
            match command {
                users::Command::Ask(ticket, request) => {
                    spawn(async move {
                        let answer = async { self.api().await?.users(request).await }.await;
                        self.users(users::Event::Answered(ticket, answer));
                    });
                }
                users::Command::SignInAgain => self.sign_in(sign_in::Event::SessionEnded(Page::Users)),
            }
        }
    }

    /// Tells the verification what happened.
    fn verification(self, event: verification::Event) {
        let now = self.tick();
        let commands = self.verification.update(|page| page.apply(event, now));
        self.keep_time();
        for command in commands {
            match command {
                verification::Command::Ask(ticket, request) => {
                    spawn(async move {
                        let answer = async { self.api().await?.verification(request).await }.await;
                        self.verification(verification::Event::Answered(ticket, answer));
                    });
                }
                verification::Command::SignInAgain => self.sign_in(sign_in::Event::SessionEnded(Page::Verification)),
            }
        }
    }
}
