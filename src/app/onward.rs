//! The way onward: whatever leads beyond the two screens that ask for a user ID and a password. Its code is in a file of its own.
//!
//! Nobody needs it before they have seen the first screen and done something there. So the sign-in page does not wait for it, and what
//! people do before it is here waits in its order. Pages with code of their own wait for it: it gets what they need.

mod code;

pub(super) use code::code;

use super::App;
use super::areas::Code;
use super::connection::without_code;
use crate::browser::dom::Node;
use crate::browser::history::Entry;
use crate::browser::site::Language;
use crate::browser::spawn;
use crate::components::element::Element;
use crate::components::site::Spoken;
use crate::config::BadEntry;
use crate::domain::captcha::{Media, Recording};
use crate::domain::problem::Problem;
use crate::domain::sign_in::{Command, Event};
use crate::help::Reading;
use crate::i18n::text;
use crate::pages::stage::{Stage, Told};
use crate::route::{Area, Route};
use std::cell::{OnceCell, RefCell};
use std::pin::Pin;

/// Something that leads onward.
pub(super) enum Happening {
    /// A person did something on another page than that for signing in, or wants to go back.
    Told(Told),
    /// Signing in asks for this.
    Asked(Vec<Command>),
    /// The person went back or forward in the browser's history.
    Moved(Option<Entry>),
    /// The person followed a link within the site, which may start something.
    Followed(Language, Route, Option<String>),
    /// The page is shown, and nothing on it waits for anything any more.
    Rested,
}

/// What was got for a page before it is shown.
pub(super) struct Opened {
    /// The code that leads onward.
    pub(super) onward: &'static dyn Onward,
    /// The code of its own, if it has any.
    code: Option<(Area, &'static dyn Code)>,
    /// What there is to read on it.
    reading: Reading,
}

/// What is on its way; `None` if it cannot be had.
pub(super) type Coming<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// The code that leads onward.
pub(super) trait Onward {
    /// Gets what the page at `route` needs before it is shown, and the rest of the texts.
    fn opens(&self, route: Route, language: Language, spoken: Spoken) -> Coming<(Spoken, Opened)>;

    /// The page when `config.json` cannot be used: for the operator, who has to mend it.
    fn configuration_problem(&self, spoken: Spoken, bad_entry: BadEntry) -> Node;

    /// The app begins with the page that was opened. `in_the_middle` says that it was loaded anew at a later step of a journey.
    fn begins(&self, app: App, opened: Opened, in_the_middle: bool);

    /// Does what leads onward.
    fn goes_on(&self, app: App, what: Happening);

    /// The screen of a page that has code of its own, if that is here. Follows its arrival.
    fn screen(&self, app: App, stage: Stage, route: Route) -> Option<Element>;

    /// Gets a picture or a recording of a challenge.
    fn media(&self, app: App, challenge: String, media: Media) -> Coming<Recording>;

    /// The whole page is left, and may be shown again as it was: what is shown once is gone.
    fn left(&self, app: App);
}

/// The code if it is here, and what waits for it.
#[derive(Default)]
pub(super) struct WayOnward {
    code: OnceCell<&'static dyn Onward>,
    waiting: RefCell<Vec<Happening>>,
}

impl App {
    /// The code that leads onward, if it is here.
    pub(super) fn onward(self) -> Option<&'static dyn Onward> {
        self.0.way_onward.code.get().copied()
    }

    /// Takes in the code.
    pub(super) fn adopt_onward(self, code: &'static dyn Onward) -> &'static dyn Onward {
        *self.0.way_onward.code.get_or_init(|| code)
    }

    /// Does what leads onward: now if the code for it is here, otherwise as soon as it is.
    pub(super) fn go_on(self, what: Happening) {
        if let Some(code) = self.onward() {
            return code.goes_on(self, what);
        }
        // A form shows by itself that it waits, and nobody waits for what comes ahead.
        if matches!(what, Happening::Told(_) | Happening::Moved(_) | Happening::Followed(..)) {
            self.site.show_work(true);
        }
        let mut waiting = self.0.way_onward.waiting.borrow_mut();
        waiting.push(what);
        if waiting.len() == 1 {
            spawn(self.get_onward());
        }
    }

    async fn get_onward(self) {
        let Ok(code) = code().await else { return self.stay().await };
        self.site.show_work(false);
        self.site.show_trouble(None);
        let code = self.adopt_onward(code);
        for what in self.0.way_onward.waiting.take() {
            code.goes_on(self, what);
        }
    }

    /// The code cannot be had; a deploy may have removed it. The page that was wanted last is loaded as it is now, or else this one. If
    /// that cannot be done, everything stays as it is and can be tried again.
    async fn stay(self) {
        let waiting = self.0.way_onward.waiting.take();
        let problem = match waiting.iter().rev().find_map(Happening::path) {
            Some(path) => {
                self.do_without(path).await;
                Problem::Unreachable
            }
            // Nobody waits.
            None if waiting.iter().all(|what| matches!(what, Happening::Rested)) => return,
            None => {
                let problem = without_code().await;
                // A form says so itself.
                if !waiting.iter().any(|what| matches!(what, Happening::Asked(_))) {
                    self.site.show_trouble(Some(text::PROBLEM_UNREACHABLE));
                }
                problem
            }
        };
        self.site.show_work(false);
        for what in &waiting {
            if let Happening::Asked(commands) = what {
                for ticket in commands.iter().filter_map(Command::ticket) {
                    self.sign_in(Event::Answered(ticket, Err(problem.clone().into())));
                }
            }
        }
    }
}

impl Happening {
    /// The path of the page that is wanted.
    fn path(&self) -> Option<String> {
        match self {
            Self::Followed(language, route, _) => Some(route.href(&language.tag)),
            Self::Told(_) | Self::Asked(_) | Self::Moved(_) | Self::Rested => None,
        }
    }
}
