//! The help pages: getting their articles.

use super::Code;
use crate::app::App;
use crate::browser::{site, spawn};
use crate::components::element::Element;
use crate::help::article::Article;
use crate::help::{Loaded, Reading, Topic};
use crate::pages::help;
use crate::pages::stage::{Stage, Told};
use crate::route::Route;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The code, from its file.
#[wasm_split(help, fallible)]
pub(super) fn code() -> Result<&'static dyn Code, SplitLoaderError> {
    Ok(&Help)
}

struct Help;

impl Code for Help {
    fn screen(&self, stage: Stage, route: Route) -> Element {
        let topic = if let Route::Help(topic) = route { topic } else { route.help() };
        help::help(stage, topic)
    }

    fn hear(&self, app: App, _told: Told) {
        app.read(app.route.get_untracked());
    }

    fn entered(&self, app: App, route: Route) {
        app.read(route);
    }

    fn reading(&self, route: Route, tag: String) -> Pin<Box<dyn Future<Output = Reading>>> {
        Box::pin(async move {
            match route {
                Route::Help(topic) => read(topic, &tag).await,
                _ => Reading::Loading,
            }
        })
    }
}

/// What there is to read about `topic` in the language `tag`.
async fn read(topic: Topic, tag: &str) -> Reading {
    let Some(address) = site::help_article(topic.name(), tag) else { return Reading::Unreachable };
    match site::file(&address).await.and_then(|json| Article::read(&json)) {
        Some(article) => Reading::Loaded(Loaded { topic, tag: tag.to_owned(), article }),
        None => Reading::Unreachable,
    }
}

impl App {
    /// Gets the article of the page at `route` in the language of the site.
    fn read(self, route: Route) {
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
            let reading = read(topic, &tag).await;
            // The person may have gone on meanwhile, or changed the language again.
            if self.route.get_untracked() == route && self.site.tag_untracked() == tag {
                self.reading.set(reading);
            }
        });
    }
}
