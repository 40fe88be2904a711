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
use leptos::prelude::*;
use std::rc::Rc;

/// The texts and rules of a language; `None` if its pack cannot be had.
pub(super) async fn load(language: &Language) -> Option<Spoken> {
    let pack = Pack::read(&site::file(&language.pack).await?)?;
    Some(Spoken { tag: language.tag.clone(), pack, rules: Rc::new(Intl::of(&language.tag)) })
}

impl App {
    /// Speaks another language as soon as its texts are there. If they cannot be had, the page goes on in this one and says
    /// that it could not be reached.
    pub(super) fn switch_language(self, language: Language) {
        spawn(async move {
            match load(&language).await {
                Some(spoken) => {
                    self.site.speak(spoken);
                    self.speak_of(&language, &self.site.say(&text::LANGUAGE_DIRECTION));
                    history::replace(&self.path(), self.entry.get_value());
                    self.read_in_this_language();
                    self.site.announce(text::LANGUAGE_NAME);
                    self.site.show_trouble(None);
                }
                None => self.site.show_trouble(Some(text::PROBLEM_UNREACHABLE)),
            }
        });
    }

    /// A help page is read in the language of the site.
    fn read_in_this_language(self) {
        let route = self.route.get_untracked();
        if let (Some(Area::Help), Some(code)) = (route.area(), self.code_of(route)) {
            code.entered(self, route);
        }
    }
}
