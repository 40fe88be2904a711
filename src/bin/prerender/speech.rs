//! A language on the machine that builds the site.

use std::sync::Arc;

use partner_recovery::components::site::Spoken;
use partner_recovery::i18n::{Message, pack, packs};

use crate::rules::Rules;

/// One language, ready to be spoken.
pub(crate) struct Speech {
    tag: &'static str,
    texts: pack::Pack,
    rules: Arc<Rules>,
}

impl Speech {
    /// # Errors
    /// When the rules of the language are not known.
    pub(crate) fn of(texts: &packs::Pack) -> anyhow::Result<Self> {
        let owned = texts.texts.iter().map(|&text| text.to_owned()).collect();
        Ok(Self { tag: texts.tag, texts: pack::Pack::of(owned), rules: Arc::new(Rules::of(texts.tag)?) })
    }

    /// What `message` says.
    pub(crate) fn say(&self, message: &Message) -> String {
        self.texts.say(message, self.rules.as_ref())
    }

    /// For the app's own screens.
    pub(crate) fn spoken(&self) -> Spoken {
        Spoken { tag: self.tag.to_owned(), pack: self.texts.clone(), rules: self.rules.clone(), is_whole: true }
    }

    /// # Errors
    /// When something was to be said that only browsers can say.
    pub(crate) fn check(&self) -> anyhow::Result<()> {
        self.rules.check()
    }
}
