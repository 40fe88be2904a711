//! The help pages.

use crate::i18n::{Message, text};

/// What a help page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Somebody cannot sign in.
    CannotSignIn,
    /// What is verified of a company, and what to do about each result.
    VerifyAccount,
    /// Somebody resets their own password.
    ResetMyPassword,
    /// A Global admin resets the password of somebody else.
    ResetUserPassword,
}

impl Topic {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] =
        [Self::CannotSignIn, Self::VerifyAccount, Self::ResetMyPassword, Self::ResetUserPassword];

    /// The page's heading.
    #[must_use]
    pub fn title(self) -> Message {
        match self {
            Self::CannotSignIn => text::HELP_CANNOT_SIGN_IN_TITLE,
            Self::VerifyAccount => text::HELP_VERIFY_ACCOUNT_TITLE,
            Self::ResetMyPassword => text::HELP_RESET_MY_PASSWORD_TITLE,
            Self::ResetUserPassword => text::HELP_RESET_USER_PASSWORD_TITLE,
        }
    }
}
