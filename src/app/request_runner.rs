//! Carries out what service requests ask for: telling one, and looking at one.

use super::App;
use crate::browser::{spawn, storage};
use crate::domain::recovery::{self, Situation};
use crate::domain::request_status;
use crate::domain::service_request::{Command, Draft, Event, Field, IdempotencyKey, Reason, ServiceRequest, Step};
use crate::route::Route;
use leptos::prelude::*;

/// What the browser keeps of a request that is being told, by name. Nothing of it is secret.
const REASON: &str = "request reason";
const STEP: &str = "request step";
const KEY: &str = "request key";

fn name(field: Field) -> String {
    ["request ", field.name()].concat()
}

/// The request that was being told when the page was left.
pub(super) fn kept() -> ServiceRequest {
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
    pub(super) fn ask_support(self, event: Event) {
        let before = self.service_request.with_untracked(ServiceRequest::step);
        let is_back = matches!(event, Event::WentBack | Event::Left);
        let now = self.tick();
        let commands = self.service_request.try_update(|request| request.apply(event, now)).unwrap_or_default();
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
            let api = self.api.get_value();
            match command {
                Command::Ask(ticket, request) => spawn(async move {
                    let answer = api.service_request(request).await;
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
    pub(super) fn look_at_request(self, event: request_status::Event) {
        let before = self.request_status.with_untracked(|status| status.step());
        let is_back = matches!(event, request_status::Event::WentBack | request_status::Event::Left);
        let now = self.tick();
        let commands = self.request_status.try_update(|status| status.apply(event, now)).unwrap_or_default();
        let after = self.request_status.with_untracked(|status| status.step());
        if before != after && !is_back && self.route.get_untracked() == Route::RequestStatus {
            self.push_step(false);
        }
        self.keep_time();
        for request_status::Command(ticket, request) in commands {
            let api = self.api.get_value();
            spawn(async move {
                let answer = api.request_status(request).await;
                self.look_at_request(request_status::Event::Answered(ticket, answer));
            });
        }
    }

    /// Support has agreed: the recovery begins for the account that is Global admin now, after its first question.
    pub(super) fn recover_approved(self) {
        let user_id = self.request_status.with_untracked(|status| status.report()?.user_id.clone());
        self.recovery.update(|journey| journey.begin_anew(user_id.unwrap_or_default()));
        self.recover(recovery::Event::SituationChosen(Situation::ForgotPassword));
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
