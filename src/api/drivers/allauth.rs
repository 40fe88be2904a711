//! The driver for django-allauth headless (65.x), as its browser client: a session cookie and a CSRF token.
//!
//! The contract is the package's own `headless/spec/doc/openapi.yaml`. Where the server does otherwise, it says so here.

mod decode;

#[cfg(test)]
mod tests;

use crate::api::http::{Method, Request, Transport};
use crate::api::{AccountApi, Reply, SessionRequest, SharedApi};
use crate::domain::account::{AccountType, UserId};
use crate::domain::capabilities::{Ability, Capabilities};
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, Next};
use crate::domain::secret::Secret;
use crate::domain::sign_in;
use crate::json::Object;
use decode::{Answer, Error, POLICY};
use std::cell::RefCell;
use std::rc::Rc;

/// One kind of account, and nothing around it.
pub(super) const CAPABILITIES: Capabilities = Capabilities::of(&[Ability::ChangePassword]);

/// Where the addresses of the browser client begin.
const CLIENT: &str = "/_allauth/browser/v1";
/// Django compares a header of every change with this cookie, so that no other site can make one.
const CSRF_COOKIE: &str = "csrftoken";
/// Five mails a minute are the most that an address gets (allauth, `ACCOUNT_RATE_LIMITS`).
const RESEND_AFTER: Seconds = Seconds::clamped(15);

/// The driver for the server at `base_url`, which has no slash at its end.
pub(crate) fn connect(base_url: String, transport: Rc<dyn Transport>) -> SharedApi {
    Rc::new(Allauth {
        base_url,
        transport,
        language: RefCell::default(),
        email: RefCell::default(),
        code: RefCell::default(),
    })
}

struct Allauth {
    base_url: String,
    transport: Rc<dyn Transport>,
    language: RefCell<String>,
    /// Whose recovery it is: another code is asked for with it.
    email: RefCell<String>,
    /// The code that was right: it goes along with the new password.
    code: RefCell<Option<Rc<Secret>>>,
}

impl Allauth {
    async fn call(&self, method: Method, path: &str, body: Option<Object>) -> Result<Answer, Fault> {
        let mut headers = vec![("Accept-Language", Secret::new(self.language.borrow().clone()))];
        if method != Method::Get {
            // Another one after every sign-in: so it is read anew each time.
            headers.extend(self.transport.cookie(CSRF_COOKIE).map(|token| ("X-CSRFToken", token)));
        }
        let body = body.map(|body| {
            headers.push(("Content-Type", Secret::new("application/json".to_owned())));
            Secret::new(body.json())
        });
        let url = [&self.base_url, CLIENT, path].concat();
        let response =
            self.transport.send(Request { method, url, headers, body, cookies: true }).await.map_err(Problem::from)?;
        decode::answer(&response)
    }

    /// A call that changes something. The server gives out its CSRF token with its configuration.
    async fn change(&self, method: Method, path: &str, body: Option<Object>) -> Result<Answer, Fault> {
        if self.transport.cookie(CSRF_COOKIE).is_none() {
            self.call(Method::Get, "/config", None).await?;
        }
        self.call(method, path, body).await
    }

    async fn send_code(&self, sends_again: bool) -> Result<Next, Fault> {
        let body = Object::default().text("email", &self.email.borrow());
        *self.code.borrow_mut() = None;
        match self.change(Method::Post, "/auth/password/request", Some(body)).await? {
            // The same for unknown accounts. Somebody who is signed in may have forgotten the password too.
            Answer::SignedOut { waits_for_code: Some(true) } | Answer::SignedIn(_) => Ok(enter_code()),
            Answer::Refused(errors) if !sends_again && errors.iter().any(|error| error.is_at("email")) => {
                Err(Problem::InvalidRequest.into())
            }
            other => Err(other.unexpected()),
        }
    }

    /// Sends the code without a password, and learns from what is missing whether it was right. The way that the contract
    /// names for it, a `GET` with the code in a header, answers 500 where there is no such account, and so tells who has
    /// one (65.21.1).
    async fn check_code(&self, code: Secret) -> Result<Next, Fault> {
        let body = Object::default().text("key", code.expose());
        match self.change(Method::Post, "/auth/password/reset", Some(body)).await? {
            Answer::Refused(errors) if errors.iter().any(Error::is_wrong_code) => {
                Err(Problem::CodeIncorrect { attempts_left: None }.into())
            }
            Answer::Refused(errors) if matches!(errors.as_slice(), [only] if only.is("password", "required")) => {
                *self.code.borrow_mut() = Some(Rc::new(code));
                Ok(set_password())
            }
            other => Err(other.unexpected()),
        }
    }

    async fn set_password(&self, password: &Secret) -> Result<Next, Fault> {
        let code = self.code.borrow().clone().ok_or(Problem::Unexpected)?;
        let body = Object::default().text("key", code.expose()).text("password", password.expose());
        match self.change(Method::Post, "/auth/password/reset", Some(body)).await? {
            Answer::SignedIn(_) | Answer::SignedOut { waits_for_code: Some(false) } => {
                *self.code.borrow_mut() = None;
                Ok(Next::Done { notice_sent: false })
            }
            Answer::Refused(errors) if errors.iter().any(Error::is_wrong_code) => Err(Fault {
                next: Some(Box::new(enter_code())),
                ..Problem::CodeIncorrect { attempts_left: None }.into()
            }),
            Answer::Refused(errors) => Err(decode::rejection(&errors, "password", password)),
            // It still waits, or does not say: the password may have been set.
            Answer::SignedOut { .. } => Err(Problem::Unreadable.into()),
            other => Err(other.unexpected()),
        }
    }

    async fn sign_in(&self, user_id: &UserId, password: &Secret) -> Result<Answer, Fault> {
        let user_id = user_id.as_str();
        let name = if user_id.contains('@') { "email" } else { "username" };
        let body = || Some(Object::default().text(name, user_id).text("password", password.expose()));
        let answer = self.change(Method::Post, "/auth/login", body()).await?;
        // Somebody is signed in, whoever that is: it must be the person who is here now.
        if !matches!(answer, Answer::Conflict) {
            return Ok(answer);
        }
        self.change(Method::Delete, "/auth/session", None).await?;
        self.change(Method::Post, "/auth/login", body()).await
    }
}

impl AccountApi for Allauth {
    fn speak(&self, language: &str) {
        language.clone_into(&mut self.language.borrow_mut());
    }

    fn begin(&self) -> Reply<'_, Next> {
        *self.code.borrow_mut() = None;
        Box::pin(async move {
            match self.call(Method::Get, "/config", None).await? {
                Answer::Configured { sends_codes: true } => {
                    Ok(Next::Identify { account_types: vec![AccountType::WorkOrSchool], captcha: None })
                }
                Answer::Configured { sends_codes: false } => Err(Problem::SelfServiceUnavailable.into()),
                other => Err(other.unexpected()),
            }
        })
    }

    fn submit(&self, input: Input) -> Reply<'_, Next> {
        Box::pin(async move {
            match input {
                Input::Identity { user_id, .. } => {
                    user_id.as_str().clone_into(&mut self.email.borrow_mut());
                    self.send_code(false).await
                }
                Input::Resend => self.send_code(true).await,
                Input::Code(code) => self.check_code(code).await,
                Input::NewPassword(password) => self.set_password(&password).await,
                Input::NewChallenge | Input::Method(_) | Input::Poll => Err(Problem::Unexpected.into()),
            }
        })
    }

    /// The server is not asked to: what is begun there ends by itself after minutes.
    fn cancel(&self) -> Reply<'_, ()> {
        *self.code.borrow_mut() = None;
        Box::pin(std::future::ready(Ok(())))
    }

    fn session(&self, request: SessionRequest) -> Reply<'_, sign_in::Answer> {
        Box::pin(async move {
            match request {
                SessionRequest::SignIn(user_id, password) => match self.sign_in(&user_id, &password).await? {
                    Answer::SignedIn(session) => Ok(sign_in::Answer::Session(session)),
                    Answer::Refused(errors) => Err(decode::sign_in_refusal(&errors)),
                    other => Err(other.unexpected()),
                },
                SessionRequest::Load => match self.call(Method::Get, "/auth/session", None).await? {
                    Answer::SignedIn(session) => Ok(sign_in::Answer::Session(session)),
                    Answer::SignedOut { .. } => Err(Problem::SessionRequired.into()),
                    other => Err(other.unexpected()),
                },
                SessionRequest::ChangePassword(current, new) => {
                    let body =
                        Object::default().text("current_password", current.expose()).text("new_password", new.expose());
                    match self.change(Method::Post, "/account/password/change", Some(body)).await? {
                        Answer::SignedIn(_) => Ok(sign_in::Answer::PasswordChanged),
                        Answer::SignedOut { .. } => Err(Problem::SessionRequired.into()),
                        Answer::Refused(errors) if errors.iter().any(|error| error.is_at("current_password")) => {
                            Err(Problem::SignInFailed.into())
                        }
                        Answer::Refused(errors) => Err(decode::rejection(&errors, "new_password", &new)),
                        other => Err(other.unexpected()),
                    }
                }
                SessionRequest::SignOut => match self.change(Method::Delete, "/auth/session", None).await? {
                    Answer::SignedOut { .. } => Ok(sign_in::Answer::SignedOut),
                    other => Err(other.unexpected()),
                },
            }
        })
    }
}

/// The code has eight letters, unless the server is told otherwise, which it does not say.
fn enter_code() -> Next {
    Next::EnterCode {
        channel: Channel::Email,
        hint: None,
        form: CodeForm { length: None, alphabet: Alphabet::LettersAndDigits },
        resend_after: Some(RESEND_AFTER),
        expires_in: None,
    }
}

fn set_password() -> Next {
    Next::SetPassword { policy: POLICY, expires_in: None, rejected: vec![] }
}
