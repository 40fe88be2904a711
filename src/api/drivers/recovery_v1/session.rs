//! Signing in and out, who is signed in, and changing the password.

use super::connection::Connection;
use super::fault::{nothing, success};
use super::password::policy;
use crate::api::SessionRequest;
use crate::api::http::{Method, Response};
use crate::domain::password::Policy;
use crate::domain::problem::Fault;
use crate::domain::session::{Role, Session};
use crate::domain::sign_in::Answer;
use crate::domain::typed_text::without_reordering;
use crate::json::{Json, Object, Unreadable};

pub(super) async fn session(connection: &Connection, request: SessionRequest) -> Result<Answer, Fault> {
    let (method, path, body) = match &request {
        SessionRequest::SignIn(user_id, password) => {
            let body = Object::default().text("user_id", user_id.as_str()).text("password", password.expose());
            (Method::Post, "/v1/session", Some(body))
        }
        SessionRequest::Load => (Method::Get, "/v1/session", None),
        SessionRequest::ChangePassword(current, new) => {
            let body = Object::default().text("current_password", current.expose()).text("new_password", new.expose());
            (Method::Put, "/v1/session/password", Some(body))
        }
        SessionRequest::SignOut => (Method::Delete, "/v1/session", None),
    };
    let response = connection.ask(method, path, body).await?;
    match request {
        SessionRequest::SignIn(..) | SessionRequest::Load => Ok(Answer::Session(signed_in(&response)?)),
        SessionRequest::ChangePassword(..) => nothing(&response).map(|()| Answer::PasswordChanged),
        SessionRequest::SignOut => nothing(&response).map(|()| Answer::SignedOut),
    }
}

/// Who is signed in.
fn signed_in(response: &Response) -> Result<Session, Fault> {
    let answer = success(response)?;
    let user = answer.get("user")?.ok_or(Unreadable)?;
    Ok(Session {
        display_name: without_reordering(user.text_at("display_name")?.unwrap_or_default()),
        user_id: without_reordering(user.text_at("user_id")?.ok_or(Unreadable)?),
        roles: roles(user)?,
        must_change_password: answer.flag_at("must_change_password")?.ok_or(Unreadable)?,
        password_policy: answer.get("password_policy")?.map_or(Ok(Policy::default()), policy)?,
    })
}

/// What somebody may do. A role that we do not know keeps its name.
pub(super) fn roles(user: &Json) -> Result<Vec<Role>, Unreadable> {
    let role = |name: &Json| match name.text()? {
        "global_admin" => Ok(Role::GlobalAdmin),
        other => Ok(Role::Other(without_reordering(other))),
    };
    user.list_at("roles")?.iter().map(role).collect()
}
