//! A new password by a code: start, challenge, continue, submit, poll.

use super::answer::{self, Stage};
use super::{Endpoints, POLICY};
use crate::domain::account::UserId;
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, LeaveReason, Next};
use crate::domain::secret::Secret;
use crate::json::Json;
use std::cell::{Cell, RefCell};
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

impl Recovery {
    pub(super) async fn submit(&self, endpoints: &Endpoints, input: Input) -> Result<Next, Fault> {
        let flow = self.flow.borrow().clone();
        match (input, flow) {
            (Input::Identity { user_id, .. }, _) => self.identify(endpoints, Rc::new(user_id)).await,
            (Input::Resend, Flow::Known(token)) => self.challenge(endpoints, token).await,
            (Input::Resend, Flow::NoAccount(user_id, _)) => self.identify(endpoints, user_id).await,
            (Input::Code(code), Flow::Known(token)) => {
                let fields = [("grant_type", "oob"), ("oob", code.expose())];
                self.judged(self.go_on(endpoints, CONTINUE, token, &fields, Self::code_was_right).await)
            }
            (Input::Code(_), Flow::NoAccount(user_id, since)) => self.judged(pretend(endpoints, &user_id, since).await),
            (Input::NewPassword(password), Flow::Known(token)) => {
                let fields = [("new_password", password.expose())];
                self.go_on(endpoints, SUBMIT, token, &fields, Self::password_was_taken).await
            }
            (Input::Poll, Flow::Known(token)) => self.go_on(endpoints, POLL, token, &[], Self::progress).await,
            // No answer of this driver asks for any of these.
            (Input::NewChallenge | Input::Method(_), _) | (_, Flow::None | Flow::NoAccount(..)) => {
                Err(Problem::RecoveryExpired.into())
            }
        }
    }

    /// Names the account, and has a code sent.
    async fn identify(&self, endpoints: &Endpoints, user_id: Rc<UserId>) -> Result<Next, Fault> {
        match start(endpoints, &user_id).await {
            Ok(token) => self.challenge(endpoints, Rc::new(token)).await,
            Err(Fault { problem: Problem::UserNotFound, .. }) => {
                self.flow.replace(Flow::NoAccount(user_id, endpoints.now()));
                Ok(self.enter_code(CODE_LENGTH))
            }
            Err(fault) => Err(fault),
        }
    }

    /// Has a code sent; the one before is void.
    async fn challenge(&self, endpoints: &Endpoints, token: Rc<Secret>) -> Result<Next, Fault> {
        self.go_on(endpoints, CHALLENGE, token, &[CHALLENGE_TYPES], Self::code_was_sent).await
    }

    /// A request of the flow: brings the newest token, and keeps the one that comes.
    async fn go_on(
        &self,
        endpoints: &Endpoints,
        path: &str,
        token: Rc<Secret>,
        fields: &[(&str, &str)],
        next: fn(&Self, &Json<'_>) -> Result<Next, Fault>,
    ) -> Result<Next, Fault> {
        let stage = if path == POLL { Stage::Poll } else { Stage::Recovery };
        let fields = [&[("continuation_token", token.expose())], fields].concat();
        let response = endpoints.post(path, &fields).await?;
        let json = answer::read(&response, stage)?;
        match answer::token(&json) {
            Ok(newer) => drop(self.flow.replace(Flow::Known(Rc::new(newer)))),
            // While one waits, the token before is as good; Microsoft's own client polls with it.
            Err(_) if stage == Stage::Poll => {}
            Err(problem) => return Err(problem.into()),
        }
        next(self, &json)
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

async fn start(endpoints: &Endpoints, user_id: &UserId) -> Result<Secret, Fault> {
    let response = endpoints.post(START, &[("username", user_id.as_str()), CHALLENGE_TYPES]).await?;
    Ok(answer::token(&answer::read(&response, Stage::Start)?)?)
}

/// What entering a code does where there is no account: the same as a wrong code where there is one, until a real flow would
/// be over. Entra is asked again, so that a lost connection or a limit shows as it does there.
async fn pretend(endpoints: &Endpoints, user_id: &UserId, since: Moment) -> Result<Next, Fault> {
    match start(endpoints, user_id).await {
        Ok(_) | Err(Fault { problem: Problem::UserNotFound, .. }) if endpoints.now() >= since.after(LIFE) => {
            Err(Problem::RecoveryExpired.into())
        }
        Ok(_) | Err(Fault { problem: Problem::UserNotFound, .. }) => {
            Err(Problem::CodeIncorrect { attempts_left: None }.into())
        }
        Err(fault) => Err(fault),
    }
}

fn set_password(expires_in: Option<Seconds>) -> Next {
    Next::SetPassword { policy: POLICY, expires_in, rejected: vec![] }
}
