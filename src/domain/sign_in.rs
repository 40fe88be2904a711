//! Signing in, changing the password when signed in, and signing out: a state machine of its own.

use super::account::UserId;
use super::exchange::Exchange;
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
    /// A page for people who are signed in was opened.
    AccountOpened,
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

/// What is to be done.
pub enum Command {
    /// Sign in.
    SignIn(Ticket, UserId, Secret),
    /// Ask who is signed in.
    LoadSession(Ticket),
    /// Change the password.
    ChangePassword(Ticket, Secret, Secret),
    /// Sign out.
    SignOut(Ticket),
    /// Show another page.
    Show(Page),
}

/// The pages that this machine leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The sign-in page.
    SignIn,
    /// The person's own page.
    Account,
    /// The page to change the password.
    ChangePassword,
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
}

impl Default for SignIn {
    fn default() -> Self {
        Self { step: Step::UserId, user_id: String::new(), exchange: Exchange::default(), notice: None }
    }
}

impl SignIn {
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
            Event::UserIdTyped(typed) => self.keep_typed(typed),
            person_did if self.exchange.is_free(now) => self.go_on(person_did),
            _ => vec![],
        }
    }

    fn go_on(&mut self, event: Event) -> Vec<Command> {
        match (self.step.clone(), event) {
            (Step::UserId | Step::Unknown | Step::Password(_), Event::AccountOpened) => {
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
            (Step::SignedIn(_), Event::PasswordChangeAsked { current, new }) => {
                vec![Command::ChangePassword(self.take_ticket(), current, new)]
            }
            (Step::SignedIn(_), Event::SignedOut) => vec![Command::SignOut(self.take_ticket())],
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
                    _ if must_change => vec![Command::Show(Page::ChangePassword)],
                    // The page that asked is shown already.
                    Step::Unknown => vec![],
                    _ => vec![Command::Show(Page::Account)],
                }
            }
            (Answer::PasswordChanged, Step::SignedIn(session)) => {
                self.show(Step::SignedIn(Session { must_change_password: false, ..session }));
                self.notice = Some(Notice::PasswordChanged);
                vec![Command::Show(Page::Account)]
            }
            (Answer::SignedOut, _) => {
                self.begin_for(String::new(), Some(Notice::SignedOut));
                vec![Command::Show(Page::SignIn)]
            }
            (Answer::PasswordChanged, _) => vec![],
        }
    }

    fn failed(&mut self, fault: Fault, now: Moment) -> Vec<Command> {
        let signed_out = fault.problem == Problem::SessionRequired;
        if signed_out {
            let user_id = std::mem::take(&mut self.user_id);
            self.begin_for(user_id, None);
        }
        self.exchange.fail(fault, now);
        if signed_out { vec![Command::Show(Page::SignIn)] } else { vec![] }
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
