//! Somebody who asks support, and looks how it is going.

use crate::person::USER;
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::captcha::{AnswerKind, CaptchaAnswer, read_characters};
use partner_recovery::domain::moment::Moment;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::request_status::{self, Access, Report, RequestStatus};
use partner_recovery::domain::service_request::{
    Command, Event, Field, IdempotencyKey, Reason, Receipt, ServiceRequest, Step,
};
use std::collections::VecDeque;

/// What is entered into every field that has to be filled in.
const ANSWERS: [(Field, &str); 6] = [
    (Field::Name, "山田 花子"),
    (Field::Email, USER),
    (Field::LegalName, "Contoso K.K."),
    (Field::Domain, "contoso.example"),
    (Field::Country, "Japan"),
    (Field::Address, "1-2-3 Kita, Tokyo"),
];

/// Somebody in front of the app.
pub struct Requester<'a> {
    pub request: ServiceRequest,
    pub status: RequestStatus,
    pub now: Moment,
    api: SharedApi,
    surroundings: &'a Surroundings,
}

impl<'a> Requester<'a> {
    pub fn new(api: SharedApi, surroundings: &'a Surroundings) -> Self {
        Self {
            request: ServiceRequest::default(),
            status: RequestStatus::default(),
            now: Moment::default(),
            api,
            surroundings,
        }
    }

    /// Somebody who has told everything and is about to send it.
    pub async fn at_check(api: SharedApi, surroundings: &'a Surroundings) -> Self {
        let mut requester = Self::new(api, surroundings);
        requester.does(Event::Opened(Some(Reason::OnlyAdminLockedOut))).await;
        for (field, typed) in ANSWERS {
            requester.does(Event::Typed(field, typed.to_owned())).await;
        }
        requester.does(Event::WentOn).await;
        requester.does(Event::WentOn).await;
        assert_eq!((requester.request.step(), requester.problem()), (Step::Check, None));
        requester
    }

    /// Somebody who has sent it; with the number and the access code.
    pub async fn with_a_receipt(api: SharedApi, surroundings: &'a Surroundings) -> (Self, String, String) {
        let mut requester = Self::at_check(api, surroundings).await;
        requester.sends("key").await;
        let Receipt { number, access_code } = requester.receipt();
        let receipt = (number.clone(), access_code.expose().to_owned());
        (requester, receipt.0, receipt.1)
    }

    /// Tells the request what happened, and carries out what it asks for.
    pub async fn does(&mut self, event: Event) {
        let mut asked = VecDeque::from(self.request.apply(event, self.now));
        while let Some(command) = asked.pop_front() {
            if let Command::Ask(ticket, request) = command {
                let answer = self.api.service_request(request).await;
                asked.extend(self.request.apply(Event::Answered(ticket, answer), self.now));
            }
        }
        assert!(!self.request.exchange().is_waiting(), "an answer got lost");
    }

    /// Sends the request with the right answer to the challenge.
    pub async fn sends(&mut self, key: &str) {
        let event = self.sending(key).await;
        self.does(event).await;
    }

    /// What happens when it is sent with the right answer to the challenge.
    pub async fn sending(&self, key: &str) -> Event {
        let challenge = self.request.challenge().expect("there is a challenge");
        let characters = self.surroundings.characters(&challenge.id).await;
        self.sending_with(key, &characters)
    }

    /// What happens when it is sent with these characters.
    pub fn sending_with(&self, key: &str, characters: &str) -> Event {
        let challenge = self.request.challenge().expect("there is a challenge").id.clone();
        let kind = AnswerKind::Characters(read_characters(characters).expect("something was typed"));
        Event::Sent(CaptchaAnswer { challenge, kind }, IdempotencyKey(key.repeat(16)))
    }

    /// Tells the status what happened, and carries out what it asks for.
    pub async fn looks(&mut self, event: request_status::Event) {
        for request_status::Command(ticket, request) in self.status.apply(event, self.now) {
            let answer = self.api.request_status(request).await;
            self.status.apply(request_status::Event::Answered(ticket, answer), self.now);
        }
        assert!(!self.status.exchange().is_waiting(), "an answer got lost");
    }

    pub async fn looks_up(&mut self, number: &str, code: &str) {
        self.looks(request_status::Event::LookedUp(Access::read(number, code))).await;
    }

    pub fn receipt(&self) -> &Receipt {
        self.request.receipt().unwrap_or_else(|| panic!("there is no receipt but {:?}", self.problem()))
    }

    pub fn report(&self) -> &Report {
        self.status.report().unwrap_or_else(|| panic!("there is no report but {:?}", self.looking_problem()))
    }

    /// What the request says went wrong.
    pub fn problem(&self) -> Option<Problem> {
        self.request.exchange().trouble().map(|trouble| trouble.problem.clone())
    }

    /// What the status says went wrong.
    pub fn looking_problem(&self) -> Option<Problem> {
        self.status.exchange().trouble().map(|trouble| trouble.problem.clone())
    }
}
