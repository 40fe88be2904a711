//! Signing in with a password: initiate, challenge, token.

use super::answer::{self, Stage};
use super::claims::{self, Claims};
use super::{Endpoints, POLICY};
use crate::api::http::{Failure, Response};
use crate::domain::account::UserId;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};
use crate::domain::secret::Secret;
use crate::domain::session::Session;
use crate::domain::typed_text::without_reordering;

/// What this app can do: have a password typed, and lead elsewhere. The latter must always be among it.
const CHALLENGE_TYPES: (&str, &str) = ("challenge_type", "password redirect");

/// Who has signed in, and until when.
pub(super) async fn sign_in(
    endpoints: &Endpoints,
    user_id: &UserId,
    password: &Secret,
) -> Result<(Session, Moment), Fault> {
    let fields = [("username", user_id.as_str()), CHALLENGE_TYPES];
    let token = answer::begun(&endpoints.post("/oauth2/v2.0/initiate", &fields).await, Stage::SignIn)?;
    let fields = [("continuation_token", token.expose()), CHALLENGE_TYPES];
    let token = password_is_wanted(&endpoints.post("/oauth2/v2.0/challenge", &fields).await)?;
    let fields = [
        ("continuation_token", token.expose()),
        ("grant_type", "password"),
        ("password", password.expose()),
        // Nothing that outlives this page: no `offline_access`.
        ("scope", "openid profile"),
    ];
    let (name, lifetime) =
        name_and_lifetime(&endpoints.post("/oauth2/v2.0/token", &fields).await, &endpoints.client_id)?;
    let session = Session {
        display_name: name,
        user_id: user_id.as_str().to_owned(),
        roles: vec![],
        must_change_password: false,
        password_policy: POLICY,
    };
    Ok((session, endpoints.now().after(lifetime)))
}

fn password_is_wanted(sent: &Result<Response, Failure>) -> Result<Secret, Fault> {
    let json = answer::read(sent, Stage::SignIn)?;
    match answer::text(&json, "challenge_type")?.trim() {
        "password" => Ok(answer::token(&json)?),
        _ => Err(Problem::Unreadable.into()),
    }
}

/// What a set of tokens says, if it is right and for the app of this ID.
fn name_and_lifetime(sent: &Result<Response, Failure>, client_id: &str) -> Result<(String, Seconds), Fault> {
    let json = answer::read(sent, Stage::Token)?;
    // RFC 6749, §5.1: the name of the type may be written in either case.
    let is_bearer = answer::text(&json, "token_type")?.eq_ignore_ascii_case("Bearer");
    let lifetime = answer::count(&json, "expires_in")?.filter(|seconds| *seconds > 0);
    answer::text(&json, "access_token")?;
    match (claims::read(answer::text(&json, "id_token")?), lifetime) {
        (Some(Claims { audience, name }), Some(lifetime)) if is_bearer && audience == client_id => {
            Ok((without_reordering(&name), Seconds::clamped(lifetime)))
        }
        _ => Err(Problem::Unreadable.into()),
    }
}
