//! The driver for our own contract: `docs/api/openapi.yaml`.

mod challenge;
mod company;
mod connection;
mod fault;
mod password;
mod recovery;
mod session;
mod support;

#[cfg(test)]
mod tests;

use crate::api::http::Transport;
use crate::api::{AccountApi, Reply, SessionRequest, SharedApi};
use crate::domain::capabilities::Capabilities;
use crate::domain::captcha::{Media, Recording};
use crate::domain::recovery::{Input, Next};
use crate::domain::request_status::{self, Report};
use crate::domain::service_request;
use crate::domain::sign_in::Answer;
use crate::domain::{users, verification};
use connection::Connection;
use recovery::Call;
use std::rc::Rc;

/// Our contract has everything.
pub(super) const CAPABILITIES: Capabilities = Capabilities::ALL;

/// The driver for the API at `base_url`, which has no slash at its end.
pub(super) fn connect(base_url: String, transport: Rc<dyn Transport>) -> SharedApi {
    Rc::new(RecoveryV1(Connection::new(base_url, transport)))
}

struct RecoveryV1(Connection);

impl AccountApi for RecoveryV1 {
    fn speak(&self, language: &str) {
        self.0.speak(language);
    }

    fn begin(&self) -> Reply<'_, Next> {
        Box::pin(recovery::call(&self.0, Call::Begin))
    }

    fn submit(&self, input: Input) -> Reply<'_, Next> {
        Box::pin(recovery::call(&self.0, Call::Submit(input)))
    }

    fn cancel(&self) -> Reply<'_, ()> {
        Box::pin(recovery::cancel(&self.0))
    }

    fn media(&self, challenge: String, media: Media) -> Reply<'_, Recording> {
        Box::pin(challenge::media(&self.0, challenge, media))
    }

    fn service_request(&self, request: service_request::Request) -> Reply<'_, service_request::Answer> {
        Box::pin(support::service_request(&self.0, request))
    }

    fn request_status(&self, request: request_status::Request) -> Reply<'_, Report> {
        Box::pin(support::request_status(&self.0, request))
    }

    fn session(&self, request: SessionRequest) -> Reply<'_, Answer> {
        Box::pin(session::session(&self.0, request))
    }

    fn users(&self, request: users::Request) -> Reply<'_, users::Answer> {
        Box::pin(company::users(&self.0, request))
    }

    fn verification(&self, request: verification::Request) -> Reply<'_, verification::Answer> {
        Box::pin(company::verification(&self.0, request))
    }
}
