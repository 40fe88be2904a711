//! A form: what is wrong in it, whether it is being sent, and where the focus goes.

use super::effect::effect;
use super::element::{Element, element};
use super::error_summary;
use crate::browser::page;
use crate::i18n::{Message, text};
use leptos::prelude::*;
use std::sync::Arc;

/// Something that is not right, in words that say what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The id of the field it is about, if it is about one.
    pub field: Option<&'static str>,
    /// The words.
    pub message: Message,
}

impl Slip {
    /// A slip in a field.
    #[must_use]
    pub fn at(field: &'static str, message: Message) -> Self {
        Self { field: Some(field), message }
    }

    /// A slip in no particular field.
    #[must_use]
    pub fn general(message: Message) -> Self {
        Self { field: None, message }
    }
}

/// Whether a form can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It can.
    Free,
    /// An answer is awaited.
    Waiting,
    /// There were too many tries; it takes a while.
    Blocked,
}

/// The state of one form. A handle: copies are the same form.
///
/// The fields keep what is typed in them; it is read when the form is sent. So nothing that is typed is ever overwritten
/// from here.
#[derive(Clone, Copy)]
pub struct Form {
    /// What was found here before anything was sent.
    found: RwSignal<Vec<Slip>>,
    /// What is wrong since then, as the journey sees it.
    reported: StoredValue<Arc<dyn Fn() -> Vec<Slip> + Send + Sync>>,
    hold: StoredValue<Arc<dyn Fn() -> Hold + Send + Sync>>,
    sent: RwSignal<u32>,
}

impl Form {
    /// A form for which `reported` says what the journey found wrong, and `hold` whether it can be sent.
    #[must_use]
    pub fn new(
        reported: impl Fn() -> Vec<Slip> + Send + Sync + 'static,
        hold: impl Fn() -> Hold + Send + Sync + 'static,
    ) -> Self {
        let form = Self {
            found: RwSignal::new(vec![]),
            reported: StoredValue::new(Arc::new(reported)),
            hold: StoredValue::new(Arc::new(hold)),
            sent: RwSignal::new(0),
        };
        // After a try that did not succeed the summary has the focus, every time.
        let seen = StoredValue::new((0, false));
        effect(move || {
            let now = (form.sent.get(), form.is_waiting());
            let before = seen.try_update_value(|seen| std::mem::replace(seen, now)).unwrap_or(now);
            let has_tried = now.0 > before.0 || before.1;
            if has_tried && !now.1 && untrack(|| form.has_slips()) {
                page::focus(error_summary::ID);
            }
        });
        form
    }

    /// Everything that is wrong now. Follows the form.
    #[must_use]
    pub fn slips(self) -> Vec<Slip> {
        let found = self.found.get();
        if found.is_empty() { self.reported.get_value()() } else { found }
    }

    /// Whether anything is wrong. Follows the form.
    #[must_use]
    pub fn has_slips(self) -> bool {
        !self.slips().is_empty()
    }

    /// What is wrong in a field, if anything is. Follows the form.
    #[must_use]
    pub fn slip_at(self, field: &str) -> Option<Message> {
        self.slips().into_iter().find(|slip| slip.field == Some(field)).map(|slip| slip.message)
    }

    /// Whether it can be sent. Follows the form.
    #[must_use]
    pub fn hold(self) -> Hold {
        self.hold.get_value()()
    }

    /// Whether an answer is awaited. Follows the form.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        self.hold() == Hold::Waiting
    }

    /// How often the form was sent. Follows the form.
    #[must_use]
    pub fn times_sent(self) -> u32 {
        self.sent.get()
    }

    /// The one button that sends the form. It is never disabled, so that the focus stays and screen readers find it; while
    /// it can do nothing, it says so.
    #[must_use]
    pub fn submit(self, label: Message) -> Element {
        element("button")
            .set("type", "submit")
            .set("class", "button")
            .live("aria-disabled", move |_| (self.hold() != Hold::Free).then(|| "true".to_owned()))
            .with(label)
    }

    /// The element, with `fields` in it. When it is sent, `send` reads the fields; slips that it returns are shown and
    /// nothing else happens. While an answer is awaited, sending again does nothing.
    ///
    /// Only the app sends anything. `method="dialog"` has the browser do nothing by itself where there is no dialog (HTML, form
    /// submission algorithm), so a press before the app or after its end costs nothing: a submission that the policy's
    /// `form-action 'none'` blocks would stop what is still loading. Nothing typed becomes part of an address (OWASP ASVS
    /// 5.0, 14.2.1).
    #[must_use]
    pub fn element(self, fields: Vec<Element>, send: impl Fn() -> Result<(), Vec<Slip>> + Send + 'static) -> Element {
        let send: Box<dyn Fn() -> Result<(), Vec<Slip>> + Send> = Box::new(send);
        // At the end, so that nothing moves when it comes.
        let working = element("div").set("class", "working").set("role", "status").with_live(move || {
            let said = self.is_waiting().then(|| element("p").with(text::WORKING));
            said.into_iter().collect()
        });
        element("form")
            .set("method", "dialog")
            .set("novalidate", "")
            // Nobody sees or fills it: only a press marks it (src/take_over.js).
            .with(element("input").set("hidden", ""))
            .live("aria-busy", move |_| self.is_waiting().then(|| "true".to_owned()))
            .on("submit", move || self.sent(send.as_ref()))
            .with_all(fields)
            .with(working)
    }

    fn sent(self, send: &dyn Fn() -> Result<(), Vec<Slip>>) {
        match untrack(|| self.hold()) {
            Hold::Waiting => return,
            // The wait is shown already, and what was typed stays.
            Hold::Blocked if untrack(|| self.has_slips()) => {}
            Hold::Blocked | Hold::Free => self.found.set(send().err().unwrap_or_default()),
        }
        self.sent.update(|times| *times += 1);
    }
}
