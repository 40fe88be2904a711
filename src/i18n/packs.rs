//! Every language's texts, for the build steps and the tests. The app itself loads one pack from the site.

use super::Message;

/// One language.
pub struct Pack {
    /// Its tag (BCP 47), which is also the first part of its pages' paths.
    pub tag: &'static str,
    /// Its texts in the order of the keys.
    pub texts: &'static [&'static str],
}

/// All languages, in the order of their tags.
pub const PACKS: &[Pack] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

impl Pack {
    /// A text without values.
    #[must_use]
    pub fn text(&self, message: &Message) -> &'static str {
        self.texts.get(usize::from(message.key)).copied().unwrap_or_default()
    }

    /// The pack as the page loads it: a JSON array.
    ///
    /// # Errors
    /// Only if memory runs out.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self.texts)
    }
}
