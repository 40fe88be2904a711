//! The driver for our own contract: `docs/api/openapi.yaml`.
//!
//! Signing in is there from the start; what the areas of the app need comes with their code.

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
use crate::api::{AccountApi, Later, Reply, SessionRequest};
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

/// A connection to an API that keeps our contract.
pub struct RecoveryV1(Rc<Connection>);

impl RecoveryV1 {
    /// For the API at `base_url`, which has no slash at its end.
    #[must_use]
    pub fn new(base_url: String, transport: Rc<dyn Transport>) -> Self {
        Self(Rc::new(Connection::new(base_url, transport)))
    }

    fn recover(&self, call: Call) -> Later<Next> {
        let connection = self.0.clone();
        Box::pin(async move { recovery::call(connection, call).await?.await })
    }
}

impl AccountApi for RecoveryV1 {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn speak(&self, language: &str) {
        self.0.speak(language);
    }

    fn begin(&self) -> Reply<'_, Next> {
        self.recover(Call::Begin)
    }

    fn submit(&self, input: Input) -> Reply<'_, Next> {
        self.recover(Call::Submit(input))
    }

    fn cancel(&self) -> Reply<'_, ()> {
        let connection = self.0.clone();
        Box::pin(async move { recovery::cancel(connection).await?.await })
    }

    fn media(&self, challenge: String, media: Media) -> Reply<'_, Recording> {
        Box::pin(challenge::media(&self.0, challenge, media))
    }

    fn service_request(&self, request: service_request::Request) -> Reply<'_, service_request::Answer> {
        let connection = self.0.clone();
        Box::pin(async move { support::service_request(connection, request).await?.await })
    }

    fn request_status(&self, request: request_status::Request) -> Reply<'_, Report> {
        let connection = self.0.clone();
        Box::pin(async move { support::request_status(connection, request).await?.await })
    }

    fn session(&self, request: SessionRequest) -> Reply<'_, Answer> {
        Box::pin(session::session(&self.0, request))
    }

    fn users(&self, request: users::Request) -> Reply<'_, users::Answer> {
        let connection = self.0.clone();
        Box::pin(async move { company::users(connection, request).await?.await })
    }

    fn verification(&self, request: verification::Request) -> Reply<'_, verification::Answer> {
        let connection = self.0.clone();
        Box::pin(async move { company::verification(connection, request).await?.await })
    }
}
