//! A new password by a code: start, challenge, continue, submit, poll.

use super::answer::{self, Stage};
use super::{Endpoints, POLICY};
use crate::api::Reply;
use crate::api::http::{Failure, Response};
use crate::domain::account::UserId;
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, LeaveReason, Next};
use crate::domain::secret::Secret;
use crate::json::Json;
use std::cell::{Cell, RefCell};
use std::future::ready;
use std::rc::Rc;

const START: &str = "/resetpassword/v1.0/start";
const CHALLENGE: &str = "/resetpassword/v1.0/challenge";
const CONTINUE: &str = "/resetpassword/v1.0/continue";
const SUBMIT: &str = "/resetpassword/v1.0/submit";
const POLL: &str = "/resetpassword/v1.0/poll_completion";

/// What this app can do: have a code typed, and lead elsewhere. The latter must always be among it.
const CHALLENGE_TYPES: (&str, &str) = ("challenge_type", "oob redirect");

/// It goes on at the page that the configuration names: Entra does not say where.
pub(super) const LEAVE: Next = Next::Leave { reason: LeaveReason::AnotherPage, url: None };

/// The length of codes that Microsoft documents.
const CODE_LENGTH: u8 = 8;
/// When another code may be asked for. Entra does not say; it is time for a mail to arrive.
const RESEND_AFTER: Seconds = Seconds::clamped(60);
/// How long a flow lives at the most (reference, `expires_in`).
const LIFE: Seconds = Seconds::clamped(600);
/// How many wrong codes end a recovery. Entra does not say how many it takes; with a number of ours it is the same where there
/// is no account.
const MOST_WRONG_CODES: u32 = 5;
/// How often to ask if Entra does not say.
const POLL_AFTER: Seconds = Seconds::clamped(2);
/// How long to go on asking, as Microsoft's own client does.
const GIVE_UP_AFTER: Seconds = Seconds::clamped(300);

/// One recovery.
#[derive(Default)]
pub(super) struct Recovery {
    flow: RefCell<Flow>,
    poll_after: Cell<Seconds>,
    /// Since the last code was sent.
    wrong_codes: Cell<u32>,
}

/// How Entra knows the recovery.
#[derive(Clone, Default)]
enum Flow {
    /// Not at all.
    #[default]
    None,
    /// By the newest token.
    Known(Rc<Secret>),
    /// There is no such account, since it was asked for. Nobody is told: the screens are those of an account that exists.
    NoAccount(Rc<UserId>, Moment),
}

/// What an answer with this content means.
type Read = fn(&Recovery, &Json<'_>) -> Result<Next, Fault>;

impl Recovery {
    pub(super) async fn submit(&self, endpoints: &Endpoints, input: Input) -> Result<Next, Fault> {
        let flow = self.flow.borrow().clone();
        let answer = match (&input, flow) {
            (Input::Identity { user_id, .. }, _) => self.start(endpoints, Rc::new(user_id.clone()), None).await,
            (Input::Resend, Flow::NoAccount(user_id, _)) => self.start(endpoints, user_id, None).await,
            (Input::Code(_), Flow::NoAccount(user_id, since)) => self.start(endpoints, user_id, Some(since)).await,
            (_, Flow::Known(token)) => self.go_on(endpoints, &token, &input).await,
            (_, Flow::None | Flow::NoAccount(..)) => Err(Problem::RecoveryExpired.into()),
        };
        self.judged(answer)
    }

    /// Names the account, and has a code sent; or, if there was no account at the time `pretends_since`, asks whether there
    /// still is none, so that a lost connection or a limit shows as it does for a code that is really looked at.
    fn start<'a>(
        &'a self,
        endpoints: &'a Endpoints,
        user_id: Rc<UserId>,
        pretends_since: Option<Moment>,
    ) -> Reply<'a, Next> {
        let sending = endpoints.post(START, &[("username", user_id.as_str()), CHALLENGE_TYPES]);
        Box::pin(async move {
            let started = answer::begun(&sending.await, Stage::Start);
            let now = endpoints.now();
            match (started, pretends_since) {
                (Err(fault), _) if fault.problem != Problem::UserNotFound => Err(fault),
                (Ok(token), None) => self.go_on(endpoints, &token, &Input::Resend).await,
                (Err(_), None) => {
                    self.flow.replace(Flow::NoAccount(user_id, now));
                    Ok(self.enter_code(CODE_LENGTH))
                }
                // As a wrong code is answered, until a real flow would be over.
                (_, Some(since)) if now < since.after(LIFE) => {
                    Err(Problem::CodeIncorrect { attempts_left: None }.into())
                }
                (_, Some(_)) => Err(Problem::RecoveryExpired.into()),
            }
        })
    }

    /// The next request of a flow that Entra knows: brings the newest token, and keeps the one that comes.
    fn go_on<'a>(&'a self, endpoints: &'a Endpoints, token: &Secret, input: &Input) -> Reply<'a, Next> {
        let token = ("continuation_token", token.expose());
        let (sending, read): (_, Read) = match input {
            // The code before is void.
            Input::Resend => (endpoints.post(CHALLENGE, &[token, CHALLENGE_TYPES]), Self::code_was_sent),
            Input::Code(code) => {
                let fields = [token, ("grant_type", "oob"), ("oob", code.expose())];
                (endpoints.post(CONTINUE, &fields), Self::code_was_right)
            }
            Input::NewPassword(password) => {
                let fields = [token, ("new_password", password.expose())];
                (endpoints.post(SUBMIT, &fields), Self::password_was_taken)
            }
            Input::Poll => (endpoints.post(POLL, &[token]), Self::progress),
            // No answer of this driver asks for any of these.
            Input::Identity { .. } | Input::NewChallenge | Input::Method(_) => {
                return Box::pin(ready(Err(Problem::Unexpected.into())));
            }
        };
        let stage = if matches!(input, Input::Poll) { Stage::Poll } else { Stage::Recovery };
        Box::pin(async move { self.went_on(&sending.await, stage, read) })
    }

    fn went_on(&self, sent: &Result<Response, Failure>, stage: Stage, read: Read) -> Result<Next, Fault> {
        let json = answer::read(sent, stage)?;
        match answer::token(&json) {
            Ok(newer) => drop(self.flow.replace(Flow::Known(Rc::new(newer)))),
            // While one waits, the token before is as good; Microsoft's own client polls with it.
            Err(_) if stage == Stage::Poll => {}
            Err(problem) => return Err(problem.into()),
        }
        read(self, &json)
    }

    fn code_was_sent(&self, json: &Json<'_>) -> Result<Next, Fault> {
        let is = |name, value| answer::text(json, name).is_ok_and(|text| text.trim() == value);
        if !(is("challenge_type", "oob") && is("challenge_channel", "email")) {
            return Err(Problem::Unreadable.into());
        }
        match answer::count(json, "code_length")?.map_or(Ok(CODE_LENGTH), u8::try_from) {
            Ok(length @ 1..) => Ok(self.enter_code(length)),
            _ => Err(Problem::Unreadable.into()),
        }
    }

    fn code_was_right(&self, json: &Json<'_>) -> Result<Next, Fault> {
        Ok(set_password(answer::count(json, "expires_in")?.map(Seconds::clamped)))
    }

    fn password_was_taken(&self, json: &Json<'_>) -> Result<Next, Fault> {
        let interval = answer::count(json, "poll_interval")?.filter(|seconds| *seconds > 0);
        self.poll_after.set(interval.map_or(POLL_AFTER, Seconds::clamped));
        Ok(self.wait())
    }

    fn progress(&self, json: &Json<'_>) -> Result<Next, Fault> {
        match answer::text(json, "status")? {
            "succeeded" => Ok(Next::Done { notice_sent: false }),
            "not_started" | "in_progress" => Ok(self.wait()),
            "failed" => Err(Fault { next: Some(Box::new(set_password(None))), ..Problem::ResetFailed.into() }),
            _ => Err(Problem::Unreadable.into()),
        }
    }

    fn wait(&self) -> Next {
        Next::Wait { poll_after: self.poll_after.get(), give_up_after: GIVE_UP_AFTER }
    }

    /// A code is on its way, perhaps. Where it went is not said: of an account that does not exist, nobody knows how Entra
    /// would have masked its address.
    fn enter_code(&self, length: u8) -> Next {
        self.wrong_codes.set(0);
        Next::EnterCode {
            channel: Channel::Email,
            hint: None,
            form: CodeForm { length: Some(length), alphabet: Alphabet::Digits },
            resend_after: Some(RESEND_AFTER),
            expires_in: None,
        }
    }

    /// What came of a code. A wrong one counts, and too many are the end.
    fn judged(&self, answer: Result<Next, Fault>) -> Result<Next, Fault> {
        let Err(Fault { problem: Problem::CodeIncorrect { .. }, .. }) = answer else { return answer };
        self.wrong_codes.set(self.wrong_codes.get() + 1);
        let attempts_left = MOST_WRONG_CODES.saturating_sub(self.wrong_codes.get());
        if attempts_left > 0 {
            return Err(Problem::CodeIncorrect { attempts_left: Some(attempts_left) }.into());
        }
        self.flow.take();
        Err(Problem::RecoveryLocked.into())
    }
}

fn set_password(expires_in: Option<Seconds>) -> Next {
    Next::SetPassword { policy: POLICY, expires_in, rejected: vec![] }
}
