//! Carries out what the sign-in asks for.

use super::App;
use crate::api::SessionRequest;
use crate::browser::{leaving, spawn};
use crate::domain::sign_in::{Command, Event};
use crate::domain::ticket::Ticket;
use crate::route::Route;

impl App {
    pub(super) fn carry_out_sign_in(self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::SignIn(ticket, user_id, password) => {
                    self.ask(ticket, SessionRequest::SignIn(user_id, password));
                }
                Command::LoadSession(ticket) => self.ask(ticket, SessionRequest::Load),
                Command::ChangePassword(ticket, current, new) => {
                    self.ask(ticket, SessionRequest::ChangePassword(current, new));
                }
                Command::SignOut(ticket) => self.ask(ticket, SessionRequest::SignOut),
                Command::Show(page) => self.show(Route::of(page)),
                Command::Begin => self.enter(self.route.get_untracked()),
                Command::Leave(address) => leaving::go_to(&address),
            }
        }
    }

    fn ask(self, ticket: Ticket, request: SessionRequest) {
        spawn(async move {
            let answer = async { self.api().await?.session(request).await }.await;
            self.sign_in(Event::Answered(ticket, answer));
        });
    }
}
