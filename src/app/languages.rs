//! Switching the language at any step: the texts change where they stand, and nothing else does.

use super::App;
use crate::browser::history;
use crate::browser::intl::Intl;
use crate::browser::site::{self, Language};
use crate::browser::spawn;
use crate::components::site::Spoken;
use crate::i18n::pack::Pack;
use crate::i18n::text;
use crate::route::Area;
use std::sync::Arc;

/// The rules of a language and the texts that every page needs; `None` if they cannot be had.
pub(super) async fn load(language: &Language) -> Option<Spoken> {
    let pack = Pack::read(&site::file(&language.texts).await?)?;
    Some(Spoken { tag: language.tag.clone(), pack, rules: Arc::new(Intl::of(&language.tag)), is_whole: false })
}

/// The same with all texts.
async fn load_whole(language: &Language) -> Option<Spoken> {
    let first = load(language).await?;
    whole(first, &language.later_texts).await
}

/// The same with all texts, after those that every page needs.
pub(super) async fn whole(first: Spoken, later_texts: &str) -> Option<Spoken> {
    let later = Pack::read(&site::file(later_texts).await?)?;
    Some(Spoken { pack: first.pack.and(later), is_whole: true, ..first })
}

impl App {
    /// Speaks another language as soon as its texts are there. If they cannot be had, the page goes on in this one and says
    /// that it could not be reached.
    pub(super) fn switch_language(self, language: Language) {
        spawn(async move {
            match load_whole(&language).await {
                Some(spoken) => {
                    self.site.speak(spoken);
                    self.speak_of(&language, &self.site.say(&text::LANGUAGE_DIRECTION));
                    history::replace(&self.path(), self.entry.get());
                    self.read_in_this_language();
                    self.site.announce(text::LANGUAGE_NAME);
                    self.site.show_trouble(None);
                }
                None => self.site.show_trouble(Some(text::PROBLEM_UNREACHABLE)),
            }
        });
    }

    /// Sees to it that all texts of the language are here; `false` if they cannot be had.
    pub(super) async fn complete_texts(self) -> bool {
        let spoken = self.site.spoken();
        if spoken.is_whole {
            return true;
        }
        let language = self.languages.iter().find(|language| language.tag == spoken.tag);
        let Some(language) = language else { return false };
        let Some(whole) = whole(spoken, &language.later_texts).await else { return false };
        // Meanwhile the person may have chosen another language, which came whole.
        if !self.site.spoken().is_whole {
            self.site.speak(whole);
        }
        true
    }

    /// A help page is read in the language of the site.
    fn read_in_this_language(self) {
        let route = self.route.get_untracked();
        if let (Some(Area::Help), Some(code)) = (route.area(), self.code_of(route)) {
            code.entered(self, route);
        }
    }
}
