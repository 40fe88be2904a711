//! Tells the users what happened, and carries out what they ask for.

use super::App;
use crate::browser::spawn;
use crate::domain::sign_in::{self, Page};
use crate::domain::users::{Command, Event, Screen};
use crate::route::Route;
use leptos::prelude::*;

impl App {
    /// Tells the users what happened.
    pub(super) fn users(self, event: Event) {
        let before = self.users_screen();
        let makes_no_entry = matches!(event, Event::Opened(_) | Event::WentBack | Event::Left);
        let now = self.tick();
        let commands = self.users.try_update(|users| users.apply(event, now)).unwrap_or_default();
        let after = self.users_screen();
        if before != after && !makes_no_entry && self.route.get_untracked() == Route::Users {
            self.push_step(matches!(after, Screen::ConfirmReset | Screen::TemporaryPassword));
        }
        self.keep_time();
        self.carry_out_users(commands);
    }

    /// The screen of the users' step.
    pub(super) fn users_screen(self) -> Screen {
        self.users.with_untracked(|users| users.step().screen())
    }

    /// Whoever comes to the page of the users anew, in the middle of it, still has the list behind them.
    pub(super) fn push_users_step(self, route: Route) {
        let is_signed_in = self.sign_in.with_untracked(|sign_in| sign_in.session().is_some());
        if route == Route::Users && is_signed_in && self.users_screen() == Screen::ConfirmReset {
            self.push_step(true);
        }
    }

    fn carry_out_users(self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::Ask(ticket, request) => {
                    let api = self.api.get_value();
                    spawn(async move {
                        let answer = api.users(request).await;
                        self.users(Event::Answered(ticket, answer));
                    });
                }
                Command::SignInAgain => self.sign_in(sign_in::Event::SessionEnded(Page::Users)),
            }
        }
    }
}
