//! Getting the articles of the help pages.

use super::App;
use crate::browser::{site, spawn};
use crate::help::article::Article;
use crate::help::{Loaded, Reading, Topic};
use crate::route::Route;
use leptos::prelude::*;

/// The article about `topic` in the language `tag`.
pub(super) async fn load(topic: Topic, tag: &str) -> Reading {
    let Some(address) = site::help_article(topic.name(), tag) else { return Reading::Unreachable };
    match site::file(&address).await.and_then(|json| Article::read(&json)) {
        Some(article) => Reading::Loaded(Loaded { topic, tag: tag.to_owned(), article }),
        None => Reading::Unreachable,
    }
}

impl App {
    /// Gets the article of the page at `route`, if it is a help page, in the language of the site.
    pub(super) fn read_if_help(self, route: Route) {
        let Route::Help(topic) = route else { return };
        let tag = self.site.tag_untracked();
        let (is_here, is_in_another_language) = self.reading.with_untracked(|reading| {
            (reading.is_of(topic, &tag), matches!(reading, Reading::Loaded(loaded) if loaded.topic == topic))
        });
        if is_here {
            return;
        }
        // One can go on reading in the other language until this one is there.
        if !is_in_another_language {
            self.reading.set(Reading::Loading);
        }
        spawn(async move {
            let reading = load(topic, &tag).await;
            // The person may have gone on meanwhile, or changed the language again.
            if self.route.get_untracked() == route && self.site.tag_untracked() == tag {
                self.reading.set(reading);
            }
        });
    }
}
