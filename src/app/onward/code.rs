//! The code that leads onward, in a file of its own.

use super::{Coming, Happening, Onward, Opened};
use crate::app::{App, areas, languages};
use crate::browser::dom::Node;
use crate::browser::history;
use crate::browser::site::Language;
use crate::browser::spawn;
use crate::components::element::{Element, element};
use crate::components::site::{Operator, Site, Spoken};
use crate::config::BadEntry;
use crate::domain::captcha::{Media, Recording};
use crate::domain::recovery::Journey;
use crate::help::Reading;
use crate::help::start::Start;
use crate::i18n::text;
use crate::pages::stage::{Stage, Told};
use crate::route::{Area, Route};
use leptos::prelude::untrack;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The code, from its file.
#[wasm_split(onward, fallible)]
pub(in crate::app) fn code() -> Result<&'static dyn Onward, SplitLoaderError> {
    Ok(&Here)
}

struct Here;

impl Onward for Here {
    fn opens(&self, route: Route, language: Language, spoken: Spoken) -> Coming<(Spoken, Opened)> {
        Box::pin(async move {
            let spoken = languages::whole(spoken, &language.later_texts).await?;
            let code = match route.area() {
                // Without its code there is nothing to show; src/boot.js gets this file too, and speaks if it cannot be had.
                Some(area) => Some((area, areas::load(area).await?)),
                None => None,
            };
            let reading = match code {
                Some((_, code)) => code.reading(route, language.tag).await,
                None => Reading::Loading,
            };
            Some((spoken, Opened { onward: &Here, code, reading }))
        })
    }

    fn configuration_problem(&self, spoken: Spoken, bad_entry: BadEntry) -> Node {
        // Nothing of the operator's is known, and nothing of it is shown here.
        let nobody = Operator {
            product_name: String::new(),
            support: None,
            personal_account: None,
            other_page: None,
            portal: None,
        };
        let site = Site::new(spoken, nobody);
        element("main")
            .set("class", "screen")
            .set("role", "alert")
            .with(element("h1").with(text::CONFIGURATION_TITLE))
            .with(element("p").with(text::configuration_problem(bad_entry.path.into())))
            .with(element("p").with(bad_entry.must_be.text()))
            .build(site)
    }

    fn begins(&self, app: App, opened: Opened, in_the_middle: bool) {
        app.reading.set(opened.reading);
        if let Some((area, code)) = opened.code {
            app.adopt(area, code);
        }
        let route = app.route.get_untracked();
        if in_the_middle && route == Route::Recover {
            app.recovery.set(Journey::begun_again());
        }
        app.enter(route);
    }

    fn goes_on(&self, app: App, what: Happening) {
        match what {
            Happening::Told(told) => app.hear_onward(told),
            Happening::Asked(commands) => app.carry_out_sign_in(commands),
            Happening::Moved(entry) => app.moved_to(entry),
            Happening::Followed(language, route, start) => {
                app.followed(language, route, start.as_deref().and_then(Start::parse));
            }
            Happening::Rested => spawn(async move {
                app.complete_texts().await;
                // If it cannot be had now, whoever needs it hears so.
                let _ = app.connect().await;
            }),
        }
    }

    fn screen(&self, app: App, stage: Stage, route: Route) -> Option<Element> {
        Some(app.code(route.area()?)?.screen(stage, route))
    }

    fn media(&self, app: App, challenge: String, media: Media) -> Coming<Recording> {
        Box::pin(async move { app.api().await.ok()?.media(challenge, media).await.ok() })
    }

    fn left(&self, app: App) {
        for area in Area::ALL {
            if let Some(code) = untrack(|| app.code(area)) {
                code.gone(app);
            }
        }
    }
}

impl App {
    /// Takes in what a person did that leads onward.
    fn hear_onward(self, told: Told) {
        let area = match told {
            Told::SignIn(event) => return self.sign_in(event),
            // Somebody who opened this page directly has nothing to go back to.
            Told::Back if self.entry.get().number == 0 => return self.show(Route::SignIn),
            Told::Back => return history::back(),
            Told::Recovery(_) | Told::LockedOut(_) | Told::Approved => Area::Recovery,
            Told::Users(_) | Told::Verification(_) => Area::Account,
            Told::ServiceRequest(_) | Told::RequestStatus(_) => Area::Support,
            Told::ReadAgain => Area::Help,
        };
        self.with_code(area, move |code| code.hear(self, told));
    }

    /// Follows a link within the site, which may start something.
    fn followed(self, language: Language, route: Route, start: Option<Start>) {
        if self.site.tag_untracked() != language.tag {
            self.switch_language(language);
        }
        if let Some(start) = start {
            self.prepare(start);
        }
        if route != self.route.get_untracked() {
            self.show(route);
        }
    }
}
