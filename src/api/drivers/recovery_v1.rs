//! The driver for our own contract: `docs/api/openapi.yaml`.

mod decode;
mod encode;
mod wire;

#[cfg(test)]
mod tests;

use crate::api::http::{Method, Request, Response, Transport};
use crate::api::{AccountApi, Reply, SessionRequest};
use crate::domain::account::AccountType;
use crate::domain::capabilities::Capabilities;
use crate::domain::captcha::{AnswerKind, CaptchaAnswer, Media, Recording};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::{Input, Next};
use crate::domain::request_status::{self, Report};
use crate::domain::secret::Secret;
use crate::domain::service_request;
use crate::domain::sign_in::Answer;
use crate::domain::{users, verification};
use std::cell::RefCell;
use std::rc::Rc;
use wire::{Body, CaptchaBody};

/// Our contract has everything.
pub(super) const CAPABILITIES: Capabilities = Capabilities::ALL;

/// A connection to an API that keeps our contract.
pub struct RecoveryV1 {
    base_url: String,
    transport: Rc<dyn Transport>,
    language: RefCell<String>,
    /// Rotates with every success; proves to the API which recovery it is.
    token: RefCell<Option<Rc<Secret>>>,
}

impl RecoveryV1 {
    /// For the API at `base_url`, which has no slash at its end.
    #[must_use]
    pub fn new(base_url: String, transport: Rc<dyn Transport>) -> Self {
        Self { base_url, transport, language: RefCell::default(), token: RefCell::default() }
    }

    fn request(&self, method: Method, path: &str, body: Option<&Body<'_>>) -> Result<Request, Fault> {
        let mut headers = vec![
            ("Accept-Language", Secret::new(self.language.borrow().clone())),
            // Not on the list of safe headers, so that a browser always asks the API first (Fetch, CORS preflight).
            ("X-Requested-With", Secret::new("partner-recovery".to_owned())),
        ];
        let body = match body {
            Some(body) => {
                headers.push(("Content-Type", Secret::new("application/json".to_owned())));
                let json = serde_json::to_string(body).map_err(|_| Problem::Unexpected)?;
                Some(Secret::new(json))
            }
            None => None,
        };
        Ok(Request { method, url: [&self.base_url, path].concat(), headers, body, cookies: true })
    }

    /// A call of the recovery: carries the token, and keeps the new one.
    async fn recover(&self, method: Method, path: &'static str, body: Option<Body<'_>>) -> Result<Next, Fault> {
        let mut request = self.request(method, path, body.as_ref())?;
        let token = self.token.borrow().clone();
        if let Some(token) = token {
            request.headers.push(("Authorization", Secret::new(["Bearer ", token.expose()].concat())));
        }
        let response = self.transport.send(request).await.map_err(Problem::from)?;
        let (token, next) = decode::next(&response)?;
        *self.token.borrow_mut() = Some(Rc::new(token));
        Ok(next)
    }

    async fn ask(&self, method: Method, path: &str, body: Option<Body<'_>>) -> Result<Response, Fault> {
        let request = self.request(method, path, body.as_ref())?;
        Ok(self.transport.send(request).await.map_err(Problem::from)?)
    }
}

impl AccountApi for RecoveryV1 {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn speak(&self, language: &str) {
        language.clone_into(&mut self.language.borrow_mut());
    }

    fn begin(&self) -> Reply<'_, Next> {
        // The handle of an earlier recovery must never be used again (OWASP ASVS 5.0, 6.6.2).
        *self.token.borrow_mut() = None;
        Box::pin(self.recover(Method::Post, "/v1/recoveries", Some(Body::default())))
    }

    fn submit(&self, input: Input) -> Reply<'_, Next> {
        Box::pin(async move {
            let empty = Body::default();
            let (method, path, body) = match &input {
                Input::Identity { account_type, user_id, captcha } => {
                    let account_type = Some(match account_type {
                        AccountType::WorkOrSchool => "work_or_school",
                        AccountType::Personal => "personal",
                    });
                    let captcha = captcha.as_ref().map(captcha_body);
                    let body = Body { account_type, user_id: Some(user_id.as_str()), captcha, ..empty };
                    (Method::Post, "/v1/recoveries/current/identity", Some(body))
                }
                Input::NewChallenge => (Method::Post, "/v1/recoveries/current/captcha", Some(empty)),
                Input::Method(id) => {
                    (Method::Post, "/v1/recoveries/current/method", Some(Body { method_id: Some(&id.0), ..empty }))
                }
                Input::Resend => (Method::Post, "/v1/recoveries/current/code/resend", Some(empty)),
                Input::Code(code) => {
                    (Method::Post, "/v1/recoveries/current/code", Some(Body { code: Some(code.expose()), ..empty }))
                }
                Input::NewPassword(password) => {
                    let body = Body { new_password: Some(password.expose()), ..empty };
                    (Method::Post, "/v1/recoveries/current/password", Some(body))
                }
                Input::Poll => (Method::Get, "/v1/recoveries/current", None),
            };
            self.recover(method, path, body).await
        })
    }

    fn cancel(&self) -> Reply<'_, ()> {
        Box::pin(async move {
            let Some(token) = self.token.take() else { return Ok(()) };
            let mut request = self.request(Method::Delete, "/v1/recoveries/current", None)?;
            request.headers.push(("Authorization", Secret::new(["Bearer ", token.expose()].concat())));
            self.transport.send(request).await.map_err(Problem::from)?;
            Ok(())
        })
    }

    fn media(&self, challenge: String, media: Media) -> Reply<'_, Recording> {
        Box::pin(async move {
            let (end, media_type) = match media {
                Media::Picture => ("/picture", "image/png"),
                Media::Audio { slow: false } => ("/audio", "audio/wav"),
                Media::Audio { slow: true } => ("/audio?rate=slow", "audio/wav"),
            };
            if !is_path_segment(&challenge) {
                return Err(Problem::Unreadable.into());
            }
            let path = ["/v1/captchas/", &challenge, end].concat();
            let response = self.ask(Method::Get, &path, None).await?;
            decode::refusal(&response)?;
            Ok(Recording { media_type, bytes: response.body })
        })
    }

    fn service_request(&self, request: service_request::Request) -> Reply<'_, service_request::Answer> {
        Box::pin(async move {
            match &request {
                service_request::Request::Challenge => {
                    let response = self.ask(Method::Post, "/v1/captchas", Some(Body::default())).await?;
                    decode::new_challenge(&response).map(service_request::Answer::Challenge)
                }
                service_request::Request::Create(draft, captcha, key) => {
                    let body = encode::service_request(draft, captcha_body(captcha));
                    let mut request = self.request(Method::Post, "/v1/service-requests", Some(&body))?;
                    request.headers.push(("Idempotency-Key", Secret::new(key.0.clone())));
                    let response = self.transport.send(request).await.map_err(Problem::from)?;
                    decode::support::receipt(&response).map(service_request::Answer::Created)
                }
            }
        })
    }

    fn request_status(&self, request: request_status::Request) -> Reply<'_, Report> {
        Box::pin(async move {
            let (path, access, reply) = match &request {
                request_status::Request::LookUp(access) => ("/v1/service-requests/lookup", access, None),
                request_status::Request::Reply(access, question, text) => {
                    ("/v1/service-requests/reply", access, Some((question.as_str(), text.as_str())))
                }
            };
            let body = Body {
                number: Some(&access.number),
                access_code: Some(access.code.expose()),
                question_id: reply.map(|(question, _)| question),
                text: reply.map(|(_, text)| text),
                ..Body::default()
            };
            let response = self.ask(Method::Post, path, Some(body)).await?;
            decode::support::report(&response)
        })
    }

    fn session(&self, request: SessionRequest) -> Reply<'_, Answer> {
        Box::pin(async move {
            let empty = Body::default();
            let (method, path, body) = match &request {
                SessionRequest::SignIn(user_id, password) => {
                    let body = Body { user_id: Some(user_id.as_str()), password: Some(password.expose()), ..empty };
                    (Method::Post, "/v1/session", Some(body))
                }
                SessionRequest::Load => (Method::Get, "/v1/session", None),
                SessionRequest::ChangePassword(current, new) => {
                    let body =
                        Body { current_password: Some(current.expose()), new_password: Some(new.expose()), ..empty };
                    (Method::Put, "/v1/session/password", Some(body))
                }
                SessionRequest::SignOut => (Method::Delete, "/v1/session", None),
            };
            let response = self.ask(method, path, body).await?;
            match request {
                SessionRequest::SignIn(..) | SessionRequest::Load => decode::session(&response).map(Answer::Session),
                SessionRequest::ChangePassword(..) => decode::nothing(&response).map(|()| Answer::PasswordChanged),
                SessionRequest::SignOut => decode::nothing(&response).map(|()| Answer::SignedOut),
            }
        })
    }

    fn users(&self, request: users::Request) -> Reply<'_, users::Answer> {
        Box::pin(async move {
            match request {
                users::Request::Search { query, cursor } => {
                    let query = Some(query.as_str()).filter(|query| !query.is_empty());
                    let body = Body { query, cursor: cursor.as_deref(), ..Body::default() };
                    let response = self.ask(Method::Post, "/v1/users/search", Some(body)).await?;
                    decode::users(&response)
                }
                users::Request::Reset(id) => {
                    if !is_path_segment(&id) {
                        return Err(Problem::UserNotFound.into());
                    }
                    let path = ["/v1/users/", &id, "/temporary-password"].concat();
                    let response = self.ask(Method::Post, &path, Some(Body::default())).await?;
                    decode::temporary_password(&response).map(users::Answer::Reset)
                }
            }
        })
    }

    fn verification(&self, request: verification::Request) -> Reply<'_, verification::Answer> {
        Box::pin(async move {
            match request {
                verification::Request::Load => {
                    let response = self.ask(Method::Get, "/v1/verification", None).await?;
                    decode::checks(&response).map(verification::Answer::Checks)
                }
                verification::Request::ResendMail => {
                    let path = "/v1/verification/email-ownership/resend";
                    let response = self.ask(Method::Post, path, Some(Body::default())).await?;
                    decode::nothing(&response).map(|()| verification::Answer::MailSent)
                }
            }
        })
    }
}

fn captcha_body(captcha: &CaptchaAnswer) -> CaptchaBody<'_> {
    let (answer, proof) = match &captcha.kind {
        AnswerKind::Characters(characters) => (Some(characters.expose()), None),
        AnswerKind::Proof(proof) => (None, Some(proof.expose())),
    };
    CaptchaBody { id: &captcha.challenge, answer, proof }
}

/// Whether `text` is an ID as the contract has those that stand in addresses. No other may become part of a path, because
/// the API must not be able to choose the path; percent-encoding would not be enough, as browsers take `%2e%2e` for `..`
/// (WHATWG URL, §4.1).
fn is_path_segment(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
