//! Pages as they are before the app has arrived: the same screens, written as HTML when the site is built.

use super::areas;
use super::page::{operator, page};
use crate::components::element::Element;
use crate::components::frame::Choice;
use crate::components::site::{Site, Spoken};
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
use leptos::prelude::*;
use std::pin::pin;
use std::rc::Rc;
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
            recovery: RwSignal::new(Journey::default()).read_only(),
            sign_in: RwSignal::new(sign_in).read_only(),
            users: RwSignal::new(Users::default()).read_only(),
            verification: RwSignal::new(Verification::default()).read_only(),
            service_request: RwSignal::new(ServiceRequest::default()).read_only(),
            request_status: RwSignal::new_local(RequestStatus::default()).read_only(),
            reading: RwSignal::new(reading).read_only(),
            now: RwSignal::new(Moment::default()).read_only(),
            teller: StoredValue::new_local(Rc::new(|_| ())),
            screens: StoredValue::new_local(Rc::new(screen)),
            loader: StoredValue::new_local(Rc::new(|_, _| Box::pin(std::future::ready(None)))),
        };
        page(stage, languages, RwSignal::new(route).read_only()).html(site)
    })
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
