//! What is verified of the company, and how far that is: a state machine of its own.

use super::exchange::Exchange;
use super::moment::Moment;
use super::problem::{Fault, Problem};
use super::ticket::Ticket;
use super::timestamp::Timestamp;

/// What is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// That the address of the primary contact is real.
    EmailOwnership,
    /// That the primary contact works for the company.
    Employment,
    /// That the company is what and where it says.
    Business,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is being looked at.
    Pending,
    /// It is all right.
    Authorized,
    /// It is not all right; somebody has to do something.
    Rejected,
}

/// One of the things that are verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which one.
    pub kind: Kind,
    /// How far it is.
    pub status: Status,
    /// Since when.
    pub updated_at: Timestamp,
    /// Whether the mail for it can be sent again.
    pub can_resend: bool,
}

/// What happened.
pub enum Event {
    /// The page was opened.
    Opened,
    /// The person wants to know how it is now.
    Reloaded,
    /// The person wants the mail to be sent again.
    ResendAsked,
    /// The API answered, or did not.
    Answered(Ticket, Result<Answer, Fault>),
    /// The page was left.
    Left,
}

/// What is wanted of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// How far is it?
    Load,
    /// Send the mail that proves the ownership of the address again.
    ResendMail,
}

/// What the API answered.
pub enum Answer {
    /// How far it is.
    Checks(Vec<Check>),
    /// The mail is on its way.
    MailSent,
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Ask the API.
    Ask(Ticket, Request),
    /// Sign in again, and come back.
    SignInAgain,
}

/// Something good to know that is no problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The mail was sent again.
    MailSentAgain,
    /// This is how it is now.
    LoadedAgain,
}

/// The state of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    checks: Option<Vec<Check>>,
    exchange: Exchange,
    notice: Option<Notice>,
}

impl Verification {
    /// What is verified; `None` until the API has said it.
    #[must_use]
    pub fn checks(&self) -> Option<&[Check]> {
        self.checks.as_deref()
    }

    /// The talk with the API.
    #[must_use]
    pub fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// Something good to know.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// Takes in what happened at the time `now` and says what is to be done. An event that does not fit changes nothing.
    pub fn apply(&mut self, event: Event, now: Moment) -> Vec<Command> {
        match event {
            Event::Answered(ticket, answer) => {
                if !self.exchange.take(ticket) {
                    return vec![];
                }
                match answer {
                    Ok(answer) => self.succeeded(answer),
                    // Whoever comes back finds the page as if it had just been opened.
                    Err(fault) if fault.problem == Problem::SessionRequired => return vec![Command::SignInAgain],
                    Err(fault) => self.exchange.fail(fault, now),
                }
                vec![]
            }
            Event::Opened => {
                // Somebody else may be signed in now.
                self.checks = None;
                self.exchange.give_up();
                self.exchange.forget_trouble();
                self.ask(Request::Load, now)
            }
            Event::Reloaded => self.ask(Request::Load, now),
            Event::ResendAsked => self.ask(Request::ResendMail, now),
            Event::Left => {
                self.exchange.give_up();
                vec![]
            }
        }
    }

    fn ask(&mut self, request: Request, now: Moment) -> Vec<Command> {
        if !self.exchange.is_free(now) {
            return vec![];
        }
        self.notice = None;
        vec![Command::Ask(self.exchange.send(), request)]
    }

    fn succeeded(&mut self, answer: Answer) {
        match answer {
            Answer::Checks(checks) => {
                self.notice = self.checks.is_some().then_some(Notice::LoadedAgain);
                self.checks = Some(checks);
            }
            Answer::MailSent => self.notice = Some(Notice::MailSentAgain),
        }
    }
}

#[cfg(test)]
#[path = "verification/tests.rs"]
mod tests;
