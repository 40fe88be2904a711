//! Which account it is: its type and its user ID.

use super::typed_text;

/// Who gives out the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountType {
    /// An account that a company or a school gave to the person. Recovery happens here.
    WorkOrSchool,
    /// An account that the person made. It is recovered elsewhere.
    Personal,
}

/// The name that an account signs in with, usually an e-mail address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserId(String);

/// Why a typed text is no user ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserIdProblem {
    /// Nothing was typed.
    Missing,
    /// It is longer than [`UserId::LONGEST`].
    TooLong,
}

impl UserId {
    /// The most characters an e-mail address can have (RFC 5321 §4.5.3.1.3, without the brackets).
    pub const LONGEST: usize = 254;

    /// Reads what was typed; see [`typed_text::identifier`]. No form is demanded beyond that: what is a user ID is the
    /// API's to say.
    ///
    /// # Errors
    /// [`UserIdProblem`] if nothing is left or it is too long.
    pub fn parse(typed: &str) -> Result<Self, UserIdProblem> {
        let plain = typed_text::identifier(typed);
        if plain.is_empty() {
            Err(UserIdProblem::Missing)
        } else if plain.chars().count() > Self::LONGEST {
            Err(UserIdProblem::TooLong)
        } else {
            Ok(Self(plain))
        }
    }

    /// The text to show and to send.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_id_is_read_as_people_type_it() {
        assert_eq!(UserId::parse("　ｕｓｅｒ＠contoso。example").map(|id| id.0), Ok("user@contoso.example".to_owned()));
        assert_eq!(UserId::parse(" \u{200B} "), Err(UserIdProblem::Missing));
        assert_eq!(UserId::parse(&"x".repeat(300)), Err(UserIdProblem::TooLong));
        assert!(UserId::parse(&"漢".repeat(UserId::LONGEST)).is_ok(), "characters count, not bytes");
    }

    #[test]
    fn markup_is_just_text() {
        assert_eq!(UserId::parse("<b>x</b>").map(|id| id.0), Ok("<b>x</b>".to_owned()));
    }
}
