//! What the person sees of the users, one step after the other.

use crate::domain::secret::Secret;
use crate::domain::session::Role;
use crate::domain::timestamp::Timestamp;
use crate::domain::typed_text;

/// A user of the company, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The API's own name for the user; never shown.
    pub id: String,
    /// The name, which may be empty.
    pub display_name: String,
    /// The user ID.
    pub user_id: String,
    /// What the user may do.
    pub roles: Vec<Role>,
}

/// A password that holds until the user has chosen another one at the first sign-in.
pub struct TemporaryPassword {
    /// The password.
    pub password: Secret,
    /// Until when it can be used, if the API says so.
    pub expires_at: Option<Timestamp>,
}

impl TemporaryPassword {
    /// Takes `password` if a person can read it out and type it: something, and nothing that cannot be seen.
    #[must_use]
    pub fn new(password: Secret, expires_at: Option<Timestamp>) -> Option<Self> {
        let text = password.expose();
        let is_readable = !text.is_empty() && text.trim() == text && typed_text::is_visible(text);
        is_readable.then_some(Self { password, expires_at })
    }
}

/// What the person sees.
pub enum Step {
    /// The users of the company, to choose from.
    List,
    /// What will happen to this user, before it does.
    Confirm {
        /// The user.
        user: User,
        /// Whether the password may have been reset already, because no clear answer came.
        in_doubt: bool,
    },
    /// The temporary password, shown once.
    HandOver(User, TemporaryPassword),
    /// Only a Global admin may do this.
    AdminsOnly,
}

impl Step {
    /// The screen that shows the step.
    #[must_use]
    pub fn screen(&self) -> Screen {
        match self {
            Self::List => Screen::List,
            Self::Confirm { .. } => Screen::ConfirmReset,
            Self::HandOver(..) => Screen::TemporaryPassword,
            Self::AdminsOnly => Screen::AdminsOnly,
        }
    }
}

/// Which screen shows a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The list, with a search.
    List,
    /// What will happen.
    ConfirmReset,
    /// The temporary password.
    TemporaryPassword,
    /// Whom to ask.
    AdminsOnly,
}

/// Something good to know that is no problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A temporary password was handed over.
    HandedOver,
    /// The temporary password is gone, and nobody has said that it was handed over.
    PasswordGone,
    /// The page was left before it was known whether the password was reset.
    OutcomeUnknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_password_can_be_read_out_and_typed() {
        let is_taken = |text: &str| TemporaryPassword::new(Secret::new(text.to_owned()), None).is_some();
        for good in ["Kx7-mv2q", "four plain words here", "パスワード", "<b>&amp;", "e\u{301}"] {
            assert!(is_taken(good), "{good}");
        }
        for bad in ["", " ", " a", "a ", "a\nb", "a\tb", "a\0", "a\u{200B}b", "a\u{202E}b", "a\u{3000}b", "\u{7F}"] {
            assert!(!is_taken(bad), "{bad:?}");
        }
    }
}
