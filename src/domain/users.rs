//! Resetting the password of a colleague: a state machine of its own.

mod command;
mod event;
mod step;

pub use command::{Command, Request};
pub use event::{Answer, Event};
pub use step::{Notice, Screen, Step, TemporaryPassword, User};

use super::exchange::Exchange;
use super::moment::Moment;
use super::problem::{Fault, Problem};
use super::session::{Role, Session};

/// What a search has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What was searched for.
    query: String,
    /// Where the list goes on.
    next_cursor: Option<String>,
    /// The users, as far as they have been asked for.
    pub users: Vec<User>,
    /// The number of the first one that was added last, if some were added to those before.
    pub added_at: Option<usize>,
}

impl Found {
    /// Whether there are more.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.next_cursor.is_some()
    }
}

/// The answer that is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Awaited {
    Search(String),
    More,
    Reset,
}

/// The state of the page.
pub struct Users {
    /// Whose page it is. Somebody else begins with an empty one.
    admin: String,
    step: Step,
    query: String,
    found: Option<Found>,
    awaited: Option<Awaited>,
    exchange: Exchange,
    notice: Option<Notice>,
}

impl Default for Users {
    fn default() -> Self {
        Self {
            admin: String::new(),
            step: Step::List,
            query: String::new(),
            found: None,
            awaited: None,
            exchange: Exchange::default(),
            notice: None,
        }
    }
}

impl Users {
    /// What the person sees.
    #[must_use]
    pub fn step(&self) -> &Step {
        &self.step
    }

    /// What stands in the search.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// What the last search has found; `None` before the first one.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// Whether the password may have been reset although nothing came that says so.
    #[must_use]
    pub fn is_in_doubt(&self) -> bool {
        matches!(self.step, Step::Confirm { in_doubt: true, .. })
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
                match (self.awaited.take(), answer) {
                    (Some(awaited), Ok(answer)) => self.succeeded(awaited, answer),
                    (Some(awaited), Err(fault)) => return self.failed(&awaited, fault, now),
                    (None, _) => {}
                }
                vec![]
            }
            Event::Opened(session) => self.open(session, now),
            Event::WentBack => self.leave_step(true),
            Event::Left => self.leave_step(false),
            Event::QueryTyped(query) => {
                self.query = query;
                vec![]
            }
            Event::Chosen(id) => self.choose(&id),
            Event::HandedOver => self.hand_over(),
            person_asks if self.exchange.is_free(now) => self.go_on(person_asks),
            Event::Searched(_) | Event::MoreAsked | Event::ResetAsked => vec![],
        }
    }

    fn open(&mut self, session: Session, now: Moment) -> Vec<Command> {
        let is_admin = session.roles.contains(&Role::GlobalAdmin);
        let was_refused = matches!(self.step, Step::AdminsOnly);
        if self.admin != session.user_id || !is_admin || was_refused {
            self.forget(if is_admin { Step::List } else { Step::AdminsOnly });
            self.admin = session.user_id;
        }
        if is_admin && self.found.is_none() && self.exchange.is_free(now) {
            return self.search(self.query.clone());
        }
        vec![]
    }

    fn go_on(&mut self, event: Event) -> Vec<Command> {
        match (&self.step, event) {
            (Step::List, Event::Searched(query)) => self.search(query),
            (Step::List, Event::MoreAsked) => {
                let Some(Found { query, next_cursor: cursor @ Some(_), .. }) = self.found.clone() else {
                    return vec![];
                };
                self.ask(Awaited::More, Request::Search { query, cursor })
            }
            (Step::Confirm { user, .. }, Event::ResetAsked) => {
                let request = Request::Reset(user.id.clone());
                self.ask(Awaited::Reset, request)
            }
            _ => vec![],
        }
    }

    fn choose(&mut self, id: &str) -> Vec<Command> {
        let user = self.found.iter().flat_map(|found| &found.users).find(|user| user.id == id).cloned();
        if let (Step::List, Some(user)) = (&self.step, user) {
            self.awaited = None;
            self.exchange.give_up();
            self.show(Step::Confirm { user, in_doubt: false }, None);
        }
        vec![]
    }

    fn hand_over(&mut self) -> Vec<Command> {
        if let Step::HandOver(..) = self.step {
            self.show(Step::List, Some(Notice::HandedOver));
        }
        vec![]
    }

    fn search(&mut self, query: String) -> Vec<Command> {
        self.query.clone_from(&query);
        self.ask(Awaited::Search(query.clone()), Request::Search { query, cursor: None })
    }

    fn ask(&mut self, awaited: Awaited, request: Request) -> Vec<Command> {
        self.notice = None;
        self.awaited = Some(awaited);
        vec![Command::Ask(self.exchange.send(), request)]
    }

    /// The step is left, for the one before it or for another page. A temporary password is gone for ever; an answer that
    /// is still awaited is dropped, and where it would have been a password, that is said.
    fn leave_step(&mut self, is_back: bool) -> Vec<Command> {
        let was_resetting = self.awaited.take() == Some(Awaited::Reset);
        self.exchange.give_up();
        match self.step {
            Step::HandOver(..) => self.show(Step::List, Some(Notice::PasswordGone)),
            Step::Confirm { in_doubt, .. } if was_resetting || (in_doubt && is_back) => {
                self.show(Step::List, Some(Notice::OutcomeUnknown));
            }
            Step::Confirm { .. } if is_back => self.show(Step::List, None),
            Step::Confirm { .. } | Step::List | Step::AdminsOnly => {}
        }
        vec![]
    }

    fn succeeded(&mut self, awaited: Awaited, answer: Answer) {
        match (awaited, answer) {
            (Awaited::Search(query), Answer::Users { users, next_cursor }) => {
                self.found = Some(Found { query, next_cursor, users, added_at: None });
            }
            (Awaited::More, Answer::Users { users, next_cursor }) => {
                if let Some(found) = &mut self.found {
                    found.added_at = (!users.is_empty()).then_some(found.users.len());
                    found.users.extend(users);
                    found.next_cursor = next_cursor;
                }
            }
            (Awaited::Reset, Answer::Reset(password)) => {
                if let Step::Confirm { user, .. } = &self.step {
                    let user = user.clone();
                    self.show(Step::HandOver(user, password), None);
                }
            }
            (Awaited::Search(_) | Awaited::More, Answer::Reset(_)) | (Awaited::Reset, Answer::Users { .. }) => {}
        }
    }

    fn failed(&mut self, awaited: &Awaited, fault: Fault, now: Moment) -> Vec<Command> {
        match fault.problem {
            // Everything stays as it is, for when the person comes back.
            Problem::SessionRequired => return vec![Command::SignInAgain],
            Problem::AdminRequired => self.forget(Step::AdminsOnly),
            _ => {
                if let (Step::Confirm { in_doubt, .. }, Awaited::Reset) = (&mut self.step, awaited) {
                    *in_doubt |= fault.problem.leaves_the_outcome_open();
                }
                self.exchange.fail(fault, now);
            }
        }
        vec![]
    }

    /// Begins anew with `step`. What was seen and typed is no longer this person's business.
    fn forget(&mut self, step: Step) {
        self.awaited = None;
        self.exchange.give_up();
        self.query = String::new();
        self.found = None;
        self.show(step, None);
    }

    fn show(&mut self, step: Step, notice: Option<Notice>) {
        self.step = step;
        self.exchange.forget_trouble();
        self.notice = notice;
    }
}

#[cfg(test)]
#[path = "users/tests.rs"]
mod tests;
