//! The areas of the app: groups of pages whose code is loaded when the first of them is opened.
//!
//! Whoever signs in waits for no code of the recovery. The build cuts the WASM at the functions marked `wasm_split`
//! (src/bin/prerender/parts.rs); what is only reached through them goes into files of their own.

mod account;
mod help;
mod recovery;
mod support;

use super::App;
use crate::browser::{leaving, site, spawn};
use crate::components::element::Element;
use crate::domain::moment::Moment;
use crate::help::Reading;
use crate::i18n::text;
use crate::pages::stage::{Stage, Told};
use crate::route::{Area, Route};
use leptos::prelude::untrack;
use std::pin::Pin;

/// The code of an area.
pub(super) trait Code {
    /// The screen at `route`, as the state asks for it.
    fn screen(&self, stage: Stage, route: Route) -> Element;

    /// A person did something.
    fn hear(&self, app: App, told: Told);

    /// The code is here, for the first time.
    fn arrived(&self, _app: App) {}

    /// A page is shown from now on. The account pages are told only once it is known who is signed in.
    fn entered(&self, _app: App, _route: Route) {}

    /// The page `from` makes room for `to`.
    fn left(&self, _app: App, _from: Route, _to: Route) {}

    /// The whole page is left, and may be shown again as it was: what is shown once is gone.
    fn gone(&self, _app: App) {}

    /// Whether something on a page of the area counts down.
    fn counts_down(&self, _app: App, _now: Moment) -> bool {
        false
    }

    /// What there is to read on the page `route`, got before the app is shown.
    fn reading(&self, _route: Route, _tag: String) -> Pin<Box<dyn Future<Output = Reading>>> {
        Box::pin(std::future::ready(Reading::Loading))
    }

    /// The person went one step back on the page `route`.
    fn back(&self, _app: App, _route: Route) {}
}

/// Something that has to wait for the code of an area.
type Task = Box<dyn FnOnce(&'static dyn Code)>;

/// The code that is here, and what waits for more.
#[derive(Default)]
pub(super) struct Areas {
    here: Vec<(Area, &'static dyn Code)>,
    waiting: Vec<(Area, Task)>,
}

/// The code of an area; `None` if it cannot be had.
pub(super) async fn load(area: Area) -> Option<&'static dyn Code> {
    let code = match area {
        Area::Recovery => recovery::code().await,
        Area::Support => support::code().await,
        Area::Account => account::code().await,
        Area::Help => help::code().await,
    };
    code.ok()
}

impl App {
    /// The code of an area, if it is here. Follows its arrival.
    pub(super) fn code(self, area: Area) -> Option<&'static dyn Code> {
        self.areas.with(|areas| areas.here.iter().find(|(known, _)| *known == area).map(|(_, code)| *code))
    }

    /// The code for a page, if it has code of its own and that is here.
    pub(super) fn code_of(self, route: Route) -> Option<&'static dyn Code> {
        untrack(|| self.code(route.area()?))
    }

    /// Does something with the code of an area: now if it is here, otherwise as soon as it is. What waits for the same area is
    /// done in its order.
    pub(super) fn with_code(self, area: Area, task: impl FnOnce(&'static dyn Code) + 'static) {
        self.do_with_code(area, Box::new(task));
    }

    fn do_with_code(self, area: Area, task: Task) {
        if let Some(code) = untrack(|| self.code(area)) {
            return task(code);
        }
        let is_first = self.areas.update_untracked(|areas| {
            let is_first = areas.waiting.iter().all(|(awaited, _)| *awaited != area);
            areas.waiting.push((area, task));
            is_first
        });
        if is_first {
            self.site.show_work(true);
            spawn(self.fetch(area));
        }
    }

    async fn fetch(self, area: Area) {
        // The code says what is among the texts that come later.
        let code = if self.complete_texts().await { load(area).await } else { None };
        let tasks: Vec<_> = self.areas.update_untracked(|areas| {
            let waiting = std::mem::take(&mut areas.waiting);
            let (tasks, others) = waiting.into_iter().partition(|(awaited, _)| *awaited == area);
            areas.waiting = others;
            tasks
        });
        self.site.show_work(false);
        let Some(code) = code else {
            return self.do_without(self.heading_for.get().href(&self.site.tag_untracked())).await;
        };
        self.site.show_trouble(None);
        self.adopt(area, code);
        tasks.into_iter().for_each(|(_, task)| task(code));
    }

    /// Takes in the code of an area.
    pub(super) fn adopt(self, area: Area, code: &'static dyn Code) {
        self.areas.update(|areas| areas.here.push((area, code)));
        code.arrived(self);
    }

    /// The code cannot be had. If the site can be reached, it has been deployed anew and the files of this build are gone: the
    /// page that was wanted, at `path`, is loaded as it is now. Otherwise everything stays as it is and can be tried again.
    pub(super) async fn do_without(self, path: String) {
        match site::file("/config.json").await {
            Some(_) => leaving::load_page(&path),
            None => self.site.show_trouble(Some(text::PROBLEM_UNREACHABLE)),
        }
    }
}
