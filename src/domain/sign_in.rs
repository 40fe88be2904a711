//! Signing in, changing the password when signed in, and signing out: a state machine of its own.

mod command;

pub use command::{Command, Page};

use super::account::UserId;
use super::exchange::Exchange;
use super::link::Link;
use super::moment::Moment;
use super::problem::{Fault, Problem};
use super::secret::Secret;
use super::session::Session;
use super::ticket::Ticket;

/// What the person sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which user ID?
    UserId,
    /// Which password?
    Password(UserId),
    /// It is not known yet whether somebody is signed in.
    Unknown,
    /// Somebody is signed in.
    SignedIn(Session),
}

/// What happened.
pub enum Event {
    /// This page for people who are signed in was opened.
    AccountOpened(Page),
    /// This page has learned from the API that nobody is signed in any more.
    SessionEnded(Page),
    /// What stands in the user ID field, to be kept while the person looks at another page.
    UserIdTyped(String),
    /// The person entered the user ID.
    UserIdEntered(UserId),
    /// The person entered the password.
    PasswordEntered(Secret),
    /// The person chose a new password.
    PasswordChangeAsked {
        /// The one that holds until now.
        current: Secret,
        /// The one that is to hold.
        new: Secret,
    },
    /// The person signed out.
    SignedOut,
    /// The API answered, or did not.
    Answered(Ticket, Result<Answer, Fault>),
    /// The person went one step back.
    WentBack,
}

/// What the API answered.
pub enum Answer {
    /// Somebody is signed in.
    Session(Session),
    /// The new password holds.
    PasswordChanged,
    /// Nobody is signed in any more.
    SignedOut,
}

/// Something good to know that is no problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The password was changed.
    PasswordChanged,
    /// The person signed out.
    SignedOut,
    /// The new password was set by a recovery: it can be used now.
    Recovered,
}

/// The state of signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    step: Step,
    user_id: String,
    exchange: Exchange,
    notice: Option<Notice>,
    /// The account page that was asked for, or interrupted: it comes after signing in.
    wanted: Option<Page>,
    /// Where signing in leads if no account page was asked for.
    leads_to: Option<Link>,
}

impl Default for SignIn {
    fn default() -> Self {
        Self {
            step: Step::UserId,
            user_id: String::new(),
            exchange: Exchange::default(),
            notice: None,
            wanted: None,
            leads_to: None,
        }
    }
}

impl SignIn {
    /// Nobody has signed in yet. Who does and has asked for no account page is led to `address`, if there is one.
    #[must_use]
    pub fn leading_to(address: Option<Link>) -> Self {
        Self { leads_to: address, ..Self::default() }
    }

    /// What the person sees.
    #[must_use]
    pub fn step(&self) -> &Step {
        &self.step
    }

    /// The user ID as far as it is known.
    #[must_use]
    pub fn user_id(&self) -> &str {
        &self.user_id
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

    /// Who is signed in.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match &self.step {
            Step::SignedIn(session) => Some(session),
            Step::UserId | Step::Password(_) | Step::Unknown => None,
        }
    }

    /// Goes to the first step for a user ID that is known already, so that it is not typed twice (WCAG 2.2, SC 3.3.7).
    pub fn begin_for(&mut self, user_id: String, notice: Option<Notice>) {
        self.show(Step::UserId);
        self.exchange.give_up();
        self.user_id = user_id;
        self.notice = notice;
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
                    Err(fault) => self.failed(fault, now),
                }
            }
            Event::WentBack => self.go_back(),
            Event::SessionEnded(page) => {
                self.wanted = Some(page);
                self.end_session(Problem::SessionRequired.into(), now)
            }
            Event::UserIdTyped(typed) => self.keep_typed(typed),
            person_did if self.exchange.is_free(now) => self.go_on(person_did),
            _ => vec![],
        }
    }

    fn go_on(&mut self, event: Event) -> Vec<Command> {
        match (self.step.clone(), event) {
            (Step::UserId | Step::Unknown | Step::Password(_), Event::AccountOpened(page)) => {
                self.wanted = Some(page);
                self.show(Step::Unknown);
                vec![Command::LoadSession(self.take_ticket())]
            }
            (Step::UserId, Event::UserIdEntered(user_id)) => {
                user_id.as_str().clone_into(&mut self.user_id);
                self.show(Step::Password(user_id));
                vec![]
            }
            (Step::Password(user_id), Event::PasswordEntered(password)) => {
                vec![Command::SignIn(self.take_ticket(), user_id, password)]
            }
            (Step::SignedIn(session), Event::PasswordChangeAsked { current, new }) => {
                if !session.must_change_password {
                    self.wanted = Some(Page::ChangePassword);
                }
                vec![Command::ChangePassword(self.take_ticket(), current, new)]
            }
            // The page of the password is still shown: what comes next could not be had, or the person has come back to it
            // from another site.
            (Step::SignedIn(session), Event::PasswordEntered(_)) if session.must_change_password => {
                vec![Command::Show(Page::ChangePassword)]
            }
            (Step::SignedIn(_), Event::PasswordEntered(_)) => vec![self.lead_on()],
            (Step::SignedIn(_), Event::SignedOut) => {
                self.wanted = None;
                vec![Command::SignOut(self.take_ticket())]
            }
            _ => vec![],
        }
    }

    fn keep_typed(&mut self, typed: String) -> Vec<Command> {
        if matches!(self.step, Step::UserId | Step::Unknown) {
            self.user_id = typed;
        }
        vec![]
    }

    fn go_back(&mut self) -> Vec<Command> {
        if let Step::Password(_) = self.step {
            self.exchange.give_up();
            self.show(Step::UserId);
        }
        vec![]
    }

    fn succeeded(&mut self, answer: Answer) -> Vec<Command> {
        match (answer, self.step.clone()) {
            (Answer::Session(session), before) => {
                let must_change = session.must_change_password;
                session.user_id.clone_into(&mut self.user_id);
                self.show(Step::SignedIn(session));
                match before {
                    _ if must_change => {
                        // It comes anyway, and once is enough.
                        self.wanted.take_if(|page| *page == Page::ChangePassword);
                        vec![Command::Show(Page::ChangePassword)]
                    }
                    Step::Unknown => {
                        self.wanted = None;
                        vec![Command::Begin]
                    }
                    Step::UserId | Step::Password(_) | Step::SignedIn(_) => vec![self.lead_on()],
                }
            }
            (Answer::PasswordChanged, Step::SignedIn(session)) => {
                let was_forced = session.must_change_password;
                self.show(Step::SignedIn(Session { must_change_password: false, ..session }));
                self.notice = Some(Notice::PasswordChanged);
                if was_forced {
                    return vec![self.lead_on()];
                }
                self.wanted = None;
                vec![Command::Show(Page::Account)]
            }
            (Answer::SignedOut, _) => {
                self.begin_for(String::new(), Some(Notice::SignedOut));
                vec![Command::Show(Page::SignIn)]
            }
            (Answer::PasswordChanged, _) => vec![],
        }
    }

    /// Where a person who has signed in goes on.
    fn lead_on(&mut self) -> Command {
        match (self.wanted.take(), &self.leads_to) {
            (Some(page), _) => Command::Show(page),
            (None, Some(address)) => Command::Leave(address.clone()),
            (None, None) => Command::Show(Page::Account),
        }
    }

    fn failed(&mut self, fault: Fault, now: Moment) -> Vec<Command> {
        if fault.problem == Problem::SessionRequired {
            return self.end_session(fault, now);
        }
        self.exchange.fail(fault, now);
        vec![]
    }

    /// Nobody is signed in any more. The user ID stays, and what is wanted.
    fn end_session(&mut self, fault: Fault, now: Moment) -> Vec<Command> {
        let user_id = std::mem::take(&mut self.user_id);
        self.begin_for(user_id, None);
        self.exchange.fail(fault, now);
        vec![Command::Show(Page::SignIn)]
    }

    fn show(&mut self, step: Step) {
        self.step = step;
        self.exchange.forget_trouble();
        self.notice = None;
    }

    fn take_ticket(&mut self) -> Ticket {
        self.notice = None;
        self.exchange.send()
    }
}

#[cfg(test)]
#[path = "sign_in/tests.rs"]
mod tests;
