//! A person who asks support for help, with the app's state machines.

use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::captcha::{AnswerKind, CaptchaAnswer, Challenge, read_characters};
use partner_recovery::domain::moment::{Moment, Seconds};
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::request_status::{self, Access, Report, RequestStatus};
use partner_recovery::domain::service_request::{
    Command, Draft, Event, Field, IdempotencyKey, Reason, ServiceRequest, Step,
};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};

/// What the person says of themselves and of the company, besides the account.
const TOLD: [(Field, &str); 8] = [
    (Field::Name, "山田 花子"),
    (Field::Phone, "+81 3 1234 5678"),
    (Field::LegalName, "Contoso K.K."),
    (Field::Domain, "https://contoso.example/"),
    (Field::Country, "Japan"),
    (Field::Address, "1-2-3 Kita\nTokyo"),
    (Field::RegistrationNumber, "0100-01-000001"),
    (Field::Details, "Nobody else is left."),
];

/// What the browser keeps of a request that is not sent yet.
#[derive(Clone)]
struct Kept {
    draft: Draft,
    step: Step,
    key: Option<IdempotencyKey>,
}

/// Somebody who asks support for help, and looks at what has become of it.
pub struct Requester<'a> {
    pub request: ServiceRequest,
    pub status: RequestStatus,
    pub now: Moment,
    kept: Option<Kept>,
    api: SharedApi,
    surroundings: &'a Surroundings,
}

impl<'a> Requester<'a> {
    /// A person whose account has this user ID, in front of the answers, where the request is sent.
    pub async fn at_check(api: SharedApi, surroundings: &'a Surroundings, user_id: &str) -> Self {
        let mut requester = Self {
            request: ServiceRequest::default(),
            status: RequestStatus::default(),
            now: Moment::default(),
            kept: None,
            api,
            surroundings,
        };
        requester.does(Event::Opened(Some(Reason::OnlyAdminLockedOut))).await;
        for (field, words) in TOLD.into_iter().chain([(Field::Email, user_id)]) {
            requester.does(Event::Typed(field, words.to_owned())).await;
        }
        for step in [Step::Contact, Step::Company] {
            assert_eq!(requester.request.step(), step);
            requester.does(Event::WentOn).await;
        }
        assert_eq!((requester.request.step(), requester.problem()), (Step::Check, None));
        requester
    }

    /// A person with the receipt in front of them.
    pub async fn sent(api: SharedApi, surroundings: &'a Surroundings, user_id: &str) -> Self {
        let mut requester = Self::at_check(api, surroundings, user_id).await;
        requester.sends().await;
        assert_eq!((requester.request.step(), requester.problem()), (Step::Sent, None));
        requester
    }

    /// The same person on another page of the same browser: that is what loading the page again makes.
    pub async fn on_another_page(&self) -> Self {
        let kept = self.kept.clone().expect("something was kept");
        let mut requester = Self {
            request: ServiceRequest::kept(kept.draft.clone(), kept.step, kept.key.clone()),
            status: RequestStatus::default(),
            now: self.now,
            kept: Some(kept),
            api: self.surroundings.connect(),
            surroundings: self.surroundings,
        };
        requester.does(Event::Opened(None)).await;
        assert_eq!((requester.request.step(), requester.problem()), (Step::Check, None));
        requester
    }

    /// Tells the request what happened, and carries out what it asks for until it asks for nothing more.
    pub async fn does(&mut self, event: Event) {
        let mut asked = VecDeque::from(self.request.apply(event, self.now));
        while let Some(command) = asked.pop_front() {
            match command {
                Command::Ask(ticket, request) => {
                    let answer = self.api.service_request(request).await;
                    asked.extend(self.request.apply(Event::Answered(ticket, answer), self.now));
                }
                Command::Keep => {
                    let (draft, step) = (self.request.draft().clone(), self.request.step());
                    self.kept = Some(Kept { draft, step, key: self.request.key().cloned() });
                }
                Command::Forget => self.kept = None,
            }
        }
        assert!(!self.request.exchange().is_waiting(), "an answer got lost");
    }

    /// Tells the look at the request what happened, and carries out what it asks for.
    pub async fn looks(&mut self, event: request_status::Event) {
        let mut asked = VecDeque::from(self.status.apply(event, self.now));
        while let Some(request_status::Command(ticket, request)) = asked.pop_front() {
            let answer = self.api.request_status(request).await;
            asked.extend(self.status.apply(request_status::Event::Answered(ticket, answer), self.now));
        }
        assert!(!self.status.exchange().is_waiting(), "an answer got lost");
    }

    /// The time passes, here and for the API.
    pub async fn waits(&mut self, time: Seconds) {
        self.now = self.now.after(time);
        self.surroundings.pass(time).await;
    }

    /// Sends the request with the characters of the challenge.
    pub async fn sends(&mut self) {
        let characters = self.surroundings.characters(&self.challenge().id).await;
        self.sends_with_characters(&characters).await;
    }

    pub async fn sends_with_characters(&mut self, characters: &str) {
        let kind = AnswerKind::Characters(read_characters(characters).expect("something was typed"));
        let answer = CaptchaAnswer { challenge: self.challenge().id, kind };
        self.does(Event::Sent(answer, new_key())).await;
    }

    /// Sends the request, and leaves when support has it, before there is an answer.
    pub async fn sends_and_hears_nothing(&mut self) {
        let surroundings = self.surroundings;
        let arrives = async { while surroundings.service_requests().await.is_empty() {} };
        tokio::select! {
            () = self.sends() => panic!("the answer is not withheld"),
            () = arrives => {}
        }
    }

    /// Looks the request up with what the receipt says.
    pub async fn looks_up(&mut self) {
        let (number, access_code) = self.receipt();
        self.looks_up_with(&number, &access_code).await;
    }

    /// Looks a request up with what was typed.
    pub async fn looks_up_with(&mut self, number: &str, access_code: &str) {
        self.looks(request_status::Event::LookedUp(Access::read(number, access_code))).await;
    }

    pub fn challenge(&self) -> Challenge {
        self.request.challenge().expect("there is a challenge").clone()
    }

    /// The number and the access code.
    pub fn receipt(&self) -> (String, String) {
        let receipt = self.request.receipt().expect("the request was sent");
        (receipt.number.clone(), receipt.access_code.expose().to_owned())
    }

    pub fn report(&self) -> &Report {
        self.status.report().unwrap_or_else(|| panic!("there is no report but {:?}", self.status_problem()))
    }

    /// What went wrong with the request.
    pub fn problem(&self) -> Option<Problem> {
        self.request.exchange().trouble().map(|trouble| trouble.problem.clone())
    }

    /// What went wrong with the look at it.
    pub fn status_problem(&self) -> Option<Problem> {
        self.status.exchange().trouble().map(|trouble| trouble.problem.clone())
    }
}

/// A key that no other request has.
fn new_key() -> IdempotencyKey {
    static LAST: AtomicU32 = AtomicU32::new(0);
    IdempotencyKey(format!("a key of its own {}", LAST.fetch_add(1, Ordering::Relaxed)))
}
