//! Somebody who is signed in.

use super::password::Policy;

/// What the API says about the person who is signed in. The proof of it is a cookie that the app never sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The name to greet with.
    pub display_name: String,
    /// The user ID.
    pub user_id: String,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// Whether the password is a temporary one, to be changed before anything else.
    pub must_change_password: bool,
    /// The rules for a new password.
    pub password_policy: Policy,
}

/// A role in the partner's company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// May manage the users of the company.
    GlobalAdmin,
    /// A role that this app does not deal with, under the API's own name for it.
    Other(String),
}
