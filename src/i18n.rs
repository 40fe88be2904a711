//! What the app says, in every language.
//!
//! A [`Message`] is a key with its values; it is language-free and costs the WASM two bytes. The texts live in one
//! catalogue per language (`src/i18n/*.ftl`); the build checks them and packs them, and the page loads the one pack it
//! needs. A new language is one new file.

pub mod pack;
#[cfg(not(target_arch = "wasm32"))]
pub mod packs;
pub mod wording;

use crate::domain::moment::Seconds;
use crate::domain::timestamp::Timestamp;

/// The messages by name, made from `en.ftl` by the build.
pub mod text {
    use super::{Message, Value};
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

/// Something to say: which text, and what goes into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    key: u16,
    values: Vec<Value>,
}

impl Message {
    const fn plain(key: u16) -> Self {
        Self { key, values: Vec::new() }
    }

    const fn with(key: u16, values: Vec<Value>) -> Self {
        Self { key, values }
    }
}

/// What can go into a text. How it looks is the language's matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name, an address: shown as it is, kept apart from the direction of the text around it.
    Text(String),
    /// A count.
    Number(u32),
    /// A length of time.
    Time(Seconds),
    /// A date and a time.
    DateTime(Timestamp),
    /// A language, by its tag (BCP 47).
    Language(String),
    /// Another whole message, such as the heading in a window's title.
    Message(Box<Message>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<Seconds> for Value {
    fn from(time: Seconds) -> Self {
        Self::Time(time)
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::DateTime(at)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}
