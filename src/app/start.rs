//! From the page as it was loaded to the app that runs in it.

use super::page::{operator, page};
use super::{App, languages, reading, request_runner};
use crate::api::SharedApi;
use crate::browser::fetch::Fetch;
use crate::browser::history::Entry;
use crate::browser::site::Language;
use crate::browser::{clock, history, leaving, page as browser_page, site, takeover};
use crate::components::captcha::Loader;
use crate::components::element::element;
use crate::components::frame::Choice;
use crate::components::site::{Operator, Site, Spoken};
use crate::config::{BadEntry, Config};
use crate::domain::recovery::Journey;
use crate::domain::request_status::RequestStatus;
use crate::domain::sign_in::SignIn;
use crate::domain::users::Users;
use crate::domain::verification::Verification;
use crate::help::Reading;
use crate::i18n::text;
use crate::pages::stage::Stage;
use crate::route::Route;
use leptos::prelude::*;
use std::rc::Rc;

/// What an address of the sign-in page may say: where to go on after signing in. It is read once and then taken off the
/// address, so that nobody passes it on without knowing.
const RETURN_TO: &str = "return_to";

/// Starts the app in the page that is loaded. Returns when it is shown; the app lives as long as the page.
pub async fn start() {
    let all = site::languages();
    let path = history::path();
    let (tag, route) = Route::parse(&path);
    let Some(language) = all.iter().find(|language| language.tag == tag).cloned() else { return };
    // All of them were preloaded by the page, so that one after the other costs no time.
    let spoken = languages::load(&language).await;
    let config = site::file("/config.json").await;
    let reading = match route {
        Route::Help(topic) => reading::load(topic, &language.tag).await,
        _ => Reading::Loading,
    };
    // Without its texts the app can say nothing; src/boot.js will.
    let Some(spoken) = spoken else { return };
    let config = config.ok_or(BadEntry::FILE).and_then(|json| Config::read(&json));
    let Some(place) = takeover::new_place() else { return };
    let mounted = leptos::mount::mount_to(place.clone(), move || match config {
        Ok(config) => {
            let site = Site::new(spoken, operator(&config));
            App::new(site, all, &config, route, reading).run(&language)
        }
        Err(bad_entry) => configuration_problem(spoken, bad_entry),
    });
    mounted.forget();
    takeover::hand_over(&place);
}

impl App {
    fn new(site: Site, languages: Vec<Language>, config: &Config, route: Route, reading: Reading) -> Self {
        let asked = (route == Route::SignIn).then(|| history::parameter(RETURN_TO)).flatten();
        let api: SharedApi = config.driver.connect(
            config.api_base_url.clone(),
            config.client_id.clone(),
            Rc::new(Fetch { timeout: config.api_timeout }),
        );
        Self {
            site,
            languages: StoredValue::new(languages),
            api: StoredValue::new_local(api),
            route: RwSignal::new(route),
            recovery: RwSignal::new(Journey::default()),
            sign_in: RwSignal::new(SignIn::leading_to(config.after_sign_in(asked.as_deref()))),
            users: RwSignal::new(Users::default()),
            verification: RwSignal::new(Verification::default()),
            service_request: RwSignal::new(request_runner::kept()),
            request_status: RwSignal::new_local(RequestStatus::default()),
            reading: RwSignal::new(reading),
            now: RwSignal::new(clock::now()),
            ticker: StoredValue::new_local(None),
            entry: StoredValue::new(Entry::default()),
        }
    }

    fn run(self, language: &Language) -> AnyView {
        self.speak_of(language, &self.site.say(&text::LANGUAGE_DIRECTION));
        if self.adopt_entry() && self.route.get_untracked() == Route::Recover {
            self.recovery.set(Journey::begun_again());
        }
        self.enter(self.route.get_untracked());
        history::on_move(move |entry| self.moved_to(entry));
        browser_page::on_link(move |path, start| self.follow(path, start));
        browser_page::ignore_double_clicks();
        leaving::on_leave(move || self.left());

        let loader: Loader = Rc::new(move |challenge, media| {
            let api = self.api.get_value();
            Box::pin(async move { api.media(challenge, media).await.ok() })
        });
        let stage = Stage {
            site: self.site,
            api: self.capabilities(),
            recovery: self.recovery.read_only(),
            sign_in: self.sign_in.read_only(),
            users: self.users.read_only(),
            verification: self.verification.read_only(),
            service_request: self.service_request.read_only(),
            request_status: self.request_status.read_only(),
            reading: self.reading.read_only(),
            now: self.now.read_only(),
            teller: StoredValue::new_local(Rc::new(move |told| self.hear(told))),
            loader: StoredValue::new_local(loader),
        };
        let choices = self.languages.with_value(|all| {
            all.iter()
                .map(|language| Choice { tag: language.tag.clone(), name: language.name.clone() })
                .collect::<Vec<_>>()
        });
        page(stage, &choices, self.route.read_only()).render(self.site)
    }
}

/// The page when `config.json` cannot be used: for the operator, who has to mend it.
fn configuration_problem(spoken: Spoken, bad_entry: BadEntry) -> AnyView {
    // Nothing of the operator's is known, and nothing of it is shown here.
    let nobody =
        Operator { product_name: String::new(), support: None, personal_account: None, other_page: None, portal: None };
    let site = Site::new(spoken, nobody);
    element("main")
        .set("class", "screen")
        .set("role", "alert")
        .with(element("h1").with(text::CONFIGURATION_TITLE))
        .with(element("p").with(text::configuration_problem(bad_entry.path.into())))
        .with(element("p").with(bad_entry.must_be.text()))
        .render(site)
}
