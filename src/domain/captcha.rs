//! The check that a person is there: one challenge, three equal ways to answer it.

use super::moment::Seconds;
use super::secret::Secret;
use super::typed_text;

/// A challenge as the API issued it. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// The API's name for it.
    pub id: String,
    /// Whether there is a picture with characters.
    pub picture: bool,
    /// The language of the recording with the same characters (BCP 47), if there is a recording.
    pub audio_language: Option<String>,
    /// The calculation that stands in for reading and listening, if the API offers it.
    pub proof_of_work: Option<ProofOfWork>,
    /// How long it can be answered.
    pub expires_in: Option<Seconds>,
}

/// The ways to answer a challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Type the characters in a picture.
    Picture,
    /// Type the characters in a recording.
    Audio,
    /// Let the device calculate (WCAG 2.2, SC 3.3.8: a way that needs no transcription).
    Work,
}

impl Challenge {
    /// The ways that this challenge offers, in the order in which they are shown.
    #[must_use]
    pub fn media(&self) -> Vec<Medium> {
        let offered = [
            (self.picture, Medium::Picture),
            (self.audio_language.is_some(), Medium::Audio),
            (self.proof_of_work.is_some(), Medium::Work),
        ];
        offered.into_iter().filter(|(is_offered, _)| *is_offered).map(|(_, medium)| medium).collect()
    }
}

/// An ALTCHA v2 challenge: find the counter for which PBKDF2 (RFC 8018 §5.2, HMAC-SHA-256) over `nonce ‖ counter` begins
/// with `key_prefix`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofOfWork {
    /// The challenge as it came, to be sent back unchanged: its signature covers every field.
    pub challenge_json: String,
    /// Start of the password, in bytes.
    pub nonce: Vec<u8>,
    /// PBKDF2's salt, in bytes.
    pub salt: Vec<u8>,
    /// PBKDF2's iterations.
    pub cost: u32,
    /// Length of the derived key, in bytes.
    pub key_length: u32,
    /// How the derived key must begin, as lower-case hexadecimal digits.
    pub key_prefix: String,
    /// The most attempts that it can take, if the API says so.
    pub attempts: Option<u32>,
}

impl ProofOfWork {
    /// PBKDF2's password for one attempt: the nonce and the counter as four bytes, the most significant first.
    #[must_use]
    pub fn password(&self, counter: u32) -> Vec<u8> {
        [self.nonce.as_slice(), &counter.to_be_bytes()].concat()
    }

    /// Whether `derived_key` solves it.
    #[must_use]
    pub fn is_solved_by(&self, derived_key: &[u8]) -> bool {
        hexadecimal(derived_key).starts_with(&self.key_prefix)
    }

    /// What is sent for a solution, before it is encoded in Base64.
    #[must_use]
    pub fn payload(&self, counter: u32, derived_key: &[u8]) -> String {
        let key = hexadecimal(derived_key);
        format!(r#"{{"challenge":{},"solution":{{"counter":{counter},"derivedKey":"{key}"}}}}"#, self.challenge_json)
    }
}

/// `bytes` as lower-case hexadecimal digits.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|value| char::from_digit(value.into(), 16)).collect()
}

/// The bytes that hexadecimal digits stand for; `None` if they are no pairs of digits.
#[must_use]
pub fn from_hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let values: Vec<u8> =
        digits.chars().map(|c| c.to_digit(16).and_then(|value| value.try_into().ok())).collect::<Option<_>>()?;
    let pairs = values.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    Some(pairs.map(|pair| pair.iter().fold(0, |byte, value| byte << 4 | value)).collect())
}

/// The two forms of a challenge's characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// The picture.
    Picture,
    /// The recording, at its normal speed or slowly.
    Audio {
        /// Slowly.
        slow: bool,
    },
}

/// A picture or a recording.
pub struct Recording {
    /// Its media type, one of those that the app asked for.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is sent as the answer to a challenge.
pub struct CaptchaAnswer {
    /// The [`Challenge::id`] it answers.
    pub challenge: String,
    /// The answer itself.
    pub kind: AnswerKind,
}

/// How a challenge was answered.
pub enum AnswerKind {
    /// The characters of the picture or the recording.
    Characters(Secret),
    /// The finished calculation: an ALTCHA payload in Base64.
    Proof(Secret),
}

/// The answer in what was typed: without spaces and in narrow forms, so that neither matters. `None` if nothing is left.
#[must_use]
pub fn read_characters(typed: &str) -> Option<Secret> {
    let plain = typed_text::code(typed);
    (!plain.is_empty()).then(|| Secret::new(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_and_bytes_are_inverses() {
        assert_eq!(hexadecimal(&[0, 15, 160, 255]), "000fa0ff");
        assert_eq!(from_hexadecimal("000FA0ff"), Some(vec![0, 15, 160, 255]));
        assert_eq!(from_hexadecimal("abc"), None, "half a byte");
        assert_eq!(from_hexadecimal("zz"), None);
    }

    #[test]
    fn an_answer_is_read_as_people_type_it() {
        assert_eq!(read_characters(" ａ b-Ｃ ").map(|answer| answer.expose().to_owned()), Some("abC".to_owned()));
        assert!(read_characters("\u{3000}\u{200B}").is_none());
    }

    #[test]
    fn a_challenge_offers_what_it_has() {
        let challenge = Challenge {
            id: "1".to_owned(),
            picture: false,
            audio_language: Some("en".to_owned()),
            proof_of_work: None,
            expires_in: None,
        };
        assert_eq!(challenge.media(), [Medium::Audio]);
    }
}
