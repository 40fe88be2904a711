//! The code that is sent to a person to prove that a mailbox or a phone is theirs.

use super::secret::Secret;
use super::typed_text;

/// Where a code goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// An e-mail.
    Email,
    /// A text message.
    Sms,
    /// A phone call that says the code.
    Call,
    /// A code from an authenticator app: nothing is sent.
    App,
}

/// What a code is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// 0 to 9.
    Digits,
    /// Digits and the letters A to Z, in either case.
    LettersAndDigits,
}

/// The form of the code that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeForm {
    /// How many characters it has, if that is known.
    pub length: Option<u8>,
    /// What they are.
    pub alphabet: Alphabet,
}

/// Why a typed text cannot be the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeProblem {
    /// Nothing was typed.
    Missing,
    /// It has fewer characters than the code.
    TooShort,
    /// It has more characters than the code.
    TooLong,
    /// It has characters that the code does not have.
    OtherCharacters,
}

impl CodeForm {
    /// Reads what was typed or pasted; see [`typed_text::code`].
    ///
    /// # Errors
    /// [`CodeProblem`] if it cannot be the code that was asked for, so that no attempt is spent on it.
    pub fn read(self, typed: &str) -> Result<Secret, CodeProblem> {
        let plain = typed_text::code(typed);
        let fits = |c: char| match self.alphabet {
            Alphabet::Digits => c.is_ascii_digit(),
            Alphabet::LettersAndDigits => c.is_ascii_alphanumeric(),
        };
        let length = plain.chars().count();
        match self.length.map(usize::from) {
            _ if length == 0 => Err(CodeProblem::Missing),
            _ if !plain.chars().all(fits) => Err(CodeProblem::OtherCharacters),
            Some(expected) if length < expected => Err(CodeProblem::TooShort),
            Some(expected) if length > expected => Err(CodeProblem::TooLong),
            _ => Ok(Secret::new(plain)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIX_DIGITS: CodeForm = CodeForm { length: Some(6), alphabet: Alphabet::Digits };

    #[test]
    fn each_slip_has_its_own_name() {
        for (typed, problem) in [
            ("", CodeProblem::Missing),
            ("  \u{200B}", CodeProblem::Missing),
            ("12345", CodeProblem::TooShort),
            ("1234567", CodeProblem::TooLong),
            ("12345a", CodeProblem::OtherCharacters),
            ("①23456", CodeProblem::OtherCharacters),
            ("😀", CodeProblem::OtherCharacters),
        ] {
            assert_eq!(SIX_DIGITS.read(typed).err(), Some(problem), "{typed:?}");
        }
    }

    #[test]
    fn a_code_of_unknown_length_is_taken_as_it_is() {
        let form = CodeForm { length: None, alphabet: Alphabet::LettersAndDigits };
        assert_eq!(form.read(" ab-12 ").map(|code| code.expose().to_owned()), Ok("ab12".to_owned()));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_six_digits_or_a_named_problem(typed in any::<String>()) {
            if let Ok(code) = SIX_DIGITS.read(&typed) {
                prop_assert_eq!(code.expose().len(), 6);
                prop_assert!(code.expose().bytes().all(|byte| byte.is_ascii_digit()));
            }
        }
    }
}
