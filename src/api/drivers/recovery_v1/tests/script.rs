//! An API that answers what it was told to, and remembers what it was asked.

use super::super::connect;
use crate::api::http::{Failure, Request, Response, Transport};
use crate::api::{Reply, SharedApi};
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::Fault;
use crate::domain::recovery::{Input, Next};
use crate::domain::secret::Secret;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Answers in order; without an answer left, the request is lost.
#[derive(Default)]
pub(super) struct Script {
    answers: RefCell<VecDeque<Result<Response, Failure>>>,
    /// Each request as it looks on the wire.
    sent: RefCell<Vec<String>>,
}

impl Transport for Script {
    fn cookie(&self, _: &str) -> Option<Secret> {
        None
    }

    fn send(&self, request: Request) -> Pin<Box<dyn Future<Output = Result<Response, Failure>> + '_>> {
        self.sent.borrow_mut().push(on_the_wire(&request));
        let answer = self.answers.borrow_mut().pop_front().unwrap_or(Err(Failure::Lost));
        Box::pin(std::future::ready(answer))
    }

    fn now(&self) -> Moment {
        Moment::default()
    }
}

fn on_the_wire(request: &Request) -> String {
    let mut text = format!("{} {}\n", request.method.name(), request.url);
    for (name, value) in &request.headers {
        writeln!(text, "{name}: {}", value.expose()).unwrap();
    }
    if let Some(body) = &request.body {
        write!(text, "\n{}", body.expose()).unwrap();
    }
    text
}

/// The driver and its API.
pub(super) struct Scripted {
    pub(super) api: SharedApi,
    script: Rc<Script>,
}

impl Scripted {
    pub(super) fn new() -> Self {
        let script = Rc::new(Script::default());
        let api = connect("https://api.contoso.example".to_owned(), script.clone());
        api.speak("ja");
        Self { api, script }
    }

    /// A driver whose API answers once.
    pub(super) fn answering(status: u16, body: impl AsRef<[u8]>) -> Self {
        let scripted = Self::new();
        scripted.will_answer(status, body);
        scripted
    }

    pub(super) fn will_answer(&self, status: u16, body: impl AsRef<[u8]>) {
        self.will(Ok(Response { status, retry_after: None, body: body.as_ref().to_vec() }));
    }

    /// As [`will_answer`](Self::will_answer), with a `Retry-After` header.
    pub(super) fn will_answer_later(&self, status: u16, body: &str, retry_after: Seconds) {
        self.will(Ok(Response { status, retry_after: Some(retry_after), body: body.into() }));
    }

    pub(super) fn will(&self, answer: Result<Response, Failure>) {
        self.script.answers.borrow_mut().push_back(answer);
    }

    /// A step with this token.
    pub(super) fn will_rotate_to(&self, token: &str) {
        self.will_answer(200, format!(r#"{{"token":"{token}","next":{{"step":"done","notice_sent":true}}}}"#));
    }

    /// The requests until now, oldest first.
    pub(super) fn sent(&self) -> Vec<String> {
        self.script.sent.borrow().clone()
    }

    /// The newest request.
    pub(super) fn last_sent(&self) -> String {
        self.sent().pop().unwrap()
    }

    pub(super) fn begin(&self) -> Result<Next, Fault> {
        now(self.api.begin())
    }

    pub(super) fn submit(&self, input: Input) -> Result<Next, Fault> {
        now(self.api.submit(input))
    }

    pub(super) fn poll(&self) -> Result<Next, Fault> {
        self.submit(Input::Poll)
    }
}

/// The answer, which is there at once because a [`Script`] never lets anybody wait.
pub(super) fn now<T>(reply: Reply<'_, T>) -> Result<T, Fault> {
    match pin!(reply).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("the driver waits for something else than its API"),
    }
}
