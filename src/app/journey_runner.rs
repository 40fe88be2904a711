//! Carries out what the recovery asks for. Answers go back to it with their ticket, so that late ones are dropped.

use super::App;
use crate::browser::{clock, spawn};
use crate::domain::recovery::{Command, Event};
use crate::route::Route;
use leptos::prelude::*;

impl App {
    pub(super) fn carry_out(self, commands: Vec<Command>) {
        for command in commands {
            let api = self.api.get_value();
            match command {
                Command::Begin(ticket) => spawn(async move {
                    let answer = api.begin().await;
                    self.recover(Event::Answered(ticket, answer));
                }),
                Command::Submit(ticket, input) => spawn(async move {
                    let answer = api.submit(input).await;
                    self.recover(Event::Answered(ticket, answer));
                }),
                Command::PollAfter(ticket, delay) => clock::after(delay, move || self.recover(Event::PollDue(ticket))),
                Command::Cancel => spawn(async move {
                    // Nobody waits for it: an abandoned recovery ends by itself soon.
                    let _ = api.cancel().await;
                }),
                Command::ShowSignIn => self.show(Route::SignIn),
            }
        }
    }
}
