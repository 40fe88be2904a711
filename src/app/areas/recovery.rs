//! The recovery: tells the journey what happened and carries out what it asks for. Answers go back to it with their ticket,
//! so that late ones are dropped.

use super::Code;
use crate::app::App;
use crate::browser::{clock, history, spawn};
use crate::components::element::Element;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::recovery::{Command, Entrance, Event, Screen, Situation, Step};
use crate::domain::sign_in::Notice;
use crate::pages::recovery;
use crate::pages::stage::{Stage, Told};
use crate::route::Route;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The code, from its file.
#[wasm_split(recovery, fallible)]
pub(super) fn code() -> Result<&'static dyn Code, SplitLoaderError> {
    Ok(&Recovery)
}

struct Recovery;

impl Code for Recovery {
    fn screen(&self, stage: Stage, _route: Route) -> Element {
        recovery::recovery(stage, stage.recovery.with_untracked(|journey| journey.step().screen()))
    }

    fn hear(&self, app: App, told: Told) {
        match told {
            Told::Recovery(event) => app.recover(event),
            Told::LockedOut(user_id) => app.recover(Event::Entered(Entrance::Situation, user_id)),
            Told::Approved => app.recover_approved(),
            _ => {}
        }
    }

    fn left(&self, app: App, _from: Route, to: Route) {
        if to == Route::SignIn {
            app.take_user_id_along();
        }
    }

    fn counts_down(&self, app: App, now: Moment) -> bool {
        app.recovery.with_untracked(|journey| {
            let waits_for_resend = match journey.step() {
                Step::EnterCode(sent) => sent.resend_at.is_some_and(|at| at > now),
                _ => false,
            };
            waits_for_resend || journey.blocked_for(now) > Seconds::ZERO
        })
    }

    fn back(&self, app: App, _route: Route) {
        if app.recovery.with_untracked(|journey| journey.step().screen()) == Screen::Situation {
            // There are more entries than steps where a step was skipped on the way back.
            return history::back();
        }
        app.recover(Event::WentBack);
    }
}

impl App {
    /// Tells the recovery what happened.
    fn recover(self, event: Event) {
        let before = self.recovery.with_untracked(|journey| journey.step().screen());
        let is_back = matches!(event, Event::WentBack);
        let now = self.tick();
        let commands = self.recovery.update(|journey| journey.apply(event, now));
        let after = self.recovery.with_untracked(|journey| journey.step().screen());
        if before != after && !is_back && self.route.get_untracked() == Route::Recover {
            self.push_step(self.is_later_step());
        }
        self.keep_time();
        for command in commands {
            self.carry_out(command);
        }
    }

    fn carry_out(self, command: Command) {
        match command {
            Command::Begin(ticket) => spawn(async move {
                let answer = async { self.api().await?.begin().await }.await;
                self.recover(Event::Answered(ticket, answer));
            }),
            Command::Submit(ticket, input) => spawn(async move {
                let answer = async { self.api().await?.submit(input).await }.await;
                self.recover(Event::Answered(ticket, answer));
            }),
            Command::PollAfter(ticket, delay) => clock::after(delay, move || self.recover(Event::PollDue(ticket))),
            Command::Cancel => spawn(async move {
                // Nobody waits for it: an abandoned recovery ends by itself soon.
                let _ = async { self.api().await?.cancel().await }.await;
            }),
            Command::ShowSignIn => self.show(Route::SignIn),
        }
    }

    /// The user ID goes along from the recovery to the sign-in.
    fn take_user_id_along(self) {
        let (user_id, is_done) = self
            .recovery
            .with_untracked(|journey| (journey.user_id().to_owned(), matches!(journey.step(), Step::Done { .. })));
        self.sign_in.update(|sign_in| sign_in.begin_for(user_id, is_done.then_some(Notice::Recovered)));
        if is_done {
            self.recovery.update(|journey| journey.begin_anew(String::new()));
        }
    }

    /// Support has agreed: the recovery begins for the account that is Global admin now, after its first question.
    fn recover_approved(self) {
        let user_id = self.request_status.with_untracked(|status| status.report()?.user_id.clone());
        self.recovery.update(|journey| journey.begin_anew(user_id.unwrap_or_default()));
        self.recover(Event::SituationChosen(Situation::ForgotPassword));
    }
}
