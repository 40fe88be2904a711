//! Tells the verification what happened, and carries out what it asks for.

use super::App;
use crate::browser::spawn;
use crate::domain::sign_in::{self, Page};
use crate::domain::verification::{Command, Event};
use leptos::prelude::*;

impl App {
    /// Tells the verification what happened.
    pub(super) fn verification(self, event: Event) {
        let now = self.tick();
        let commands = self.verification.try_update(|page| page.apply(event, now)).unwrap_or_default();
        self.keep_time();
        for command in commands {
            match command {
                Command::Ask(ticket, request) => {
                    let api = self.api.get_value();
                    spawn(async move {
                        let answer = api.verification(request).await;
                        self.verification(Event::Answered(ticket, answer));
                    });
                }
                Command::SignInAgain => self.sign_in(sign_in::Event::SessionEnded(Page::Verification)),
            }
        }
    }
}
