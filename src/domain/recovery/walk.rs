//! A journey with its clock and its API, to be walked in tests. Every place is reached as a person reaches it.

#![allow(clippy::expect_used)]

use super::command::{Command, Input};
use super::event::{Entrance, Event, Situation};
use super::journey::Journey;
use super::next::Next;
use super::samples::{captcha_answer, enter_code, secret, set_password, two_methods, two_types, user_id, wait};
use super::step::Screen;
use crate::domain::account::AccountType;
use crate::domain::code::Channel;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::Fault;
use crate::domain::ticket::Ticket;

#[derive(Clone, Debug)]
pub(super) struct Walk {
    pub(super) journey: Journey,
    pub(super) now: Moment,
    /// The tickets of everything that was sent and of every timer, the newest last.
    pub(super) tickets: Vec<Ticket>,
}

impl Walk {
    pub(super) fn of(journey: Journey) -> Self {
        Self { journey, now: Moment::from_milliseconds(1_000), tickets: vec![] }
    }

    /// Lets the journey take in `event` and says in words what it wants done.
    pub(super) fn does(&mut self, event: Event) -> Vec<String> {
        let commands = self.journey.apply(event, self.now);
        self.tickets.extend(commands.iter().filter_map(ticket));
        commands.iter().map(words).collect()
    }

    /// The API answers the newest request.
    pub(super) fn answers(&mut self, next: Next) -> Vec<String> {
        let event = Event::Answered(self.newest_ticket(), Ok(next));
        self.does(event)
    }

    /// The newest request fails.
    pub(super) fn fails(&mut self, fault: impl Into<Fault>) -> Vec<String> {
        let event = Event::Answered(self.newest_ticket(), Err(fault.into()));
        self.does(event)
    }

    /// The newest timer runs out after `seconds`.
    pub(super) fn timer_ends_after(&mut self, seconds: Seconds) -> Vec<String> {
        self.passes(seconds);
        let event = Event::PollDue(self.newest_ticket());
        self.does(event)
    }

    pub(super) fn passes(&mut self, seconds: Seconds) {
        self.now = self.now.after(seconds);
    }

    pub(super) fn newest_ticket(&self) -> Ticket {
        *self.tickets.last().expect("something was sent")
    }

    pub(super) fn screen(&self) -> Screen {
        self.journey.step().screen()
    }

    pub(super) fn at_situation() -> Self {
        Self::of(Journey::default())
    }

    pub(super) fn at_advice() -> Self {
        let mut walk = Self::at_situation();
        walk.does(Event::SituationChosen(Situation::AdminHasLeft));
        walk
    }

    /// Recovery was asked for; whatever the API names comes next.
    pub(super) fn begun() -> Self {
        let mut walk = Self::at_situation();
        walk.does(forgot_password());
        walk
    }

    pub(super) fn answered(mut self, next: Next) -> Self {
        self.answers(next);
        self
    }

    pub(super) fn having(mut self, event: Event) -> Self {
        self.does(event);
        self
    }

    pub(super) fn at_account_type() -> Self {
        Self::begun().answered(two_types())
    }

    pub(super) fn at_identify() -> Self {
        Self::at_account_type().having(Event::AccountTypeChosen(AccountType::WorkOrSchool))
    }

    pub(super) fn at_choose_method() -> Self {
        Self::at_identify().having(identified()).answered(two_methods())
    }

    pub(super) fn at_enter_code() -> Self {
        Self::at_choose_method().having(method_chosen()).answered(enter_code(Channel::Email))
    }

    pub(super) fn at_set_password() -> Self {
        Self::at_enter_code().having(Event::CodeEntered(secret())).answered(set_password(&[]))
    }

    pub(super) fn at_wait() -> Self {
        Self::at_set_password().having(Event::PasswordChosen(secret())).answered(wait())
    }

    /// A journey at each place where a request is awaited, by what was sent.
    pub(super) fn every_awaited() -> Vec<(&'static str, Self)> {
        let mut polling = Self::at_wait();
        polling.timer_ends_after(super::samples::POLL_AFTER);
        let mut resending = Self::at_enter_code();
        resending.passes(super::samples::RESEND_AFTER);
        vec![
            ("the situation", Self::begun()),
            ("a new beginning", Self::at_choose_method().having(Event::WentBack)),
            ("the user ID", Self::at_identify().having(identified())),
            ("a wish for a new check", Self::at_identify().having(new_challenge_asked())),
            ("the method", Self::at_choose_method().having(method_chosen())),
            ("the code", Self::at_enter_code().having(Event::CodeEntered(secret()))),
            ("a wish for a new code", resending.having(Event::ResendAsked)),
            ("the new password", Self::at_set_password().having(Event::PasswordChosen(secret()))),
            ("a poll", polling),
        ]
    }
}

pub(super) fn forgot_password() -> Event {
    Event::SituationChosen(Situation::ForgotPassword)
}

pub(super) fn identified() -> Event {
    Event::Identified(user_id(), Some(captcha_answer()))
}

pub(super) fn new_challenge_asked() -> Event {
    Event::NewChallengeAsked(user_id().as_str().to_owned())
}

/// Somebody comes in from another page, where their user ID is known.
pub(super) fn entered(entrance: Entrance) -> Event {
    Event::Entered(entrance, user_id().as_str().to_owned())
}

pub(super) fn user_id_typed() -> Event {
    Event::UserIdTyped(user_id().as_str().to_owned())
}

pub(super) fn method_chosen() -> Event {
    Event::MethodChosen(super::next::MethodId("mail".to_owned()))
}

fn ticket(command: &Command) -> Option<Ticket> {
    match command {
        Command::Begin(ticket) | Command::Submit(ticket, _) | Command::PollAfter(ticket, _) => Some(*ticket),
        Command::Cancel | Command::ShowSignIn => None,
    }
}

fn words(command: &Command) -> String {
    match command {
        Command::Begin(_) => "begin".to_owned(),
        Command::Submit(_, input) => format!("send {}", input_words(input)),
        Command::PollAfter(_, seconds) => format!("poll after {} s", seconds.get()),
        Command::Cancel => "cancel".to_owned(),
        Command::ShowSignIn => "show sign-in".to_owned(),
    }
}

fn input_words(input: &Input) -> String {
    match input {
        Input::Identity { user_id, .. } => format!("identity {}", user_id.as_str()),
        Input::NewChallenge => "new challenge".to_owned(),
        Input::Method(id) => format!("method {}", id.0),
        Input::Resend => "resend".to_owned(),
        Input::Code(_) => "code".to_owned(),
        Input::NewPassword(_) => "password".to_owned(),
        Input::Poll => "poll".to_owned(),
    }
}
