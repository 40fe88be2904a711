//! The port to a recovery API, and the drivers that fit it to the APIs there are.
//!
//! A driver keeps its wire types, tokens, flow ids and addresses to itself. What comes out of it are the domain's own
//! values; what cannot be read is a [`Fault`], never a success.

pub mod drivers;
pub mod http;

use crate::domain::account::UserId;
use crate::domain::captcha::{Media, Recording};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, Next};
use crate::domain::request_status::{self, Report};
use crate::domain::secret::Secret;
use crate::domain::service_request;
use crate::domain::sign_in::Answer;
use crate::domain::{users, verification};
use crate::json::Unreadable;
use std::pin::Pin;
use std::rc::Rc;

/// An answer that is on its way. It is not `Send`: a browser page has one thread.
pub type Reply<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + 'a>>;

/// What a recovery API does for us. One object serves one page; it remembers the recovery that is under way.
///
/// What only some APIs can do is refused where a driver does not say otherwise.
pub trait AccountApi {
    /// Says in which language (BCP 47) the API shall write its mails from now on.
    fn speak(&self, language: &str);

    /// Starts a recovery and forgets the one before.
    fn begin(&self) -> Reply<'_, Next>;

    /// Sends what the person gave and says what comes next. Makes at most one attempt.
    fn submit(&self, input: Input) -> Reply<'_, Next>;

    /// Gives up the recovery that is under way, if there is one.
    fn cancel(&self) -> Reply<'_, ()>;

    /// The picture or the recording of a challenge.
    fn media(&self, _challenge: String, _media: Media) -> Reply<'_, Recording> {
        refused()
    }

    /// What belongs to sending a service request.
    fn service_request(&self, _request: service_request::Request) -> Reply<'_, service_request::Answer> {
        refused()
    }

    /// How far support is with a service request. Whoever asks proves that it is theirs; nobody has to be signed in.
    fn request_status(&self, _request: request_status::Request) -> Reply<'_, Report> {
        refused()
    }

    /// Signing in and what a signed-in person does with their own password.
    fn session(&self, request: SessionRequest) -> Reply<'_, Answer>;

    /// What a Global admin does for the users of the company.
    fn users(&self, _request: users::Request) -> Reply<'_, users::Answer> {
        refused()
    }

    /// What is verified of the company.
    fn verification(&self, _request: verification::Request) -> Reply<'_, verification::Answer> {
        refused()
    }
}

/// What a driver answers that cannot do it. No screen asks for it.
fn refused<T: 'static>() -> Reply<'static, T> {
    Box::pin(std::future::ready(Err(Problem::Unexpected.into())))
}

/// A port that every part of the page shares.
pub type SharedApi = Rc<dyn AccountApi>;

/// What is wanted of a session.
pub enum SessionRequest {
    /// Sign in with a password.
    SignIn(UserId, Secret),
    /// Who is signed in?
    Load,
    /// Change the password: the one that holds until now, and the new one.
    ChangePassword(Secret, Secret),
    /// Sign out.
    SignOut,
}

impl From<Unreadable> for Fault {
    fn from(_: Unreadable) -> Self {
        Problem::Unreadable.into()
    }
}
