//! What a new password must be like. The rules come from the API; we add none (NIST SP 800-63B-4, 3.1.1.2).

use super::secret::Secret;

/// The rules that the API announces before anything is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The fewest Unicode code points.
    pub min_length: u32,
    /// The most Unicode code points.
    pub max_length: u32,
    /// How many of lower-case letters, capital letters, digits and other characters must occur, if that is demanded.
    pub min_classes: Option<u8>,
    /// Which characters may occur.
    pub charset: Charset,
}

/// Which characters a password may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// Every character of every script.
    Unicode,
    /// The printable characters of ASCII only.
    Ascii,
}

impl Default for Policy {
    /// What holds when an API says nothing: 15 characters at the least, where the password is the only factor, and
    /// nothing else (NIST SP 800-63B-4, 3.1.1.2).
    fn default() -> Self {
        Self { min_length: 15, max_length: 256, min_classes: None, charset: Charset::Unicode }
    }
}

/// Why a password is not accepted. The first four can be found here, the others only by the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// Fewer characters than [`Policy::min_length`].
    TooShort,
    /// More characters than [`Policy::max_length`].
    TooLong,
    /// Fewer kinds of characters than [`Policy::min_classes`].
    TooFewClasses,
    /// Characters outside [`Policy::charset`].
    InvalidCharacters,
    /// One that many people use.
    TooCommon,
    /// One that was found in stolen data.
    Breached,
    /// It contains the user ID.
    ContainsUserId,
    /// One that this account had before.
    RecentlyUsed,
}

impl Policy {
    /// Every rule that `password` breaks, in the order in which they are shown.
    #[must_use]
    pub fn rejections(&self, password: &Secret) -> Vec<Rejection> {
        let text = password.expose();
        let length = text.chars().count();
        let broken = [
            (length < self.min_length as usize, Rejection::TooShort),
            (length > self.max_length as usize, Rejection::TooLong),
            (self.min_classes.is_some_and(|least| classes(text) < least), Rejection::TooFewClasses),
            (self.charset == Charset::Ascii && !is_plain(password), Rejection::InvalidCharacters),
        ];
        broken.into_iter().filter(|(is_broken, _)| *is_broken).map(|(_, rule)| rule).collect()
    }
}

/// How many of the four kinds of characters occur.
fn classes(text: &str) -> u8 {
    let kinds: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    kinds.into_iter().map(|kind| u8::from(text.chars().any(kind))).sum()
}

/// Whether the password can be typed on every keyboard. Where it cannot, people are told, and nothing is changed.
#[must_use]
pub fn is_plain(password: &Secret) -> bool {
    password.expose().chars().all(|c| c == ' ' || c.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rejections(policy: Policy, text: &str) -> Vec<Rejection> {
        policy.rejections(&Secret::new(text.to_owned()))
    }

    #[test]
    fn the_default_asks_for_length_only() {
        assert_eq!(rejections(Policy::default(), "abcdefghijklmno"), []);
        assert_eq!(rejections(Policy::default(), "abcdefghijklmn"), [Rejection::TooShort]);
        assert_eq!(rejections(Policy::default(), &"x".repeat(300)), [Rejection::TooLong]);
    }

    #[test]
    fn characters_are_code_points() {
        let eight = Policy { min_length: 8, max_length: 8, ..Policy::default() };
        assert_eq!(rejections(eight, &"😀".repeat(8)), []);
        assert_eq!(rejections(eight, &"パ".repeat(8)), []);
        assert_eq!(rejections(eight, &"e\u{301}".repeat(4)), [], "a letter and its accent are two");
        assert_eq!(rejections(eight, &"😀".repeat(7)), [Rejection::TooShort]);
    }

    #[test]
    fn classes_and_characters_count_only_where_demanded() {
        let strict = Policy { min_length: 8, max_length: 64, min_classes: Some(3), charset: Charset::Ascii };
        assert_eq!(rejections(strict, "abcdefgh"), [Rejection::TooFewClasses]);
        assert_eq!(rejections(strict, "abcdEFG1"), []);
        assert_eq!(rejections(strict, "abc dEF ghi"), [], "a space is one of the other characters");
        assert_eq!(rejections(strict, "パスワードabcD1"), [Rejection::InvalidCharacters]);
    }

    proptest! {
        #[test]
        fn a_password_is_within_the_policy_or_says_why(text in any::<String>(), min in 0u32..20, span in 0u32..20) {
            let policy = Policy { min_length: min, max_length: min + span, min_classes: None, charset: Charset::Unicode };
            let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            let fits = (min..=min + span).contains(&length);
            prop_assert_eq!(rejections(policy, &text).is_empty(), fits);
        }
    }
}
