//! The JSON of our contract. Every struct is flat and every field optional: what must be there is checked where it is
//! used, and one struct for all calls costs the WASM a third of one for each (see docs/architecture.md).

use crate::domain::moment::Seconds;
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

/// Every request body.
#[derive(Default, Serialize)]
pub(super) struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) account_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) captcha: Option<CaptchaBody<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) method_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) password: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) current_password: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) new_password: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) query: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cursor: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contact: Option<Texts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) company: Option<Texts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) details: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) access_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) question_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<&'a str>,
}

/// An object of texts, by their names.
pub(super) struct Texts(pub(super) Vec<(&'static str, String)>);

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}

/// The answer to a challenge.
#[derive(Serialize)]
pub(super) struct CaptchaBody<'a> {
    pub(super) id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) answer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) proof: Option<&'a str>,
}

/// Every response body: of the recovery, of the session, of the account pages, and problem details (RFC 9457).
#[derive(Deserialize)]
pub(super) struct Answer {
    pub(super) token: Option<String>,
    pub(super) next: Option<NextStep>,

    pub(super) user: Option<User>,
    pub(super) must_change_password: Option<bool>,
    pub(super) password_policy: Option<PasswordPolicy>,

    pub(super) users: Option<Vec<User>>,
    pub(super) next_cursor: Option<String>,
    pub(super) temporary_password: Option<String>,
    pub(super) expires_at: Option<String>,
    pub(super) checks: Option<Vec<Check>>,

    pub(super) number: Option<String>,
    pub(super) access_code: Option<String>,
    /// The name of a status, or the number of one in a problem.
    pub(super) status: Option<Box<RawValue>>,
    pub(super) events: Option<Vec<HistoryEntry>>,
    pub(super) question: Option<Question>,
    pub(super) user_id: Option<String>,

    #[serde(rename = "type")]
    pub(super) problem: Option<String>,
    pub(super) errors: Option<Vec<FieldError>>,
    pub(super) captcha: Option<Captcha>,
    pub(super) attempts_left: Option<Count>,
    pub(super) retry_after: Option<Count>,
    pub(super) trace_id: Option<String>,
}

/// One of the errors of a problem.
#[derive(Deserialize)]
pub(super) struct FieldError {
    pub(super) pointer: Option<String>,
    pub(super) code: Option<String>,
}

/// The step that comes next; `step` says which fields belong to it.
#[derive(Deserialize)]
pub(super) struct NextStep {
    pub(super) step: String,
    pub(super) account_types: Option<Vec<String>>,
    pub(super) captcha: Option<Captcha>,
    pub(super) methods: Option<Vec<Method>>,
    pub(super) channel: Option<String>,
    pub(super) hint: Option<String>,
    pub(super) length: Option<Count>,
    pub(super) alphabet: Option<String>,
    pub(super) resend_after: Option<Count>,
    pub(super) expires_in: Option<Count>,
    pub(super) policy: Option<PasswordPolicy>,
    pub(super) rejected: Option<Vec<String>>,
    pub(super) poll_after: Option<Count>,
    pub(super) give_up_after: Option<Count>,
    pub(super) notice_sent: Option<bool>,
    pub(super) reason: Option<String>,
    pub(super) url: Option<String>,
}

/// A challenge.
#[derive(Deserialize)]
pub(super) struct Captcha {
    pub(super) id: Option<String>,
    pub(super) picture: Option<bool>,
    pub(super) audio: Option<bool>,
    pub(super) audio_language: Option<String>,
    pub(super) expires_in: Option<Count>,
    /// Kept as it came: its signature covers fields that we do not know.
    pub(super) proof_of_work: Option<Box<RawValue>>,
    pub(super) proof_attempts: Option<Count>,
}

/// The ALTCHA v2 challenge, as far as solving it needs to know.
#[derive(Deserialize)]
pub(super) struct Altcha {
    pub(super) parameters: AltchaParameters,
}

/// The parameters of the calculation.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AltchaParameters {
    pub(super) algorithm: String,
    pub(super) nonce: String,
    pub(super) salt: String,
    pub(super) cost: Count,
    pub(super) key_length: Count,
    pub(super) key_prefix: String,
}

/// A way to get a code.
#[derive(Deserialize)]
pub(super) struct Method {
    pub(super) id: Option<String>,
    pub(super) channel: Option<String>,
    pub(super) hint: Option<String>,
}

/// The rules for a password.
#[derive(Deserialize)]
pub(super) struct PasswordPolicy {
    pub(super) min_length: Option<Count>,
    pub(super) max_length: Option<Count>,
    pub(super) min_classes: Option<Count>,
    pub(super) charset: Option<String>,
}

/// Something that happened to a service request.
#[derive(Deserialize)]
pub(super) struct HistoryEntry {
    pub(super) kind: Option<String>,
    pub(super) at: Option<String>,
    pub(super) text: Option<String>,
}

/// A question of support.
#[derive(Deserialize)]
pub(super) struct Question {
    pub(super) id: Option<String>,
    pub(super) text: Option<String>,
}

/// Somebody who is signed in, or one of the users of the company.
#[derive(Deserialize)]
pub(super) struct User {
    pub(super) id: Option<String>,
    pub(super) display_name: Option<String>,
    pub(super) user_id: Option<String>,
    pub(super) roles: Option<Vec<String>>,
}

/// One of the things that are verified of the company.
#[derive(Deserialize)]
pub(super) struct Check {
    pub(super) kind: String,
    pub(super) status: Option<String>,
    pub(super) updated_at: Option<String>,
    pub(super) action: Option<String>,
}

/// A count or a length of time. Any JSON number is taken and brought within reason, so that an absurd one does not make
/// the rest of an answer unreadable.
#[derive(Clone, Copy)]
pub(super) struct Count(pub(super) u64);

impl Count {
    pub(super) fn seconds(self) -> Seconds {
        Seconds::clamped(self.0)
    }

    pub(super) fn number(self) -> u32 {
        self.0.try_into().unwrap_or(u32::MAX)
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyNumber;
        impl Visitor<'_> for AnyNumber {
            type Value = Count;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Count, E> {
                Ok(Count(number))
            }

            fn visit_i64<E: Error>(self, negative: i64) -> Result<Count, E> {
                Ok(Count(negative.try_into().unwrap_or(0)))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Count, E> {
                // `as` saturates: a negative number becomes 0, an enormous one the largest.
                Ok(Count(number as u64))
            }
        }
        deserializer.deserialize_any(AnyNumber)
    }
}
