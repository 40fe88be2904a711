//! What can be started from a help page.

use crate::domain::recovery::Entrance;

/// An action that a help page offers where it describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Sign in.
    SignIn,
    /// Get back in, from the first question.
    Recovery,
    /// Get back in, from the type of account.
    AccountType,
    /// Get back into a work or school account, from the user ID.
    Identify,
    /// Set a new password, which the recovery of a work or school account comes to.
    NewPassword,
    /// Create a service request.
    ServiceRequest,
    /// See what has become of a service request.
    RequestStatus,
    /// Change the password.
    ChangePassword,
    /// Reset the password of a colleague.
    Users,
    /// See what is verified of the company.
    Verification,
    /// See the own account and its roles.
    Account,
    /// Write to support or call it.
    Support,
}

impl Start {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::SignIn,
        Self::Recovery,
        Self::AccountType,
        Self::Identify,
        Self::NewPassword,
        Self::ServiceRequest,
        Self::RequestStatus,
        Self::ChangePassword,
        Self::Users,
        Self::Verification,
        Self::Account,
        Self::Support,
    ];

    /// Its name in the links of the articles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Recovery => "recovery",
            Self::AccountType => "account-type",
            Self::Identify => "identify",
            Self::NewPassword => "new-password",
            Self::ServiceRequest => "service-request",
            Self::RequestStatus => "request-status",
            Self::ChangePassword => "change-password",
            Self::Users => "users",
            Self::Verification => "verification",
            Self::Account => "account",
            Self::Support => "support",
        }
    }

    /// The action of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|start| start.name() == name)
    }

    /// Where it enters the recovery, if that is what it is about. Nobody chooses a new password before saying which
    /// account it is for.
    #[must_use]
    pub fn entrance(self) -> Option<Entrance> {
        match self {
            Self::Recovery => Some(Entrance::Situation),
            Self::AccountType => Some(Entrance::AccountType),
            Self::Identify | Self::NewPassword => Some(Entrance::Identify),
            Self::SignIn
            | Self::ServiceRequest
            | Self::RequestStatus
            | Self::ChangePassword
            | Self::Users
            | Self::Verification
            | Self::Account
            | Self::Support => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_their_own() {
        for start in Start::ALL {
            assert_eq!(Start::parse(start.name()), Some(start));
        }
        assert_eq!(Start::parse(""), None);
    }
}
