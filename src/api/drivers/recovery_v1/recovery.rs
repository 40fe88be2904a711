//! The calls of the recovery.

mod steps;

use super::challenge;
use super::connection::Connection;
use super::fault::{details, success};
use crate::api::http::{Method, Response};
use crate::domain::account::AccountType;
use crate::domain::problem::Fault;
use crate::domain::recovery::{Input, Next};
use crate::domain::secret::Secret;
use crate::json::{Object, Unreadable};

/// What is wanted of the recovery.
pub(super) enum Call {
    /// Start one, and forget the one before.
    Begin,
    /// Send what the person gave.
    Submit(Input),
}

/// A call of the recovery: carries the token, and keeps the new one.
pub(super) async fn call(connection: &Connection, call: Call) -> Result<Next, Fault> {
    let (method, path, body) = match &call {
        Call::Begin => {
            // The handle of an earlier recovery must never be used again (OWASP ASVS 5.0, 6.6.2).
            connection.keep_token(None);
            (Method::Post, "/v1/recoveries", Some(Object::default()))
        }
        Call::Submit(input) => written(input),
    };
    let mut request = connection.request(method, path, body);
    connection.authorize(&mut request);
    let response = connection.send(request).await?;
    let (token, next) = read(&response)?;
    connection.keep_token(Some(token));
    Ok(next)
}

/// Gives up the recovery that is under way, if there is one.
pub(super) async fn cancel(connection: &Connection) -> Result<(), Fault> {
    if !connection.has_token() {
        return Ok(());
    }
    let mut request = connection.request(Method::Delete, "/v1/recoveries/current", None);
    connection.authorize(&mut request);
    connection.keep_token(None);
    connection.send(request).await.map(drop)
}

fn written(input: &Input) -> (Method, &'static str, Option<Object>) {
    let empty = Object::default();
    match input {
        Input::Identity { account_type, user_id, captcha } => {
            let account_type = match account_type {
                AccountType::WorkOrSchool => "work_or_school",
                AccountType::Personal => "personal",
            };
            let body = empty.text("account_type", account_type).text("user_id", user_id.as_str());
            let body = match captcha {
                Some(captcha) => body.object("captcha", challenge::answer(captcha)),
                None => body,
            };
            (Method::Post, "/v1/recoveries/current/identity", Some(body))
        }
        Input::NewChallenge => (Method::Post, "/v1/recoveries/current/captcha", Some(empty)),
        Input::Method(id) => (Method::Post, "/v1/recoveries/current/method", Some(empty.text("method_id", &id.0))),
        Input::Resend => (Method::Post, "/v1/recoveries/current/code/resend", Some(empty)),
        Input::Code(code) => (Method::Post, "/v1/recoveries/current/code", Some(empty.text("code", code.expose()))),
        Input::NewPassword(password) => {
            (Method::Post, "/v1/recoveries/current/password", Some(empty.text("new_password", password.expose())))
        }
        Input::Poll => (Method::Get, "/v1/recoveries/current", None),
    }
}

/// The new token and the step that comes next.
fn read(response: &Response) -> Result<(Secret, Next), Fault> {
    let answer = success(response).map_err(|fault| going_on(fault, response))?;
    // It becomes a header's value, so it must be able to be one (RFC 6750 §2.1).
    let is_token = |token: &&str| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
    let token = answer.text_at("token")?.filter(is_token).ok_or(Unreadable)?.to_owned();
    let next = steps::next(answer.get("next")?.ok_or(Unreadable)?)?;
    Ok((Secret::new(token), next))
}

/// A fault, with the step or the challenge with which the recovery goes on in spite of it.
fn going_on(fault: Fault, response: &Response) -> Fault {
    let Some(answer) = details(response) else { return fault };
    let next = answer.get("next").ok().flatten().and_then(|next| steps::next(next).ok());
    let captcha = answer.get("captcha").ok().flatten().and_then(|captcha| challenge::challenge(captcha).ok());
    Fault { next: next.map(Box::new), challenge: captcha.map(Box::new), ..fault }
}
