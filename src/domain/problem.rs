//! What can go wrong, as one closed set. An API's own words never get further than its driver.

use super::captcha::Challenge;
use super::moment::{Moment, Seconds};
use super::password::Rejection;
use super::recovery::Next;
use super::service_request::{Field, FieldProblem};

/// What went wrong. Each has its own message and its own next action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The device has no connection; nothing was sent.
    Offline,
    /// The request or its answer was lost on the way.
    Unreachable,
    /// No answer came in time.
    TimedOut,
    /// The API says that it cannot serve anyone now.
    Unavailable,
    /// The answer made no sense: no JSON, an unknown step, missing parts. Treated as a failure, never as a success.
    Unreadable,
    /// The API refuses for a reason that we have no name for.
    Unexpected,
    /// The API did not accept what was sent.
    InvalidRequest,
    /// The API did not accept these fields of a service request.
    FieldsRejected(Vec<(Field, FieldProblem)>),
    /// Too often; it goes on after a while.
    TooManyRequests,
    /// The characters or the calculation were wrong. A new challenge comes with it.
    CaptchaIncorrect,
    /// The challenge was too old. A new one comes with it.
    CaptchaExpired,
    /// A wrong code.
    CodeIncorrect {
        /// How often one can still try, if the API says so.
        attempts_left: Option<u32>,
    },
    /// The right place, but the code is too old.
    CodeExpired,
    /// The code could not be sent there.
    DeliveryFailed,
    /// The new password breaks these rules.
    PasswordRejected(Vec<Rejection>),
    /// The new password could not be set.
    ResetFailed,
    /// The recovery took too long and cannot go on.
    RecoveryExpired,
    /// Too many wrong answers: no recovery for a while.
    RecoveryLocked,
    /// The company does not let its people reset their passwords themselves.
    SelfServiceUnavailable,
    /// No such user ID with this password, or the account cannot sign in: one problem, so that nobody learns which.
    SignInFailed,
    /// The password was right, but has had its day: it must be replaced by a recovery.
    PasswordExpired,
    /// For this account it goes on at another page.
    AnotherPage,
    /// Nobody is signed in any more.
    SessionRequired,
    /// Only a Global admin may do this.
    AdminRequired,
    /// There is no such user in the company (any more).
    UserNotFound,
    /// The password of this user is not reset here.
    ResetNotAllowed,
    /// No service request has this number and this access code: one problem, so that nobody learns which is wrong.
    ServiceRequestNotFound,
    /// The same request was sent with other content before.
    IdempotencyConflict,
}

/// A problem as a driver reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What went wrong.
    pub problem: Problem,
    /// Where the journey can go on, if the API says so.
    pub next: Option<Box<Next>>,
    /// Another challenge, where the one before was used up outside of a recovery.
    pub challenge: Option<Box<Challenge>>,
    /// How long to wait before trying again, if the API says so.
    pub retry_after: Option<Seconds>,
    /// The API's reference to what happened, for support.
    pub trace: Option<String>,
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self { problem, next: None, challenge: None, retry_after: None, trace: None }
    }
}

impl Fault {
    /// How long to wait after "too many requests" when the API does not say.
    const DEFAULT_BLOCK: Seconds = Seconds::clamped(30);

    /// Until when nothing may be sent because of it, if it is received `now`.
    #[must_use]
    pub fn blocks_until(&self, now: Moment) -> Option<Moment> {
        let wait = self.retry_after.unwrap_or(Self::DEFAULT_BLOCK).at_least(Seconds::clamped(1));
        (self.problem == Problem::TooManyRequests).then(|| now.after(wait))
    }
}

impl Problem {
    /// Whether the request may have been carried out although no answer came that says so.
    #[must_use]
    pub fn leaves_the_outcome_open(&self) -> bool {
        matches!(self, Self::Unreachable | Self::TimedOut | Self::Unreadable)
    }

    /// Whether support can do more about it than the person: then the reference to what happened is shown.
    #[must_use]
    pub fn is_for_support(&self) -> bool {
        matches!(
            self,
            Self::Unavailable
                | Self::Unreadable
                | Self::Unexpected
                | Self::InvalidRequest
                | Self::DeliveryFailed
                | Self::ResetFailed
        )
    }

    /// Whether the same request may work a little later without anyone doing anything.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Offline | Self::Unreachable | Self::TimedOut | Self::Unavailable | Self::TooManyRequests)
    }
}

/// A problem as a screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What went wrong.
    pub problem: Problem,
    /// The API's reference to what happened, for support.
    pub trace: Option<String>,
}

impl Trouble {
    /// The reference to show, if support can do more about it than the person.
    #[must_use]
    pub fn reference(&self) -> Option<String> {
        self.trace.clone().filter(|_| self.problem.is_for_support())
    }
}
