//! What happens to the state of the users.

use super::step::{TemporaryPassword, User};
use crate::domain::problem::Fault;
use crate::domain::session::Session;
use crate::domain::ticket::Ticket;

/// What happened.
pub enum Event {
    /// The page was opened by this person.
    Opened(Session),
    /// Something else stands in the search.
    QueryTyped(String),
    /// The person searched.
    Searched(String),
    /// The person wants to see more of the list.
    MoreAsked,
    /// The person chose the user with this ID.
    Chosen(String),
    /// The person wants the password to be reset.
    ResetAsked,
    /// The person has handed the temporary password over.
    HandedOver,
    /// The API answered, or did not.
    Answered(Ticket, Result<Answer, Fault>),
    /// The person went one step back.
    WentBack,
    /// The page was left: for another one, or for good.
    Left,
}

/// What the API answered.
pub enum Answer {
    /// A page of the users.
    Users {
        /// The users.
        users: Vec<User>,
        /// Where the next page begins, if there is one.
        next_cursor: Option<String>,
    },
    /// The password was reset.
    Reset(TemporaryPassword),
}
