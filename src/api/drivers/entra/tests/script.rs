//! Endpoints that answer what they were told to, and remember what they were asked.

use super::super::connect;
use crate::api::http::{Failure, Method, Request, Response, Transport};
use crate::api::{Reply, SessionRequest, SharedApi};
use crate::domain::account::{AccountType, UserId};
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, Next};
use crate::domain::secret::Secret;
use crate::domain::sign_in::Answer;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

pub(super) const USER: &str = "user@contoso.example";
pub(super) const BASE_URL: &str = "https://login.contoso.example/api";
pub(super) const CLIENT_ID: &str = "11111111-2222-3333-4444-555555555555";

/// A step that has a code sent, and the steps after it.
pub(super) const STARTED: &str = r#"{"continuation_token":"t1"}"#;
pub(super) const CODE_SENT: &str = r#"{"continuation_token":"t2","challenge_type":"oob","binding_method":"prompt","challenge_channel":"email","challenge_target_label":"u***r@co**o**o.example","code_length":8}"#;
pub(super) const CODE_RIGHT: &str = r#"{"expires_in":600,"continuation_token":"t3"}"#;
pub(super) const TAKEN: &str = r#"{"continuation_token":"t4","poll_interval":5}"#;
pub(super) const NO_SUCH_USER: &str = r#"{"error":"user_not_found","error_description":"AADSTS1003037: …","error_codes":[1003037],"correlation_id":"c-1","trace_id":"t-1"}"#;

/// A request as it was sent.
pub(super) struct Sent {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: String,
    pub(super) cookies: bool,
}

impl Sent {
    /// The value of a field of the form.
    pub(super) fn field(&self, name: &str) -> Option<String> {
        let mut fields = url::form_urlencoded::parse(self.body.as_bytes()).into_owned();
        fields.find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The path below the base URL.
    pub(super) fn path(&self) -> &str {
        self.url.strip_prefix(BASE_URL).unwrap()
    }
}

/// Answers in order; without an answer left, the request is lost.
#[derive(Default)]
pub(super) struct Script {
    answers: RefCell<VecDeque<Result<Response, Failure>>>,
    pub(super) sent: RefCell<Vec<Sent>>,
    now: Cell<Moment>,
}

impl Transport for Script {
    fn cookie(&self, _: &str) -> Option<Secret> {
        None
    }

    fn send(&self, request: Request) -> Pin<Box<dyn Future<Output = Result<Response, Failure>> + '_>> {
        self.sent.borrow_mut().push(Sent {
            method: request.method,
            url: request.url,
            headers: request.headers.iter().map(|(name, value)| (*name, value.expose().to_owned())).collect(),
            body: request.body.map_or_else(String::new, |body| body.expose().to_owned()),
            cookies: request.cookies,
        });
        let answer = self.answers.borrow_mut().pop_front().unwrap_or(Err(Failure::Lost));
        Box::pin(std::future::ready(answer))
    }

    fn now(&self) -> Moment {
        self.now.get()
    }
}

/// The driver and its endpoints.
pub(super) struct Scripted {
    pub(super) api: SharedApi,
    pub(super) script: Rc<Script>,
}

impl Scripted {
    pub(super) fn new() -> Self {
        let script = Rc::new(Script::default());
        let api = connect(BASE_URL.to_owned(), CLIENT_ID.to_owned(), script.clone());
        api.speak("ja");
        Self { api, script }
    }

    /// A driver in a recovery that has come as far as its endpoints answer with these successes.
    pub(super) fn after(successes: &[&str]) -> Self {
        let scripted = Self::new();
        successes.iter().for_each(|body| scripted.will_answer(200, body));
        assert_eq!(now(scripted.api.begin()).unwrap(), identify());
        let inputs = [
            (2, Input::Identity { account_type: AccountType::WorkOrSchool, user_id: user(), captcha: None }),
            (3, code()),
            (4, Input::NewPassword(secret("new"))),
        ];
        for (needed, input) in inputs {
            if successes.len() >= needed {
                scripted.submit(input).unwrap();
            }
        }
        scripted
    }

    pub(super) fn will_answer(&self, status: u16, body: impl AsRef<[u8]>) {
        self.will(Ok(Response { status, retry_after: None, body: body.as_ref().to_vec() }));
    }

    /// A refusal with this error.
    pub(super) fn will_refuse(&self, error: &str, suberror: &str, codes: &str) {
        self.will_answer(400, refusal(error, suberror, codes));
    }

    pub(super) fn will(&self, answer: Result<Response, Failure>) {
        self.script.answers.borrow_mut().push_back(answer);
    }

    pub(super) fn pass(&self, time: Seconds) {
        self.script.now.set(self.script.now.get().after(time));
    }

    pub(super) fn submit(&self, input: Input) -> Result<Next, Fault> {
        now(self.api.submit(input))
    }

    pub(super) fn identify(&self) -> Result<Next, Fault> {
        self.submit(Input::Identity { account_type: AccountType::WorkOrSchool, user_id: user(), captcha: None })
    }

    pub(super) fn sign_in(&self) -> Result<Answer, Fault> {
        now(self.api.session(SessionRequest::SignIn(user(), secret("p&ss wörd"))))
    }

    /// The paths that were asked, oldest first.
    pub(super) fn paths(&self) -> Vec<String> {
        self.script.sent.borrow().iter().map(|sent| sent.path().to_owned()).collect()
    }

    /// The values of a field in every request.
    pub(super) fn sent_fields(&self, name: &str) -> Vec<Option<String>> {
        self.script.sent.borrow().iter().map(|sent| sent.field(name)).collect()
    }
}

pub(super) fn refusal(error: &str, suberror: &str, codes: &str) -> String {
    let suberror = if suberror.is_empty() { String::new() } else { format!(r#""suberror":"{suberror}","#) };
    format!(
        r#"{{"error":"{error}",{suberror}"error_description":"AADSTS: …","error_codes":[{codes}],"timestamp":"2026-11-25 10:15:00Z","trace_id":"0000aaaa-11bb","correlation_id":"aaaa0000-bb11"}}"#
    )
}

pub(super) fn identify() -> Next {
    Next::Identify { account_types: vec![AccountType::WorkOrSchool], captcha: None }
}

pub(super) fn user() -> UserId {
    UserId::parse(USER).unwrap()
}

pub(super) fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

pub(super) fn code() -> Input {
    Input::Code(secret("12345678"))
}

pub(super) fn problem<T>(answer: Result<T, Fault>) -> Option<Problem> {
    answer.err().map(|fault| fault.problem)
}

/// The answer, which is there at once because a [`Script`] never lets anybody wait.
pub(super) fn now<T>(reply: Reply<'_, T>) -> Result<T, Fault> {
    match pin!(reply).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("the driver waits for something else than its API"),
    }
}
