//! Service requests: telling one, and looking at one.

use super::Code;
use crate::app::App;
use crate::browser::{history, spawn, storage};
use crate::components::element::Element;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::request_status::{self, RequestStatus};
use crate::domain::service_request::{Command, Draft, Event, Field, IdempotencyKey, Reason, ServiceRequest, Step};
use crate::pages::stage::{Stage, Told};
use crate::pages::{not_offered, request_status as status_pages, service_request as request_pages};
use crate::route::Route;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The code, from its file.
#[wasm_split(support, fallible)]
pub(super) fn code() -> Result<&'static dyn Code, SplitLoaderError> {
    Ok(&Support)
}

struct Support;

impl Code for Support {
    fn screen(&self, stage: Stage, route: Route) -> Element {
        if !stage.offers(route) {
            return not_offered::not_offered(stage);
        }
        match route {
            Route::RequestStatus => {
                status_pages::request_status(stage, stage.request_status.with_untracked(RequestStatus::step))
            }
            _ => request_pages::service_request(stage, stage.service_request.with_untracked(ServiceRequest::step)),
        }
    }

    fn hear(&self, app: App, told: Told) {
        match told {
            Told::ServiceRequest(event) => app.ask_support(event),
            Told::RequestStatus(event) => app.look_at_request(event),
            _ => {}
        }
    }

    fn arrived(&self, app: App) {
        app.service_request.set(kept());
    }

    fn entered(&self, app: App, route: Route) {
        if route == Route::ServiceRequest {
            app.ask_support(Event::Opened(None));
        }
    }

    fn left(&self, app: App, from: Route, to: Route) {
        match from {
            Route::ServiceRequest if to != from => app.ask_support(Event::Left),
            Route::RequestStatus if to != from => app.look_at_request(request_status::Event::Left),
            _ => {}
        }
    }

    fn gone(&self, app: App) {
        app.ask_support(Event::Left);
        app.look_at_request(request_status::Event::Left);
    }

    fn counts_down(&self, app: App, now: Moment) -> bool {
        app.service_request.with_untracked(|request| request.exchange().blocked_for(now)) > Seconds::ZERO
            || app.request_status.with_untracked(|status| status.exchange().blocked_for(now)) > Seconds::ZERO
    }

    fn back(&self, app: App, route: Route) {
        match route {
            Route::RequestStatus => app.look_at_request(request_status::Event::WentBack),
            _ if app.service_request.with_untracked(ServiceRequest::step) == Step::Reason => history::back(),
            _ => app.ask_support(Event::WentBack),
        }
    }
}

/// What the browser keeps of a request that is being told, by name. Nothing of it is secret.
const REASON: &str = "request reason";
const STEP: &str = "request step";
const KEY: &str = "request key";

fn name(field: Field) -> String {
    ["request ", field.name()].concat()
}

/// The request that was being told when the page was left.
fn kept() -> ServiceRequest {
    let mut draft = Draft::default();
    if let Some(reason) = Reason::parse(&storage::kept(REASON)) {
        draft.choose(reason);
    }
    for field in Field::ALL {
        draft.set(field, &storage::kept(&name(field)));
    }
    let step = storage::kept(STEP).parse().ok().and_then(Step::numbered).unwrap_or_default();
    let key = Some(storage::kept(KEY)).filter(|key| !key.is_empty()).map(IdempotencyKey);
    ServiceRequest::kept(draft, step, key)
}

impl App {
    /// Tells the service request what happened.
    fn ask_support(self, event: Event) {
        let before = self.service_request.with_untracked(ServiceRequest::step);
        let is_back = matches!(event, Event::WentBack | Event::Left);
        let now = self.tick();
        let commands = self.service_request.update(|request| request.apply(event, now));
        let after = self.service_request.with_untracked(ServiceRequest::step);
        if before != after && !is_back && self.route.get_untracked() == Route::ServiceRequest {
            // What was entered is kept, so that no step is lost when the page is loaded again.
            self.push_step(false);
        }
        if after == Step::Sent {
            self.service_request.with_untracked(|request| {
                let number = request.receipt().map(|receipt| receipt.number.as_str()).unwrap_or_default();
                self.request_status.update_untracked(|status| status.expect(number));
            });
        }
        self.keep_time();
        for command in commands {
            match command {
                Command::Ask(ticket, request) => spawn(async move {
                    let answer = async { self.api().await?.service_request(request).await }.await;
                    self.ask_support(Event::Answered(ticket, answer));
                }),
                Command::Keep => self.keep_request(),
                Command::Forget => forget_request(),
            }
        }
    }

    fn keep_request(self) {
        self.service_request.with_untracked(|request| {
            let step = request.step().number().map(|number| number.to_string()).unwrap_or_default();
            storage::keep(STEP, &step);
            storage::keep(REASON, request.draft().reason().map_or("", Reason::name));
            storage::keep(KEY, request.key().map_or("", |key| &key.0));
            for field in Field::ALL {
                storage::keep(&name(field), request.draft().typed(field));
            }
        });
    }

    /// Tells the look at a service request what happened.
    fn look_at_request(self, event: request_status::Event) {
        let before = self.request_status.with_untracked(|status| status.step());
        let is_back = matches!(event, request_status::Event::WentBack | request_status::Event::Left);
        let now = self.tick();
        let commands = self.request_status.update(|status| status.apply(event, now));
        let after = self.request_status.with_untracked(|status| status.step());
        if before != after && !is_back && self.route.get_untracked() == Route::RequestStatus {
            self.push_step(false);
        }
        self.keep_time();
        for request_status::Command(ticket, request) in commands {
            spawn(async move {
                let answer = async { self.api().await?.request_status(request).await }.await;
                self.look_at_request(request_status::Event::Answered(ticket, answer));
            });
        }
    }
}

fn forget_request() {
    for name in [REASON, STEP, KEY] {
        storage::keep(name, "");
    }
    for field in Field::ALL {
        storage::keep(&name(field), "");
    }
}
