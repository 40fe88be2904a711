//! From the page as it was loaded to the app that runs in it.

use super::areas::Areas;
use super::connection::Connection;
use super::onward::{self, Happening, Opened, WayOnward};
use super::page::{operator, page};
use super::ticking::Ticker;
use super::{App, Memory, languages};
use crate::browser::dom::Node;
use crate::browser::site::Language;
use crate::browser::{clock, history, leaving, page as browser_page, site, takeover};
use crate::components::frame::Choice;
use crate::components::site::Site;
use crate::components::state::State;
use crate::config::{BadEntry, Config};
use crate::domain::moment::Seconds;
use crate::domain::recovery::Journey;
use crate::domain::request_status::RequestStatus;
use crate::domain::service_request::ServiceRequest;
use crate::domain::sign_in::{self, SignIn};
use crate::domain::users::Users;
use crate::domain::verification::Verification;
use crate::help::Reading;
use crate::i18n::text;
use crate::pages::stage::Stage;
use crate::pages::user_id;
use crate::route::Route;
use any_spawner::Executor;
use leptos::prelude::Owner;
use std::cell::Cell;

/// What an address of the sign-in page may say: where to go on after signing in. It is read once and then taken off the
/// address, so that nobody passes it on without knowing.
const RETURN_TO: &str = "return_to";

thread_local! {
    static APP: Cell<Option<App>> = const { Cell::new(None) };
}

/// What is needed next, the texts of the other pages and the driver, is got after so long, when nothing on this one waits for anything
/// any more.
const NEXT_AFTER: Seconds = Seconds::clamped(2);

/// Starts the app in the page that is loaded. Returns when it is shown, or cannot be; the app lives as long as the page.
pub async fn start() {
    show().await;
}

async fn show() -> Option<()> {
    let all = site::languages();
    let path = history::path();
    let (tag, route) = Route::parse(&path);
    let language = all.iter().find(|language| language.tag == tag).cloned()?;
    // Without its texts the app can say nothing; src/boot.js will. It has got all of them, so that one after the other costs no time.
    let spoken = languages::load(&language).await?;
    let config = site::file("/config.json").await;
    let config = config.ok_or(BadEntry::FILE).and_then(|json| Config::read(&json));
    let (spoken, opened) = match (&config, route.area()) {
        (Ok(_), None) => (spoken, None),
        _ => {
            let (spoken, opened) = onward::code().await.ok()?.opens(route, language.clone(), spoken).await?;
            (spoken, Some(opened))
        }
    };
    let place = takeover::new_place()?;
    // Signals tell their followers in tasks of the browser. It fails only if something else has done this before.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let page = owner.with(|| {
        let config = match config {
            Ok(config) => config,
            Err(bad_entry) => return Some(opened?.onward.configuration_problem(spoken, bad_entry)),
        };
        let app = App::new(Site::new(spoken, operator(&config)), all, &config, route);
        clock::after(NEXT_AFTER, move || app.go_on(Happening::Rested));
        Some(app.run(&language, opened))
    })?;
    // The app lives as long as the page.
    std::mem::forget(owner);
    Node::from(place.clone()).append(&page);
    takeover::hand_over(&place);
    Some(())
}

impl App {
    fn new(site: Site, languages: Vec<Language>, config: &Config, route: Route) -> Self {
        let asked = (route == Route::SignIn).then(|| history::parameter(RETURN_TO)).flatten();
        let app = Self(Box::leak(Box::new(Memory {
            site,
            languages,
            connection: Connection::new(config),
            route: State::new(route),
            recovery: State::new(Journey::default()),
            sign_in: State::new(SignIn::leading_to(config.after_sign_in(asked.as_deref()))),
            users: State::new(Users::default()),
            verification: State::new(Verification::default()),
            service_request: State::new(ServiceRequest::default()),
            request_status: State::new(RequestStatus::default()),
            reading: State::new(Reading::Loading),
            now: State::new(clock::now()),
            ticker: Ticker::default(),
            entry: Cell::default(),
            way_onward: WayOnward::default(),
            areas: State::new(Areas::default()),
            heading_for: Cell::new(route),
        })));
        APP.set(Some(app));
        app
    }

    /// The app of this page, once there is one. Pages tell it what people do; they are made of what threads may share, and the app
    /// is not.
    fn of_this_page() -> Option<Self> {
        APP.get()
    }

    fn run(self, language: &Language, opened: Option<Opened>) -> Node {
        self.speak_of(language, &self.site.say(&text::LANGUAGE_DIRECTION));
        let in_the_middle = self.adopt_entry();
        match opened {
            Some(opened) => self.adopt_onward(opened.onward).begins(self, opened, in_the_middle),
            None => self.answer_early_press(),
        }
        history::on_move(move |entry| self.go_on(Happening::Moved(entry)));
        browser_page::on_link(move |path, start| self.follow(path, start));
        browser_page::ignore_double_clicks();
        leaving::on_leave(move || {
            if let Some(onward) = self.onward() {
                onward.left(self);
            }
        });

        let memory = self.0;
        let stage = Stage {
            site: self.site,
            api: self.capabilities(),
            recovery: memory.recovery.read_only(),
            sign_in: memory.sign_in.read_only(),
            users: memory.users.read_only(),
            verification: memory.verification.read_only(),
            service_request: memory.service_request.read_only(),
            request_status: memory.request_status.read_only(),
            reading: memory.reading.read_only(),
            now: memory.now.read_only(),
            teller: |told| {
                if let Some(app) = Self::of_this_page() {
                    app.hear(told);
                }
            },
            screens: |stage, route| {
                let app = Self::of_this_page()?;
                app.onward()?.screen(app, stage, route)
            },
            loader: |challenge, media| match Self::of_this_page().and_then(|app| Some((app, app.onward()?))) {
                Some((app, onward)) => onward.media(app, challenge, media),
                None => Box::pin(std::future::ready(None)),
            },
        };
        let choices: Vec<Choice> = self
            .languages
            .iter()
            .map(|language| Choice { tag: language.tag.clone(), name: language.name.clone() })
            .collect();
        page(stage, &choices, memory.route.read_only()).build(self.site)
    }

    /// Whoever sent a user ID before the app was here sees the next screen at once. What is wrong with it is told on the first screen.
    fn answer_early_press(self) {
        if self.route.get_untracked() == Route::SignIn
            && let Ok(user_id) = user_id::read()
            && takeover::takes_press(user_id::ID)
        {
            // The first screen that they have seen is the static page.
            let _ = self.site.is_first_screen();
            self.sign_in(sign_in::Event::UserIdEntered(user_id));
        }
    }
}
