//! Pages as they are before the app has arrived: the same screens, written as HTML when the site is built.

use super::areas;
use super::page::{operator, page};
use crate::components::element::Element;
use crate::components::frame::Choice;
use crate::components::site::{Site, Spoken};
use crate::components::state::{ReadState, State};
use crate::config::Config;
use crate::domain::moment::Moment;
use crate::domain::recovery::Journey;
use crate::domain::request_status::RequestStatus;
use crate::domain::service_request::ServiceRequest;
use crate::domain::sign_in::{self, SignIn};
use crate::domain::users::Users;
use crate::domain::verification::Verification;
use crate::help::Reading;
use crate::pages::stage::Stage;
use crate::route::Route;
use leptos::prelude::Owner;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The page at `route`, as somebody sees it who opens it, as HTML for the place of the app. `reading` is the article of a help
/// page.
#[must_use]
pub fn still(spoken: Spoken, config: &Config, languages: &[Choice], route: Route, reading: Reading) -> String {
    Owner::new().with(|| {
        let site = Site::new(spoken, operator(config));
        let mut sign_in = SignIn::default();
        let api = config.driver.capabilities();
        if let Some(page) = route.account_page().filter(|_| route.is_offered_by(api)) {
            // The app will ask who is signed in, and until then the page says that it is at work.
            let _ = sign_in.apply(sign_in::Event::AccountOpened(page), Moment::default());
        }
        let stage = Stage {
            site,
            api,
            recovery: remembered(Journey::default()),
            sign_in: remembered(sign_in),
            users: remembered(Users::default()),
            verification: remembered(Verification::default()),
            service_request: remembered(ServiceRequest::default()),
            request_status: remembered(RequestStatus::default()),
            reading: remembered(reading),
            now: remembered(Moment::default()),
            teller: |_| (),
            screens: screen,
            loader: |_, _| Box::pin(std::future::ready(None)),
        };
        page(stage, languages, remembered(route)).html(site)
    })
}

/// As the app remembers it. It is there for as long as the site is built.
fn remembered<T>(value: T) -> ReadState<T> {
    Box::leak(Box::new(State::new(value))).read_only()
}

/// The screen of a page whose code comes in a file of its own in the app. Here everything is in one program, and nothing has to
/// be waited for.
fn screen(stage: Stage, route: Route) -> Option<Element> {
    let code = pin!(areas::load(route.area()?)).poll(&mut Context::from_waker(Waker::noop()));
    match code {
        Poll::Ready(code) => Some(code?.screen(stage, route)),
        Poll::Pending => None,
    }
}
