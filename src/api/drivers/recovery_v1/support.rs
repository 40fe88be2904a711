//! Service requests: telling one, and looking at one.

mod fields;
mod report;

use super::challenge;
use super::connection::Connection;
use super::fault::{details, is_reference, success};
use crate::api::http::{Method, Response};
use crate::domain::problem::{Fault, Problem};
use crate::domain::request_status::{self, Report};
use crate::domain::secret::Secret;
use crate::domain::service_request::{Answer, Receipt, Request};
use crate::json::{Json, Object, Unreadable};

/// What belongs to sending a service request.
pub(super) async fn service_request(connection: &Connection, request: Request) -> Result<Answer, Fault> {
    match &request {
        Request::Challenge => {
            let response = connection.ask(Method::Post, "/v1/captchas", Some(Object::default())).await?;
            let answer = accepted(&response)?;
            let challenge = challenge::challenge(answer.get("captcha")?.ok_or(Unreadable)?)?;
            Ok(Answer::Challenge(challenge))
        }
        Request::Create(draft, captcha, key) => {
            let body = fields::written(draft).object("captcha", challenge::answer(captcha));
            let mut request = connection.request(Method::Post, "/v1/service-requests", Some(body));
            request.headers.push(("Idempotency-Key", Secret::new(key.0.clone())));
            receipt(&connection.send(request).await?).map(Answer::Created)
        }
    }
}

/// How far support is with a service request.
pub(super) async fn request_status(connection: &Connection, request: request_status::Request) -> Result<Report, Fault> {
    let (path, access, reply) = match &request {
        request_status::Request::LookUp(access) => ("/v1/service-requests/lookup", access, None),
        request_status::Request::Reply(access, question, text) => {
            ("/v1/service-requests/reply", access, Some((question.as_str(), text.as_str())))
        }
    };
    let body = Object::default()
        .text("number", &access.number)
        .text("access_code", access.code.expose())
        .text_if("question_id", reply.map(|(question, _)| question))
        .text_if("text", reply.map(|(_, text)| text));
    let response = connection.ask(Method::Post, path, Some(body)).await?;
    Ok(report::report(&accepted(&response)?)?)
}

/// The JSON of a success; or the fault, with the fields that were not accepted and another challenge.
fn accepted(response: &Response) -> Result<Json<'_>, Fault> {
    success(response).map_err(|fault| {
        let Some(answer) = details(response) else { return fault };
        let captcha = answer.get("captcha").ok().flatten().and_then(|captcha| challenge::challenge(captcha).ok());
        let problem = match fault.problem {
            Problem::InvalidRequest => match fields::rejected(&answer).unwrap_or_default() {
                fields if fields.is_empty() => Problem::InvalidRequest,
                fields => Problem::FieldsRejected(fields),
            },
            problem => problem,
        };
        Fault { problem, challenge: captcha.map(Box::new), ..fault }
    })
}

/// What was given for a service request.
fn receipt(response: &Response) -> Result<Receipt, Fault> {
    let answer = accepted(response)?;
    let text = |name| answer.text_at(name)?.filter(|text| is_reference(text)).map(str::to_owned).ok_or(Unreadable);
    Ok(Receipt { number: text("number")?, access_code: Secret::new(text("access_code")?) })
}
