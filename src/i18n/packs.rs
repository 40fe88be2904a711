//! Every language's texts, for the build steps and the tests. The app itself loads one pack from the site.

use super::Message;

/// One language.
pub struct Pack {
    /// Its tag (BCP 47), which is also the first part of its pages' paths.
    pub tag: &'static str,
    /// Its texts in the order of the keys.
    pub texts: &'static [&'static str],
    /// How many of them every page needs; the others come with the code of the pages that say them.
    pub first: usize,
}

/// All languages, in the order of their tags.
pub const PACKS: &[Pack] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The names of the messages, in the order of the keys.
pub const NAMES: &[&str] = include!(concat!(env!("OUT_DIR"), "/names.rs"));

impl Pack {
    /// The text of the message with this name; `None` if there is none.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&'static str> {
        let key = NAMES.iter().position(|other| *other == name)?;
        self.texts.get(key).copied()
    }

    /// A text without values.
    #[must_use]
    pub fn text(&self, message: &Message) -> &'static str {
        self.texts.get(usize::from(message.key)).copied().unwrap_or_default()
    }

    /// The texts as the page loads them: those that every page needs, and the others. Each is a JSON array.
    ///
    /// # Errors
    /// Only if memory runs out.
    pub fn json(&self) -> Result<(String, String), serde_json::Error> {
        let (first, later) = self.texts.split_at_checked(self.first).unwrap_or((self.texts, &[]));
        Ok((serde_json::to_string(first)?, serde_json::to_string(later)?))
    }
}
