//! The screens: one per file, named like the step it shows. A page shows a state and tells what the person did; it never
//! decides what comes next.

pub mod account;
pub mod change_password;
pub mod checking;
pub mod help;
pub mod next_actions;
pub mod not_found;
pub mod not_offered;
pub mod password;
pub mod recovery;
pub mod request_status;
pub mod service_request;
pub mod sign_in;
pub mod stage;
pub mod troubles;
pub mod user_id;
pub mod users;
pub mod verification;

use crate::components::element::{Element, element};
use crate::components::frame;
use crate::components::state::ReadState;
use crate::domain::recovery::Screen;
use crate::domain::request_status::{self as status, RequestStatus};
use crate::domain::service_request::{self as request, ServiceRequest};
use crate::domain::sign_in::{Page, Step};
use crate::domain::users::Screen as UsersScreen;
use crate::help::Topic;
use crate::route::Route;
use leptos::prelude::*;
use stage::Stage;

/// Which screen is shown. A screen is made anew only when this changes, so that what is typed stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    SignIn,
    Password,
    Checking(Page),
    Account,
    ChangePassword,
    Users(UsersScreen),
    Verification,
    Recovery(Screen),
    ServiceRequest(request::Step),
    RequestStatus(status::Step),
    Help(Topic),
    NotOffered,
    NotFound,
}

fn shown(stage: Stage, route: Route) -> Shown {
    if !stage.offers(route) {
        return Shown::NotOffered;
    }
    if let Some(page) = route.account_page()
        && stage.sign_in.with(|sign_in| sign_in.session().is_none())
    {
        return Shown::Checking(page);
    }
    match route {
        Route::SignIn => stage.sign_in.with(|sign_in| match sign_in.step() {
            Step::UserId | Step::Unknown => Shown::SignIn,
            // Whoever has signed in goes on to another page, and sees this one until that is there.
            Step::Password(_) | Step::SignedIn(_) => Shown::Password,
        }),
        Route::Account => Shown::Account,
        Route::ChangePassword => Shown::ChangePassword,
        Route::Recover => Shown::Recovery(stage.recovery.with(|journey| journey.step().screen())),
        Route::ServiceRequest => Shown::ServiceRequest(stage.service_request.with(ServiceRequest::step)),
        Route::RequestStatus => Shown::RequestStatus(stage.request_status.with(RequestStatus::step)),
        Route::Users => Shown::Users(stage.users.with(|users| users.step().screen())),
        Route::Verification => Shown::Verification,
        Route::Help(topic) => Shown::Help(topic),
        Route::NotFound => Shown::NotFound,
    }
}

/// The main part of the page at `route`.
#[must_use]
pub fn main(stage: Stage, route: ReadState<Route>) -> Element {
    let shown = Memo::new(move |_| shown(stage, route.get()));
    element("main").set("id", frame::MAIN).set("tabindex", "-1").with_live(move || {
        let shown = shown.get();
        // What a screen reads while it is made belongs to that moment; only `shown` makes it anew.
        vec![untrack(|| match shown {
            Shown::SignIn => sign_in::sign_in(stage),
            Shown::Password => password::password(stage),
            _ => from_elsewhere(stage, route.get()),
        })]
    })
}

/// A screen whose code comes in a file of its own. A page is shown only when that is here.
fn from_elsewhere(stage: Stage, route: Route) -> Element {
    stage.screen_at(route).unwrap_or_else(|| not_found::not_found(stage))
}
