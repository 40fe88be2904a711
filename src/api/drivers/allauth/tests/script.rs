//! A server that answers as it was recorded, and remembers what it was asked.

use super::super::{CSRF_COOKIE, connect};
use crate::api::http::{Failure, Request, Response, Transport};
use crate::api::{Reply, SessionRequest, SharedApi};
use crate::domain::account::{AccountType, UserId};
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, Next};
use crate::domain::secret::Secret;
use crate::domain::sign_in::Answer;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

const TRANSCRIPT: &str = include_str!("../../../../../tests/allauth_server/transcript.json");

/// Every answer that was recorded, by its name.
pub(super) fn recorded() -> Vec<(String, u16, String)> {
    let Value::Object(answers) = serde_json::from_str(TRANSCRIPT).unwrap() else { panic!("it is a list of answers") };
    let answers = answers.into_iter();
    answers
        .map(|(name, answer)| {
            let status = answer["status"].as_u64().unwrap();
            (name, u16::try_from(status).unwrap(), answer["body"].as_str().unwrap().to_owned())
        })
        .collect()
}

/// Answers in order; without an answer left, the request is lost.
#[derive(Default)]
struct Script {
    answers: RefCell<VecDeque<Result<Response, Failure>>>,
    sent: RefCell<Vec<String>>,
    /// Whether the browser has the token yet, and how often it was replaced.
    tokens: Cell<u32>,
}

impl Transport for Script {
    fn cookie(&self, name: &str) -> Option<Secret> {
        assert_eq!(name, CSRF_COOKIE);
        let tokens = self.tokens.get();
        (tokens > 0).then(|| Secret::new(format!("token-{tokens}")))
    }

    fn send(&self, request: Request) -> Pin<Box<dyn Future<Output = Result<Response, Failure>> + '_>> {
        let mut text = format!("{} {}", request.method.name(), request.url);
        for (name, value) in request.headers.iter().map(|(name, value)| (*name, value.expose())) {
            text.push_str(&format!(" {name}={value}"));
        }
        text.extend(request.body.iter().map(|body| format!(" {}", body.expose())));
        self.sent.borrow_mut().push(text);
        // The server gives out a token with every answer that needs one, and another one after every sign-in.
        self.tokens.set(self.tokens.get() + 1);
        let answer = self.answers.borrow_mut().pop_front().unwrap_or(Err(Failure::Lost));
        Box::pin(std::future::ready(answer))
    }

    fn now(&self) -> crate::domain::moment::Moment {
        crate::domain::moment::Moment::default()
    }
}

/// The driver and its server.
pub(super) struct Scripted {
    pub(super) api: SharedApi,
    script: Rc<Script>,
}

impl Scripted {
    /// With a server that gives these recorded answers.
    pub(super) fn answering(names: &[&str]) -> Self {
        let script = Rc::new(Script::default());
        let api = connect("https://api.contoso.example".to_owned(), script.clone());
        api.speak("ja");
        let scripted = Self { api, script };
        names.iter().for_each(|name| scripted.will(name));
        scripted
    }

    /// Gives the recorded answer of this name next.
    pub(super) fn will(&self, name: &str) {
        let Some((_, status, body)) = recorded().into_iter().find(|(known, ..)| known == name) else {
            panic!("{name} is not recorded");
        };
        self.will_answer(status, &body);
    }

    pub(super) fn will_answer(&self, status: u16, body: &str) {
        self.script.answers.borrow_mut().push_back(Ok(Response { status, retry_after: None, body: body.into() }));
    }

    pub(super) fn will_fail(&self, failure: Failure) {
        self.script.answers.borrow_mut().push_back(Err(failure));
    }

    /// The requests since this was called last, oldest first.
    pub(super) fn sent(&self) -> Vec<String> {
        self.script.sent.take()
    }

    pub(super) fn identify(&self) -> Result<Next, Fault> {
        let user_id = UserId::parse("user@contoso.example").unwrap();
        self.submit(Input::Identity { account_type: AccountType::WorkOrSchool, user_id, captcha: None })
    }

    pub(super) fn submit(&self, input: Input) -> Result<Next, Fault> {
        now(self.api.submit(input))
    }

    pub(super) fn session(&self, request: SessionRequest) -> Result<Answer, Fault> {
        now(self.api.session(request))
    }

    pub(super) fn sign_in(&self, user_id: &str) -> Result<Answer, Fault> {
        self.session(SessionRequest::SignIn(UserId::parse(user_id).unwrap(), secret("a quiet walk")))
    }

    /// A recovery that has come to the new password.
    pub(super) fn at_set_password() -> Self {
        let scripted = Self::answering(&["configuration", "a code was sent", "the right code"]);
        now(scripted.api.begin()).unwrap();
        scripted.identify().unwrap();
        scripted.submit(Input::Code(secret("WWGHDGTK"))).unwrap();
        scripted.sent();
        scripted
    }
}

pub(super) fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

/// What went wrong, and how long to wait.
pub(super) fn fault<T>(answer: Result<T, Fault>) -> Option<(Problem, Option<u32>)> {
    answer.err().map(|fault| (fault.problem, fault.retry_after.map(Seconds::get)))
}

/// The answer, which is there at once because a [`Script`] never lets anybody wait.
pub(super) fn now<T>(reply: Reply<'_, T>) -> Result<T, Fault> {
    match pin!(reply).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("the driver waits for something else than its server"),
    }
}
