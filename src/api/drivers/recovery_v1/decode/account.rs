//! What a signed-in person is told of the company: its users and its verification.

use super::super::is_path_segment;
use super::{read, refusal, roles, wire};
use crate::api::http::Response;
use crate::domain::problem::{Fault, Problem};
use crate::domain::secret::Secret;
use crate::domain::timestamp::Timestamp;
use crate::domain::typed_text::without_reordering;
use crate::domain::users::{Answer, TemporaryPassword, User};
use crate::domain::verification::{Check, Kind, Status};

/// A page of the users. One who cannot be asked about, because the ID is none, makes the answer unreadable.
pub(in super::super) fn users(response: &Response) -> Result<Answer, Fault> {
    refusal(response)?;
    let answer = read(response).ok_or(Problem::Unreadable)?;
    let users = answer.users.and_then(|users| users.into_iter().map(user).collect::<Option<_>>());
    Ok(Answer::Users {
        users: users.ok_or(Problem::Unreadable)?,
        next_cursor: answer.next_cursor.filter(|cursor| !cursor.is_empty()),
    })
}

fn user(wire: wire::User) -> Option<User> {
    Some(User {
        id: wire.id.filter(|id| is_path_segment(id))?,
        display_name: without_reordering(&wire.display_name.unwrap_or_default()),
        user_id: without_reordering(&wire.user_id?),
        roles: roles(wire.roles),
    })
}

/// A temporary password. A time that cannot be read is left out: the password holds all the same.
pub(in super::super) fn temporary_password(response: &Response) -> Result<TemporaryPassword, Fault> {
    refusal(response)?;
    let answer = read(response).ok_or(Problem::Unreadable)?;
    let password = answer.temporary_password.map(Secret::new).ok_or(Problem::Unreadable)?;
    let expires_at = answer.expires_at.as_deref().and_then(Timestamp::parse);
    Ok(TemporaryPassword::new(password, expires_at).ok_or(Problem::Unreadable)?)
}

/// What is verified. A kind that we do not know is left out; a status that we do not know makes the answer unreadable, and
/// so does an answer that says nothing.
pub(in super::super) fn checks(response: &Response) -> Result<Vec<Check>, Fault> {
    refusal(response)?;
    let answer = read(response).ok_or(Problem::Unreadable)?;
    let known = answer.checks.unwrap_or_default().into_iter().filter_map(|wire| Some((kind(&wire.kind)?, wire)));
    let checks = known.map(|(kind, wire)| check(kind, &wire)).collect::<Option<Vec<_>>>();
    Ok(checks.filter(|checks| !checks.is_empty()).ok_or(Problem::Unreadable)?)
}

fn kind(name: &str) -> Option<Kind> {
    match name {
        "email_ownership" => Some(Kind::EmailOwnership),
        "employment" => Some(Kind::Employment),
        "business" => Some(Kind::Business),
        _ => None,
    }
}

fn check(kind: Kind, wire: &wire::Check) -> Option<Check> {
    let status = match wire.status.as_deref()? {
        "pending" => Status::Pending,
        "authorized" => Status::Authorized,
        "rejected" => Status::Rejected,
        _ => return None,
    };
    let updated_at = Timestamp::parse(wire.updated_at.as_deref()?)?;
    Some(Check { kind, status, updated_at, can_resend: wire.action.as_deref() == Some("resend_mail") })
}
