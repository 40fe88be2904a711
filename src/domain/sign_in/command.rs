//! What the state of signing in asks for.

use crate::domain::account::UserId;
use crate::domain::link::Link;
use crate::domain::secret::Secret;
use crate::domain::ticket::Ticket;

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
    /// The page that asked is shown already; what it needs is known now.
    Begin,
    /// Go to an address outside the app.
    Leave(Link),
}

impl Command {
    /// The ticket of what the API is asked.
    #[must_use]
    pub fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::SignIn(ticket, ..)
            | Self::LoadSession(ticket)
            | Self::ChangePassword(ticket, ..)
            | Self::SignOut(ticket) => Some(*ticket),
            Self::Show(_) | Self::Begin | Self::Leave(_) => None,
        }
    }
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
    /// The page to reset a colleague's password.
    Users,
    /// What is verified of the company.
    Verification,
}
