//! What has become of a service request: looked up, and talked about with support, as a state machine.

mod report;
#[cfg(test)]
mod tests;

pub use report::{Entry, EntryKind, Question, Report, Status};

use super::exchange::Exchange;
use super::moment::Moment;
use super::problem::{Fault, Problem};
use super::secret::Secret;
use super::ticket::Ticket;
use super::typed_text;
use std::sync::Arc;

/// What proves that a request is this person's.
pub struct Access {
    /// The number of the request.
    pub number: String,
    /// The access code that was given with it.
    pub code: Secret,
}

/// What the person sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which request?
    LookUp,
    /// This is how far it is.
    Report,
}

/// What happened.
pub enum Event {
    /// The person gave the number and the access code.
    LookedUp(Access),
    /// The person wants to know whether there is something new.
    RefreshAsked,
    /// The person typed into the field for the answer.
    Typed(String),
    /// The person answers the question.
    Replied,
    /// The API answered, or did not.
    Answered(Ticket, Result<Report, Fault>),
    /// The person went one step back.
    WentBack,
    /// The person left the page.
    Left,
}

/// What is asked of the API.
pub enum Request {
    /// How far is it?
    LookUp(Arc<Access>),
    /// The answer to a question: its id and the words.
    Reply(Arc<Access>, String, String),
}

/// What is to be done: ask the API.
pub struct Command(pub Ticket, pub Request);

/// Something good to know that is no problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The answer has arrived.
    Replied,
    /// This is the newest state.
    Refreshed,
}

/// Why a text cannot be sent as an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyProblem {
    /// Nothing was entered.
    Missing,
    /// It has more characters than [`RequestStatus::LONGEST_REPLY`].
    TooLong,
}

/// A look at a request.
#[derive(Default)]
pub struct RequestStatus {
    /// Kept when the report is left, so that it is not typed twice (WCAG 2.2, SC 3.3.7).
    number: String,
    access: Option<Arc<Access>>,
    report: Option<Report>,
    /// The answer as far as it is typed.
    reply: String,
    sent: Option<Sent>,
    exchange: Exchange,
    notice: Option<Notice>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    LookUp,
    Refresh,
    Reply,
}

impl Access {
    /// Reads the number and the code as people type them.
    #[must_use]
    pub fn read(number: &str, code: &str) -> Self {
        Self { number: typed_text::identifier(number), code: Secret::new(typed_text::code(code)) }
    }
}

impl RequestStatus {
    /// The most characters of an answer.
    pub const LONGEST_REPLY: usize = 2000;

    /// What the person sees.
    #[must_use]
    pub fn step(&self) -> Step {
        if self.report.is_some() { Step::Report } else { Step::LookUp }
    }

    /// The number of the request, as far as it is known.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// What the API says about the request.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }

    /// The answer as far as it is typed.
    #[must_use]
    pub fn reply(&self) -> &str {
        &self.reply
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

    /// What keeps the answer from being sent, if anything does.
    #[must_use]
    pub fn reply_problem(&self) -> Option<ReplyProblem> {
        match self.reply.trim().chars().count() {
            0 => Some(ReplyProblem::Missing),
            length if length > Self::LONGEST_REPLY => Some(ReplyProblem::TooLong),
            _ => None,
        }
    }

    /// Notes the number of a request that was just sent.
    pub fn expect(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    /// Takes in what happened at the time `now` and says what is to be done. An event that does not fit changes nothing.
    pub fn apply(&mut self, event: Event, now: Moment) -> Vec<Command> {
        match event {
            Event::Answered(ticket, answer) => {
                if self.exchange.take(ticket) {
                    match answer {
                        Ok(report) => self.reported(report),
                        Err(fault) => self.failed(fault, now),
                    }
                }
                vec![]
            }
            Event::WentBack | Event::Left => {
                self.forget();
                vec![]
            }
            Event::Typed(text) => {
                self.reply = text;
                vec![]
            }
            person_did if self.exchange.is_free(now) => self.go_on(person_did).into_iter().collect(),
            _ => vec![],
        }
    }

    fn go_on(&mut self, event: Event) -> Option<Command> {
        match event {
            Event::LookedUp(access) => {
                access.number.clone_into(&mut self.number);
                let access = Arc::new(access);
                self.access = Some(access.clone());
                Some(self.send(Sent::LookUp, Request::LookUp(access)))
            }
            Event::RefreshAsked => {
                let access = self.access.clone()?;
                Some(self.send(Sent::Refresh, Request::LookUp(access)))
            }
            Event::Replied if self.reply_problem().is_none() => {
                let access = self.access.clone()?;
                let id = self.report.as_ref()?.question.as_ref()?.id.clone();
                let reply = Request::Reply(access, id, self.reply.trim().to_owned());
                Some(self.send(Sent::Reply, reply))
            }
            _ => None,
        }
    }

    fn send(&mut self, sent: Sent, request: Request) -> Command {
        self.sent = Some(sent);
        self.notice = None;
        Command(self.exchange.send(), request)
    }

    fn reported(&mut self, report: Report) {
        self.notice = match self.sent.take() {
            Some(Sent::Reply) => Some(Notice::Replied),
            Some(Sent::Refresh) => Some(Notice::Refreshed),
            Some(Sent::LookUp) | None => None,
        };
        // An answer that is being typed belongs to its question.
        let is_same_question = self.report.as_ref().is_some_and(|before| before.question == report.question);
        if !is_same_question {
            self.reply.clear();
        }
        report.number.clone_into(&mut self.number);
        self.report = Some(report);
    }

    fn failed(&mut self, fault: Fault, now: Moment) {
        // The access no longer holds, whatever was shown until now.
        if fault.problem == Problem::ServiceRequestNotFound {
            self.forget();
        }
        self.exchange.fail(fault, now);
    }

    /// The access code and what it opened are gone; the number stays.
    fn forget(&mut self) {
        self.exchange.give_up();
        self.exchange.forget_trouble();
        let Self { number, exchange, .. } = std::mem::take(self);
        *self = Self { number, exchange, ..Self::default() };
    }
}
