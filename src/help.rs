//! The help pages: what they are about, what can be started from them, and how their text is put together.
//!
//! The text itself is in `src/help/<language>/<topic>.md`. A build step makes articles of it (`src/bin/prerender/`), and a
//! page loads the one that it shows; none of the text is in the app.

pub mod article;
pub mod start;

use crate::i18n::{Message, text};
use article::Article;

/// What a help page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Somebody cannot sign in.
    CannotSignIn,
    /// What is verified of a company, and what to do about each result.
    VerifyAccount,
    /// Somebody resets their own password.
    ResetMyPassword,
    /// A Global admin resets the password of somebody else.
    ResetUserPassword,
}

impl Topic {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] =
        [Self::CannotSignIn, Self::VerifyAccount, Self::ResetMyPassword, Self::ResetUserPassword];

    /// Its name in links and file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CannotSignIn => "cannot-sign-in",
            Self::VerifyAccount => "verify-account",
            Self::ResetMyPassword => "reset-my-password",
            Self::ResetUserPassword => "reset-user-password",
        }
    }

    /// The topic of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }

    /// The page's heading.
    #[must_use]
    pub fn title(self) -> Message {
        match self {
            Self::CannotSignIn => text::HELP_CANNOT_SIGN_IN_TITLE,
            Self::VerifyAccount => text::HELP_VERIFY_ACCOUNT_TITLE,
            Self::ResetMyPassword => text::HELP_RESET_MY_PASSWORD_TITLE,
            Self::ResetUserPassword => text::HELP_RESET_USER_PASSWORD_TITLE,
        }
    }
}

/// What there is to read on a help page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The article is on its way.
    Loading,
    /// The article is there.
    Loaded(Loaded),
    /// The article could not be had.
    Unreachable,
}

/// An article that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// What it is about.
    pub topic: Topic,
    /// Its language (BCP 47).
    pub tag: String,
    /// The article.
    pub article: Article,
}

impl Reading {
    /// Whether it is the article about `topic` in the language `tag`.
    #[must_use]
    pub fn is_of(&self, topic: Topic, tag: &str) -> bool {
        matches!(self, Self::Loaded(loaded) if loaded.topic == topic && loaded.tag == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_their_own() {
        for topic in Topic::ALL {
            assert_eq!(Topic::parse(topic.name()), Some(topic));
        }
        assert_eq!(Topic::parse("nothing"), None);
    }

    #[test]
    fn an_article_is_that_of_its_topic_and_language_only() {
        let article = Article::default();
        let reading = Reading::Loaded(Loaded { topic: Topic::VerifyAccount, tag: "ja".to_owned(), article });
        assert!(reading.is_of(Topic::VerifyAccount, "ja"));
        assert!(!reading.is_of(Topic::VerifyAccount, "en"));
        assert!(!reading.is_of(Topic::CannotSignIn, "ja"));
        assert!(!Reading::Loading.is_of(Topic::VerifyAccount, "ja"));
    }
}
