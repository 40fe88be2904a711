//! Codes: made, sent, checked. Only a keyed hash is kept.

use super::app::App;
use super::language::Language;
use super::messages;
use super::methods;
use super::next::{Alphabet, Channel, Method, Next};
use super::readable::{self, DIGITS, LETTERS_AND_DIGITS};
use super::sentinels::Trick;
use super::tokens::Key;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

/// How long a code works, in seconds.
const LIFE: i64 = 10 * 60;
/// When a new one can be asked for, in seconds.
const RESEND_AFTER: i64 = 30;
/// So many wrong codes in one proof lock the recovery.
pub const ATTEMPTS: u32 = 5;

/// To whom a code goes.
pub struct Receiver<'a> {
    pub recovery_id: i64,
    pub user_id: &'a str,
    pub trick: Trick,
    pub is_known: bool,
    pub language: Language,
}

/// A code that is on its way.
#[derive(Serialize, Deserialize)]
pub struct SentCode {
    hash: String,
    /// Seconds since 1970.
    sent_at: i64,
    /// How many wrong codes were tried in this proof. Another code does not change it.
    pub wrong: u32,
}

const fn shape(trick: Trick) -> (usize, Alphabet) {
    match trick {
        Trick::LetterCode => (8, Alphabet::LettersAndDigits),
        _ => (6, Alphabet::Digits),
    }
}

/// Makes a code and sends it. Nothing is given back when it cannot be delivered. For an unknown user ID the same work is done,
/// and the message is thrown away.
pub fn send(app: &App, receiver: &Receiver<'_>, method: &Method, wrong: u32) -> Option<SentCode> {
    let (length, alphabet) = shape(receiver.trick);
    let characters = match alphabet {
        Alphabet::Digits => DIGITS,
        Alphabet::LettersAndDigits => LETTERS_AND_DIGITS,
    };
    let code = readable::random(characters, length);
    let hash = hash(&app.key, receiver.recovery_id, &code);
    let sent_at = app.clock.now();
    let wording = match method.channel {
        Channel::Email => messages::code_by_mail(receiver.language, receiver.user_id, &code),
        Channel::Sms | Channel::Call | Channel::App => messages::code_in_short(receiver.language, &code),
    };
    let address = methods::address(&app.key, receiver.user_id, method.channel);
    let message = wording.to(address, Some(code), sent_at);
    if !methods::arrives(receiver.trick, method.channel) {
        return None;
    }
    if receiver.is_known {
        app.outbox.send(message);
    }
    Some(SentCode { hash, sent_at, wrong })
}

impl SentCode {
    /// Whether this is the code. Spaces, hyphens, case and full-width forms do not matter.
    pub fn is(&self, key: &Key, recovery_id: i64, given: &str) -> bool {
        hash(key, recovery_id, &readable::normal(given)) == self.hash
    }

    /// Whether it is too old.
    pub const fn is_expired(&self, now: i64) -> bool {
        now >= self.sent_at + LIFE
    }

    /// How long to wait before asking for a new one, in seconds.
    pub fn resend_after(&self, now: i64) -> i64 {
        (self.sent_at + RESEND_AFTER - now).max(0)
    }

    /// The step that asks for it.
    pub fn step(&self, now: i64, trick: Trick, method: &Method) -> Next {
        let (length, alphabet) = shape(trick);
        Next::EnterCode {
            channel: method.channel,
            hint: method.hint.clone(),
            length,
            alphabet,
            resend_after: can_be_sent_again(method).then(|| self.resend_after(now)),
            expires_in: (self.sent_at + LIFE - now).max(0),
        }
    }
}

/// Whether there is anything to send: an app shows its codes by itself.
pub fn can_be_sent_again(method: &Method) -> bool {
    method.channel != Channel::App
}

fn hash(key: &Key, recovery_id: i64, code: &str) -> String {
    URL_SAFE_NO_PAD.encode(key.hash("code", &[&recovery_id.to_string(), code]))
}
