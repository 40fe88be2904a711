//! What a person does who has nothing but a keyboard.

use super::person::Person;
use partner_recovery::i18n::Message;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// More than there is to stop at on any screen.
const MOST_STOPS: usize = 40;

/// Whether a person who looks finds the focus: it has a ring, and is in the window with nothing above it (WCAG 2.2, SC 2.4.7
/// and 2.4.11). The ring of an answer is around its whole box.
const FOCUS_IS_SEEN: &str = "
    const focused = document.activeElement;
    if (focused === document.body) return true;
    const ring = getComputedStyle(focused.closest('.answer') ?? focused);
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2 &&
        left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight &&
        (focused.contains(seen) || (focused.closest('.answer')?.contains(seen) ?? false))";

const FITS: &str = "return document.activeElement.matches(arguments[0])";

const IS_LABELLED: &str = "return document.activeElement.textContent.trim() === arguments[0]";

impl Person {
    /// Presses keys, wherever the focus is.
    pub async fn hits(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys can be pressed");
    }

    /// Tabs until the focus is on what a selector finds, and sees at every stop where it is.
    pub async fn tabs_to(&self, selector: &str) {
        self.tabs_until(selector, FITS, json!(selector)).await;
    }

    /// Tabs until the focus is on the button or link with this label, and sees at every stop where it is.
    pub async fn tabs_to_labelled(&self, label: &Message) {
        let words = self.reads(label);
        self.tabs_until(&words, IS_LABELLED, json!(words)).await;
    }

    async fn tabs_until(&self, what: &str, is_there: &str, argument: Value) {
        for _ in 0..MOST_STOPS {
            self.hits(Key::Tab).await;
            self.waits_until("the focus is seen", FOCUS_IS_SEEN).await;
            if self.script_with(is_there, vec![argument.clone()]).await == true {
                return;
            }
        }
        panic!("“{what}” cannot be reached with the keyboard at “{}”:\n{}", self.title().await, self.shown().await);
    }

    /// Is on a new screen, with the focus on its heading.
    pub async fn arrives_at(&self, heading: &Message) {
        self.is_at(heading).await;
        self.has_focus_on("heading").await;
    }
}
