//! Two transports that note what goes through them: one asks a server, the other knows what it would say.

use crate::native_transport::NativeTransport;
use crate::talk::Lines;
use partner_recovery::api::http::{Failure, Request, Response, Transport};
use partner_recovery::domain::moment::{Moment, Seconds};
use partner_recovery::domain::secret::Secret;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// Where the endpoints are, in recordings.
pub const BASE_URL: &str = "https://login.contoso.example/api";

type Sending<'a> = Pin<Box<dyn Future<Output = Result<Response, Failure>> + 'a>>;

fn request_lines(request: &Request) -> [String; 2] {
    let path = request.url.strip_prefix(BASE_URL).expect("it goes below the base URL");
    let body = request.body.as_ref().map_or("", |body| body.expose());
    [format!("> {} {path}", request.method.name()), format!("> {body}")]
}

fn answer_lines(response: &Response) -> [String; 2] {
    let body = String::from_utf8(response.body.clone()).expect("it is text");
    assert!(!body.contains('\n'), "an answer is one line");
    let later = response.retry_after.map_or(String::new(), |wait| format!(" again after {}", wait.get()));
    [format!("< {}{later}", response.status), format!("< {body}")]
}

/// Asks a server.
pub struct Recorder {
    server: String,
    native: NativeTransport,
    now: Rc<Cell<Moment>>,
    lines: Lines,
}

impl Recorder {
    pub fn new(server: String) -> Rc<Self> {
        let now = Rc::new(Cell::default());
        let native = NativeTransport::new(Duration::from_secs(60), now.clone());
        Rc::new(Self { server, native, now, lines: Lines::default() })
    }

    pub fn lines(&self) -> Lines {
        self.lines.clone()
    }

    pub fn pass(&self, seconds: u32) {
        self.now.set(self.now.get().after(Seconds::clamped(seconds.into())));
    }
}

impl Transport for Recorder {
    fn cookie(&self, name: &str) -> Option<Secret> {
        self.native.cookie(name)
    }

    fn send(&self, request: Request) -> Sending<'_> {
        self.lines.borrow_mut().extend(request_lines(&request));
        Box::pin(async move {
            let url = request.url.replace(BASE_URL, &self.server);
            let response = self.native.send(Request { url, ..request }).await?;
            self.lines.borrow_mut().extend(answer_lines(&response));
            Ok(response)
        })
    }

    fn now(&self) -> Moment {
        self.now.get()
    }
}

/// Gives the answers of a recording, in their order.
pub struct Replayer {
    answers: RefCell<VecDeque<Response>>,
    now: Cell<Moment>,
    lines: Lines,
}

impl Replayer {
    pub fn new(recorded: &str) -> Rc<Self> {
        let mut said = recorded.lines().filter_map(|line| line.strip_prefix("< "));
        let mut answers = VecDeque::new();
        while let (Some(status), Some(body)) = (said.next(), said.next()) {
            let (status, later) = status.split_once(" again after ").map_or((status, None), |(s, l)| (s, Some(l)));
            answers.push_back(Response {
                status: status.parse().expect("it is a status"),
                retry_after: later.map(|wait| Seconds::clamped(wait.parse().expect("it is a number of seconds"))),
                body: body.into(),
            });
        }
        Rc::new(Self { answers: RefCell::new(answers), now: Cell::default(), lines: Lines::default() })
    }

    pub fn lines(&self) -> Lines {
        self.lines.clone()
    }

    pub fn pass(&self, seconds: u32) {
        self.now.set(self.now.get().after(Seconds::clamped(seconds.into())));
    }

    /// Whether every answer was asked for.
    pub fn is_over(&self) -> bool {
        self.answers.borrow().is_empty()
    }
}

impl Transport for Replayer {
    fn cookie(&self, _: &str) -> Option<Secret> {
        None
    }

    fn send(&self, request: Request) -> Sending<'_> {
        self.lines.borrow_mut().extend(request_lines(&request));
        let answer = self.answers.borrow_mut().pop_front();
        self.lines.borrow_mut().extend(answer.iter().flat_map(answer_lines));
        Box::pin(std::future::ready(answer.ok_or(Failure::Lost)))
    }

    fn now(&self) -> Moment {
        self.now.get()
    }
}
