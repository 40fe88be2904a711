//! What every component may know of the site it stands on.

use super::button;
use super::element::Element;
use super::state::State;
use crate::domain::link::Link;
use crate::i18n::pack::{LanguageRules, Pack};
use crate::i18n::{Message, text};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The language of the page, and what the operator set. A handle: copies are the same site.
#[derive(Clone, Copy)]
pub struct Site(&'static Known);

struct Known {
    language: State<Spoken>,
    operator: Operator,
    announcement: State<Option<Message>>,
    trouble: State<Option<Message>>,
    is_working: State<bool>,
    has_shown_a_screen: AtomicBool,
}

/// The language that the page speaks.
#[derive(Clone)]
pub struct Spoken {
    /// Its tag (BCP 47).
    pub tag: String,
    /// Its texts.
    pub pack: Pack,
    /// Its rules.
    pub rules: Arc<dyn LanguageRules + Send + Sync>,
    /// Whether all texts are here, and not only those that every page needs.
    pub is_whole: bool,
}

/// What the operator set.
pub struct Operator {
    /// The name of what people sign in to.
    pub product_name: String,
    /// Where people find support. Known whenever the configuration can be read.
    pub support: Option<Link>,
    /// Where personal accounts are recovered, if that is known.
    pub personal_account: Option<Link>,
    /// Where a recovery goes on that is not done here, if that is known.
    pub other_page: Option<Link>,
    /// Where people go on after signing in, if not to their account.
    pub portal: Option<Link>,
}

impl Site {
    /// A site that speaks `language`, for as long as the page lives.
    #[must_use]
    pub fn new(language: Spoken, operator: Operator) -> Self {
        Self(Box::leak(Box::new(Known {
            language: State::new(language),
            operator,
            announcement: State::new(None),
            trouble: State::new(None),
            is_working: State::new(false),
            has_shown_a_screen: AtomicBool::new(false),
        })))
    }

    /// What `message` says in the language of the page. Follows the language.
    #[must_use]
    pub fn say(self, message: &Message) -> String {
        self.0.language.with(|language| language.pack.say(message, language.rules.as_ref()))
    }

    /// The tag of the language of the page. Follows the language.
    #[must_use]
    pub fn tag(self) -> String {
        self.0.language.with(|language| language.tag.clone())
    }

    /// The tag of the language of the page now.
    #[must_use]
    pub fn tag_untracked(self) -> String {
        self.0.language.with_untracked(|language| language.tag.clone())
    }

    /// A link to support.
    #[must_use]
    pub fn support(self) -> Element {
        button::link(text::FOOTER_SUPPORT, self.0.operator.support.as_ref().map_or("", Link::as_str))
    }

    /// What is spoken now.
    #[must_use]
    pub fn spoken(self) -> Spoken {
        self.0.language.get_untracked()
    }

    /// Speaks another language from now on.
    pub fn speak(self, language: Spoken) {
        self.0.language.set(language);
    }

    /// What the operator set.
    #[must_use]
    pub fn operator(self) -> &'static Operator {
        &self.0.operator
    }

    /// Notes that a screen appears, and says whether it is the first since the page was loaded. The first one does not
    /// take the focus: the browser and the screen reader have just begun to read the page.
    #[must_use]
    pub fn is_first_screen(self) -> bool {
        !self.0.has_shown_a_screen.swap(true, Ordering::Relaxed)
    }

    /// Lets screen readers say `message` when they have time.
    pub fn announce(self, message: Message) {
        self.0.announcement.set(Some(message));
    }

    /// Shows a trouble with the site itself, above whatever screen there is; `None` when it is over.
    pub fn show_trouble(self, message: Option<Message>) {
        self.0.trouble.set(message);
    }

    /// The trouble with the site itself, if there is one. Follows it.
    #[must_use]
    pub fn trouble(self) -> Option<Message> {
        self.0.trouble.get()
    }

    /// Shows that something is on its way that the person has asked for, until it is there.
    pub fn show_work(self, is_working: bool) {
        self.0.is_working.set(is_working);
    }

    /// Whether something is on its way. Follows it.
    #[must_use]
    pub fn is_working(self) -> bool {
        self.0.is_working.get()
    }

    /// What is to be announced.
    #[must_use]
    pub fn announcement(self) -> Option<Message> {
        self.0.announcement.get()
    }
}
