//! What the state of the users asks for.

use crate::domain::ticket::Ticket;

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Ask the API.
    Ask(Ticket, Request),
    /// Sign in again, and come back.
    SignInAgain,
}

/// What is wanted of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// The users that a text finds.
    Search {
        /// The text; all users if it is empty.
        query: String,
        /// Where to go on, for all but the first page.
        cursor: Option<String>,
    },
    /// A temporary password for the user with this ID.
    Reset(String),
}
