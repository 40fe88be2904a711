//! The driver for Microsoft Entra External ID, native authentication V1: setting a new password by a code, and signing in with
//! a password (learn.microsoft.com/entra/identity-platform/reference-native-authentication-api).
//!
//! Every request is one that browsers send without asking first (Fetch, "CORS-safelisted request-header"): a POST of a form,
//! and no header of our own.

mod answer;
mod claims;
mod form;
mod recovery;
mod sign_in;

#[cfg(test)]
mod tests;

use crate::api::http::{Failure, Method, Request, Response, Transport};
use crate::api::{AccountApi, Reply, SessionRequest, SharedApi};
use crate::domain::account::AccountType;
use crate::domain::capabilities::Capabilities;
use crate::domain::moment::Moment;
use crate::domain::password::{Charset, Policy};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, Next};
use crate::domain::secret::Secret;
use crate::domain::session::Session;
use crate::domain::sign_in::Answer;
use recovery::Recovery;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

/// Setting a new password and signing in: nothing beside these.
pub(super) const CAPABILITIES: Capabilities = Capabilities::of(&[]);

/// The rules of Entra for passwords of customers, which cannot be asked for
/// (learn.microsoft.com/entra/identity/authentication/concept-password-ban-bad-combined-policy).
const POLICY: Policy = Policy { min_length: 8, max_length: 256, min_classes: Some(3), charset: Charset::Ascii };

/// The driver for the tenant whose endpoints are at `base_url`, which has no slash at its end. `client_id` is the ID under
/// which this app is registered there.
pub(crate) fn connect(base_url: String, client_id: String, transport: Rc<dyn Transport>) -> SharedApi {
    Rc::new(Entra {
        endpoints: Endpoints { base_url, client_id, transport },
        recovery: RefCell::default(),
        session: RefCell::default(),
    })
}

struct Entra {
    endpoints: Endpoints,
    /// Replaced when another one begins, so that a late answer changes only what it belongs to.
    recovery: RefCell<Rc<Recovery>>,
    /// Who is signed in, and until when. The tokens themselves are not kept: nothing here needs them.
    session: RefCell<Option<(Session, Moment)>>,
}

/// A request that is on its way.
type Sending<'a> = Pin<Box<dyn Future<Output = Result<Response, Failure>> + 'a>>;

/// Where requests go, and how.
struct Endpoints {
    base_url: String,
    client_id: String,
    transport: Rc<dyn Transport>,
}

impl Endpoints {
    /// Sends a form to the endpoint at `path`, once.
    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Sending<'_> {
        let request = Request {
            method: Method::Post,
            url: [&self.base_url, path].concat(),
            headers: vec![("Content-Type", Secret::new("application/x-www-form-urlencoded".to_owned()))],
            body: Some(form::encoded(&self.client_id, fields)),
            cookies: false,
        };
        self.transport.send(request)
    }

    fn now(&self) -> Moment {
        self.transport.now()
    }
}

impl AccountApi for Entra {
    /// Entra chooses the language of its mails itself.
    fn speak(&self, _language: &str) {}

    fn begin(&self) -> Reply<'_, Next> {
        self.recovery.take();
        Box::pin(async { Ok(Next::Identify { account_types: vec![AccountType::WorkOrSchool], captcha: None }) })
    }

    fn submit(&self, input: Input) -> Reply<'_, Next> {
        let recovery = self.recovery.borrow().clone();
        Box::pin(async move {
            match recovery.submit(&self.endpoints, input).await {
                // Not a failure: it goes on where the configuration says.
                Err(Fault { problem: Problem::AnotherPage, .. }) => Ok(recovery::LEAVE),
                other => other,
            }
        })
    }

    fn cancel(&self) -> Reply<'_, ()> {
        self.recovery.take();
        // There is no endpoint that ends a flow; its tokens expire.
        Box::pin(async { Ok(()) })
    }

    fn session(&self, request: SessionRequest) -> Reply<'_, Answer> {
        Box::pin(async move {
            match request {
                SessionRequest::SignIn(user_id, password) => {
                    // Somebody else may have sat down.
                    self.session.take();
                    let (session, until) = sign_in::sign_in(&self.endpoints, &user_id, &password).await?;
                    *self.session.borrow_mut() = Some((session.clone(), until));
                    Ok(Answer::Session(session))
                }
                SessionRequest::Load => {
                    let now = self.endpoints.now();
                    let session = self.session.take().filter(|(_, until)| now < *until);
                    self.session.borrow_mut().clone_from(&session);
                    Ok(Answer::Session(session.ok_or(Problem::SessionRequired)?.0))
                }
                SessionRequest::SignOut => {
                    self.session.take();
                    Ok(Answer::SignedOut)
                }
                SessionRequest::ChangePassword(..) => Err(Problem::Unexpected.into()),
            }
        })
    }
}
