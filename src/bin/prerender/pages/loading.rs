//! What a page has the browser get before the app asks for it.

use maud::{Markup, PreEscaped, html};
use partner_recovery::route::{Area, Route};

use super::Screen;
use crate::assets::Asset;
use crate::parts::{WAY_ONWARD, way_to_the_api};

impl Screen<'_> {
    /// Everything the app needs is asked for at once, not one after the other, but after what the first paint waits for. The preloads are
    /// `crossorigin` because the app's own requests are, in the terms of the Fetch standard; it would be loaded twice otherwise.
    pub(super) fn preloads(&self) -> Markup {
        let Self { assets, texts, route, .. } = *self;
        let parts = self.parts();
        html! {
            @for part in std::iter::once(&assets.app.wasm).chain(parts.iter().copied()) {
                link rel="preload" as="fetch" type="application/wasm" href=(part.url) data-integrity=(part.integrity)
                    fetchpriority="low" data-needed crossorigin;
            }
            @if !parts.is_empty() {
                link rel="preload" as="fetch" type="text/javascript" href=(assets.app.link.url)
                    data-integrity=(assets.app.link.integrity) fetchpriority="low" data-needed crossorigin;
            }
            @if route.area().is_some() {
                link rel="preload" as="fetch" type="application/json" href=(texts.later.url) fetchpriority="low" data-needed crossorigin;
            }
            link rel="preload" as="fetch" type="application/json" href="/config.json" fetchpriority="low" crossorigin;
            @if let Some(help) = self.help() {
                link rel="preload" as="fetch" type="application/json" href=(help.asset.url) fetchpriority="low" crossorigin;
            }
        }
    }

    /// The texts that the app needs first. As a file of their own they would be one more request before the first paint, and larger:
    /// the page says some of them.
    pub(super) fn texts(&self) -> anyhow::Result<Markup> {
        let (first, _) = self.pack.json()?;
        // Only these two mean something between tags.
        let content = first.replace('&', "&amp;").replace('<', "&lt;");
        Ok(html! { template #texts data-file=(self.texts.first.url) { (PreEscaped(content)) } })
    }

    /// The files with the code of the page, as far as that is not there from the start.
    fn parts(&self) -> Vec<&Asset> {
        let way = self.asks_at_once().then(|| way_to_the_api(self.config.driver));
        let own = self.route.area().map(|area| [WAY_ONWARD, area.name()]);
        self.files(own.into_iter().flatten().chain(way.into_iter().flatten()))
    }

    /// Whether the page asks the API something as soon as it is there: who is signed in.
    fn asks_at_once(&self) -> bool {
        self.route.account_page().is_some() && self.is_offered()
    }

    /// The files of these parts. They share some.
    fn files(&self, names: impl Iterator<Item = &'static str>) -> Vec<&Asset> {
        let mut files: Vec<_> = names.flat_map(|name| self.assets.app.of(name)).collect();
        files.sort_by_key(|file| &file.url);
        files.dedup_by_key(|file| &file.url);
        files
    }

    /// What is probably needed next. `boot.js` has the browser get it when there is nothing else to do.
    pub(super) fn later(&self) -> Markup {
        let next = match self.route {
            Route::SignIn => [Area::Recovery, Area::Account].as_slice(),
            Route::Recover => &[Area::Support],
            Route::Help(_) => &[Area::Recovery],
            _ => &[],
        };
        let way = (!self.asks_at_once()).then(|| way_to_the_api(self.config.driver));
        let files = self.files(way.into_iter().flatten().chain(next.iter().copied().map(Area::name)));
        let files = files.into_iter().map(|file| file.url.as_str());
        let texts = self.route.area().is_none().then_some(self.texts.later.url.as_str());
        // A page with code of its own has it already.
        let link = self.parts().is_empty().then_some(self.assets.app.link.url.as_str());
        html! {
            template #later {
                @for url in link.into_iter().chain(files).chain(texts) { link rel="prefetch" as="fetch" href=(url) crossorigin; }
            }
        }
    }
}
