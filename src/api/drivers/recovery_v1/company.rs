//! What a signed-in person is told of the company: its users and its verification.

use super::connection::{Connection, is_path_segment};
use super::fault::{nothing, success};
use super::session::roles;
use crate::api::http::{Method, Response};
use crate::domain::problem::{Fault, Problem};
use crate::domain::secret::Secret;
use crate::domain::timestamp::Timestamp;
use crate::domain::typed_text::without_reordering;
use crate::domain::users::{self, TemporaryPassword, User};
use crate::domain::verification::{self, Check, Kind, Status};
use crate::json::{Json, Object, Unreadable};

/// What a Global admin does for the users of the company.
pub(super) async fn users(connection: &Connection, request: users::Request) -> Result<users::Answer, Fault> {
    match request {
        users::Request::Search { query, cursor } => {
            let query = Some(query.as_str()).filter(|query| !query.is_empty());
            let body = Object::default().text_if("query", query).text_if("cursor", cursor.as_deref());
            found(&connection.ask(Method::Post, "/v1/users/search", Some(body)).await?)
        }
        users::Request::Reset(id) => {
            if !is_path_segment(&id) {
                return Err(Problem::UserNotFound.into());
            }
            let path = ["/v1/users/", &id, "/temporary-password"].concat();
            let response = connection.ask(Method::Post, &path, Some(Object::default())).await?;
            temporary_password(&response).map(users::Answer::Reset)
        }
    }
}

/// What is verified of the company.
pub(super) async fn verification(
    connection: &Connection,
    request: verification::Request,
) -> Result<verification::Answer, Fault> {
    match request {
        verification::Request::Load => {
            let response = connection.ask(Method::Get, "/v1/verification", None).await?;
            checks(&response).map(verification::Answer::Checks)
        }
        verification::Request::ResendMail => {
            let path = "/v1/verification/email-ownership/resend";
            let response = connection.ask(Method::Post, path, Some(Object::default())).await?;
            nothing(&response).map(|()| verification::Answer::MailSent)
        }
    }
}

/// A page of the users. One who cannot be asked about, because the ID is none, makes the answer unreadable.
fn found(response: &Response) -> Result<users::Answer, Fault> {
    let answer = success(response)?;
    let users = answer.get("users")?.ok_or(Unreadable)?.list()?.iter().map(user).collect::<Result<_, _>>()?;
    let next_cursor = answer.text_at("next_cursor")?.filter(|cursor| !cursor.is_empty());
    Ok(users::Answer::Users { users, next_cursor: next_cursor.map(str::to_owned) })
}

fn user(json: &Json) -> Result<User, Unreadable> {
    Ok(User {
        id: json.text_at("id")?.filter(|id| is_path_segment(id)).ok_or(Unreadable)?.to_owned(),
        display_name: without_reordering(json.text_at("display_name")?.unwrap_or_default()),
        user_id: without_reordering(json.text_at("user_id")?.ok_or(Unreadable)?),
        roles: roles(json)?,
    })
}

/// A temporary password. A time that cannot be read is left out: the password holds all the same.
fn temporary_password(response: &Response) -> Result<TemporaryPassword, Fault> {
    let answer = success(response)?;
    let password = Secret::new(answer.text_at("temporary_password")?.ok_or(Unreadable)?.to_owned());
    let expires_at = answer.text_at("expires_at")?.and_then(Timestamp::parse);
    Ok(TemporaryPassword::new(password, expires_at).ok_or(Unreadable)?)
}

/// What is verified. A kind that we do not know is left out; a status that we do not know makes the answer unreadable, and
/// so does an answer that says nothing.
fn checks(response: &Response) -> Result<Vec<Check>, Fault> {
    let mut checks = vec![];
    for json in success(response)?.list_at("checks")? {
        checks.extend(check(json)?);
    }
    if checks.is_empty() { Err(Unreadable.into()) } else { Ok(checks) }
}

fn check(json: &Json) -> Result<Option<Check>, Unreadable> {
    let kind = match json.text_at("kind")?.ok_or(Unreadable)? {
        "email_ownership" => Kind::EmailOwnership,
        "employment" => Kind::Employment,
        "business" => Kind::Business,
        _ => return Ok(None),
    };
    let status = match json.text_at("status")?.ok_or(Unreadable)? {
        "pending" => Status::Pending,
        "authorized" => Status::Authorized,
        "rejected" => Status::Rejected,
        _ => return Err(Unreadable),
    };
    let updated_at = json.text_at("updated_at")?.and_then(Timestamp::parse).ok_or(Unreadable)?;
    Ok(Some(Check { kind, status, updated_at, can_resend: json.text_at("action")? == Some("resend_mail") }))
}
