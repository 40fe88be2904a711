//! Stands for the mailboxes and phones of the people: what was sent to them, as real messages (MIME). It is kept apart from the
//! database, in which codes never are in clear.

use mail_builder::MessageBuilder;
use mail_parser::MessageParser;
use serde::Serialize;
use std::sync::Mutex;

/// A message before it is sent.
pub struct Message {
    pub to: String,
    pub subject: &'static str,
    pub text: String,
    /// The code that the text contains.
    pub code: Option<String>,
    /// Seconds since 1970.
    pub sent_at: i64,
}

/// A message as its receiver reads it.
#[derive(Serialize)]
pub struct Received {
    pub to: String,
    pub subject: String,
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// RFC 3339.
    pub sent_at: String,
}

/// The messages that were sent, oldest first.
#[derive(Default)]
pub struct Outbox(Mutex<Vec<(Vec<u8>, Option<String>)>>);

impl Outbox {
    /// Sends a message.
    pub fn send(&self, message: Message) {
        let mime = MessageBuilder::new()
            .from(("Partner recovery", "no-reply@contoso.example"))
            .to(message.to)
            .subject(message.subject)
            .date(message.sent_at)
            .text_body(message.text)
            .write_to_vec()
            .expect("a message can be written to memory");
        self.0.lock().expect("nobody panics while sending").push((mime, message.code));
    }

    /// Every message, newest first.
    pub fn received(&self) -> Vec<Received> {
        let messages = self.0.lock().expect("nobody panics while sending");
        messages.iter().rev().map(read).collect()
    }
}

fn read((mime, code): &(Vec<u8>, Option<String>)) -> Received {
    let message = MessageParser::default().parse(mime).expect("it was built as a message");
    Received {
        to: message.to().and_then(|to| to.first()?.address().map(str::to_owned)).expect("every message has a receiver"),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message.body_text(0).expect("every message has a text").into_owned(),
        code: code.clone(),
        sent_at: message.date().expect("every message has a date").to_rfc3339(),
    }
}
