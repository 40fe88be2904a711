//! The steps of a recovery as they go over the wire (`Next` in docs/api/openapi.yaml).

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The step that comes next.
#[derive(Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Next {
    Identify {
        account_types: [&'static str; 2],
        captcha: Captcha,
    },
    ChooseMethod {
        methods: Vec<Method>,
    },
    EnterCode {
        channel: Channel,
        #[serde(skip_serializing_if = "String::is_empty")]
        hint: String,
        length: usize,
        alphabet: Alphabet,
        #[serde(skip_serializing_if = "Option::is_none")]
        resend_after: Option<i64>,
        expires_in: i64,
    },
    SetPassword {
        policy: Policy,
        expires_in: i64,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        rejected: Vec<String>,
    },
    Wait {
        poll_after: u32,
        give_up_after: u32,
    },
    Done {
        notice_sent: bool,
    },
    Leave {
        reason: LeaveReason,
        url: &'static str,
    },
}

/// One challenge.
#[derive(Serialize)]
pub struct Captcha {
    pub id: String,
    pub expires_in: i64,
    pub picture: bool,
    pub audio: bool,
    pub audio_language: &'static str,
    /// The ALTCHA challenge as its crate serialises it.
    pub proof_of_work: Value,
}

/// One way to receive a code.
#[derive(Clone, Serialize, Deserialize)]
pub struct Method {
    pub id: String,
    pub channel: Channel,
    pub hint: String,
}

/// How a code travels.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Email,
    Sms,
    Call,
    App,
}

/// What codes are made of.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alphabet {
    Digits,
    LettersAndDigits,
}

/// The password rules that can be said beforehand. Lengths in Unicode code points.
#[derive(Clone, Copy, Serialize)]
pub struct Policy {
    pub min_length: usize,
    pub max_length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_classes: Option<usize>,
    pub charset: Charset,
}

/// The characters that a password may have.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Charset {
    Unicode,
    Ascii,
}

/// Why the way goes on elsewhere.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveReason {
    PersonalAccount,
    AnotherPage,
}
