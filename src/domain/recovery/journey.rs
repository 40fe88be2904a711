//! The journey: the step and what is kept from step to step.

use super::step::Step;
use crate::domain::account::AccountType;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Problem, Trouble};
use crate::domain::ticket::Ticket;

/// A recovery from its first question to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    pub(super) step: Step,
    pub(super) account_type: Option<AccountType>,
    pub(super) user_id: String,
    pub(super) sent: Option<Sent>,
    pub(super) last_ticket: Ticket,
    pub(super) trouble: Option<Trouble>,
    pub(super) blocked_until: Option<Moment>,
    pub(super) notice: Option<Notice>,
}

/// The request that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) ticket: Ticket,
    pub(super) kind: SentKind,
}

/// What was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SentKind {
    Begin,
    Identity,
    NewChallenge,
    Method,
    Resend,
    Code,
    NewPassword,
    Poll,
    /// No request yet: a timer runs until the next poll.
    Timer,
}

/// Something good to know that is no problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The page was loaded anew in the middle, and nothing of it was stored.
    StartedAgain,
    /// Another code is on its way; the earlier one is no longer good.
    CodeSentAgain,
    /// Another challenge is there.
    NewChallenge,
    /// The person went back past a check, so the check is asked for again.
    CheckedAgain,
}

/// Where one is in a journey, to be told to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the step, from 1.
    pub step: u32,
    /// The number of steps.
    pub of: u32,
}

impl Default for Journey {
    fn default() -> Self {
        Self {
            step: Step::Situation,
            account_type: None,
            user_id: String::new(),
            sent: None,
            last_ticket: Ticket::default(),
            trouble: None,
            blocked_until: None,
            notice: None,
        }
    }
}

impl Journey {
    /// Begins again for somebody whose user ID is known already, so that it is not typed twice (WCAG 2.2, SC 3.3.7). Answers
    /// to what was sent before are still told apart, and a block still holds.
    pub fn begin_anew(&mut self, user_id: String) {
        let Self { last_ticket, blocked_until, .. } = *self;
        *self = Self { user_id, last_ticket, blocked_until, ..Self::default() };
    }

    /// A journey that begins again because the page was loaded anew in the middle of it.
    #[must_use]
    pub fn begun_again() -> Self {
        Self { notice: Some(Notice::StartedAgain), ..Self::default() }
    }

    /// Whether nothing has happened in it yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        *self == Self::default()
    }

    /// What the person sees.
    #[must_use]
    pub fn step(&self) -> &Step {
        &self.step
    }

    /// The user ID as far as it is known, to be shown and kept.
    #[must_use]
    pub fn user_id(&self) -> &str {
        &self.user_id
    }

    /// The account type that was chosen.
    #[must_use]
    pub fn account_type(&self) -> Option<AccountType> {
        self.account_type
    }

    /// What went wrong last, until something else is tried.
    #[must_use]
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// Something good to know.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// Whether something would be lost if it began anew: it has gone beyond the first question, and has not ended.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        match self.step {
            Step::Situation | Step::Advice(_) => self.is_waiting(),
            Step::AccountType(_)
            | Step::Identify(_)
            | Step::ChooseMethod(_)
            | Step::EnterCode(_)
            | Step::SetPassword(_)
            | Step::Wait { .. } => true,
            Step::Done { .. } | Step::Stopped(_) => false,
        }
    }

    /// Whether an answer is awaited. Until it comes, nothing else is sent.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.sent.is_some_and(|sent| !matches!(sent.kind, SentKind::Poll | SentKind::Timer))
    }

    /// How long nothing may be sent, because there were too many requests.
    #[must_use]
    pub fn blocked_for(&self, now: Moment) -> Seconds {
        self.blocked_until.map_or(Seconds::ZERO, |until| until.seconds_from(now))
    }

    /// Where one is, on the steps that count. The type of account counts where an API `tells_types`.
    #[must_use]
    pub fn place(&self, tells_types: bool) -> Option<Place> {
        let types = u32::from(tells_types);
        let step = match self.step {
            Step::Situation => 1,
            Step::AccountType(_) => 1 + types,
            Step::Identify(_) => 2 + types,
            Step::ChooseMethod(_) | Step::EnterCode(_) => 3 + types,
            Step::SetPassword(_) | Step::Wait { .. } => 4 + types,
            Step::Advice(_) | Step::Done { .. } | Step::Stopped(_) => return None,
        };
        Some(Place { step, of: 4 + types })
    }

    /// Whether `ticket` is that of the timer which runs now.
    pub(super) fn is_timer(&self, ticket: Ticket) -> bool {
        self.sent.is_some_and(|sent| sent.ticket == ticket && sent.kind == SentKind::Timer)
    }

    pub(super) fn take_ticket(&mut self, kind: SentKind) -> Ticket {
        self.last_ticket = self.last_ticket.next();
        self.sent = Some(Sent { ticket: self.last_ticket, kind });
        self.last_ticket
    }

    /// Whether the user ID is with the API: another one that is typed now is not the one that the answer is about.
    pub(super) fn has_sent_identity(&self) -> bool {
        self.sent.is_some_and(|sent| sent.kind == SentKind::Identity)
    }

    pub(super) fn report(&mut self, problem: Problem, trace: Option<String>) {
        self.trouble = Some(Trouble { problem, trace });
    }
}
