//! Copying a secret with a button, and taking it out of the clipboard again.

use super::button;
use super::element::{Element, element};
use crate::browser::{clipboard, spawn};
use crate::domain::secret::Secret;
use crate::i18n::{Message, text};
use leptos::prelude::*;

/// What has become of the clipboard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clipboard {
    Untouched,
    Copied,
    NotCopied,
    Cleared,
    NotCleared,
}

/// The buttons, and what came of pressing them. `secret` is asked when the button is pressed; nothing is kept here.
#[must_use]
pub fn copying(label: Message, secret: impl Fn() -> Option<Secret> + Send + 'static) -> Element {
    let state = RwSignal::new(Clipboard::Untouched);
    let copy = button::action(label, move || {
        if let Some(secret) = secret() {
            write(&secret, state, Clipboard::Copied, Clipboard::NotCopied);
        }
    });
    let clear = button::action(text::CLEAR_CLIPBOARD, move || {
        write(&Secret::new(String::new()), state, Clipboard::Cleared, Clipboard::NotCleared);
    });
    let said = element("div").set("role", "status").with_live(move || {
        let said = match state.get() {
            Clipboard::Untouched => None,
            Clipboard::Copied => Some(text::COPIED),
            Clipboard::NotCopied => Some(text::NOT_COPIED),
            Clipboard::Cleared => Some(text::CLIPBOARD_CLEARED),
            Clipboard::NotCleared => Some(text::CLIPBOARD_NOT_CLEARED),
        };
        said.map(|said| element("p").with(said)).into_iter().collect()
    });
    element("div").set("class", "copying").with(copy).with(clear).with(said)
}

fn write(content: &Secret, state: RwSignal<Clipboard>, done: Clipboard, refused: Clipboard) {
    let written = clipboard::write(content);
    spawn(async move { state.set(if written.await { done } else { refused }) });
}
