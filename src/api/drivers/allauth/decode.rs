//! From a response to what it says. Everything that is not exactly as expected is a fault, never a success.

use crate::api::http::Response;
use crate::domain::moment::Seconds;
use crate::domain::password::{Charset, Policy, Rejection};
use crate::domain::problem::{Fault, Problem};
use crate::domain::recovery::Next;
use crate::domain::secret::Secret;
use crate::domain::session::Session;
use crate::domain::typed_text::without_reordering;
use crate::json::{Json, Unreadable};

/// Django's own least, as the server names none (Django, `MinimumLengthValidator`).
pub(super) const POLICY: Policy =
    Policy { min_length: 8, max_length: 256, min_classes: None, charset: Charset::Unicode };
/// The server says "too many" without a time. Its limits count by the minute, and those of failed sign-ins by five.
const A_MINUTE: Seconds = Seconds::clamped(60);
const FIVE_MINUTES: Seconds = Seconds::clamped(300);

/// What the server says.
pub(super) enum Answer {
    /// 200, with its configuration.
    Configured {
        /// Whether it sends codes for a new password.
        sends_codes: bool,
    },
    /// 200, with the person who is signed in.
    SignedIn(Session),
    /// 401: nobody is signed in. That is no failure.
    SignedOut {
        /// Whether it waits for a code, if it says so.
        waits_for_code: Option<bool>,
    },
    /// 400: what it does not accept.
    Refused(Vec<Error>),
    /// 409: what was asked for does not fit where it stands.
    Conflict,
}

/// One thing that is not accepted.
pub(super) struct Error {
    code: String,
    field: String,
}

impl Error {
    pub(super) fn is_at(&self, field: &str) -> bool {
        self.field == field
    }

    pub(super) fn is(&self, field: &str, code: &str) -> bool {
        self.is_at(field) && self.code == code
    }

    fn is_a_user_id(&self) -> bool {
        self.is_at("email") || self.is_at("username")
    }

    pub(super) fn is_wrong_code(&self) -> bool {
        self.is("key", "incorrect_code")
    }
}

impl Answer {
    /// What it means where it is not expected.
    pub(super) fn unexpected(&self) -> Fault {
        Fault::from(match self {
            // Nothing is pending (any more): too old, or too many wrong codes.
            Self::Conflict => Problem::RecoveryExpired,
            Self::Refused(_) => Problem::Unexpected,
            // A second proof is wanted, or a mail address is to be confirmed first: not here.
            Self::SignedOut { .. } => Problem::Unexpected,
            Self::Configured { .. } | Self::SignedIn(_) => Problem::Unreadable,
        })
    }
}

/// What a response says.
pub(super) fn answer(response: &Response) -> Result<Answer, Fault> {
    match (response.status, Json::read(&response.body)) {
        (429, _) => Err(too_many(response.retry_after.unwrap_or(A_MINUTE))),
        // A page of Django's own: its check of the CSRF token, an address that is not there.
        (400..500, Err(Unreadable)) => Err(Problem::Unexpected.into()),
        // Nobody knows how far it came.
        (500, _) => Err(Problem::Unreadable.into()),
        (501.., _) => Err(Fault { retry_after: response.retry_after, ..Problem::Unavailable.into() }),
        (status, Ok(json)) => Ok(said(status, &json)?.ok_or(Problem::Unexpected)?),
        (_, Err(Unreadable)) => Err(Problem::Unreadable.into()),
    }
}

/// What an answer in JSON says; `None` if it is a refusal that has no name here.
fn said(status: u16, json: &Json<'_>) -> Result<Option<Answer>, Unreadable> {
    if json.count_at("status")? != Some(u64::from(status)) {
        return Err(Unreadable);
    }
    let data = json.get("data")?;
    let meta = json.get("meta")?;
    let is_signed_in = meta.map(|meta| meta.flag_at("is_authenticated")).transpose()?.flatten();
    match (status, data) {
        (200, Some(data)) => match (data.get("account")?, data.get("user")?) {
            (Some(account), None) => {
                let sends_codes = account.flag_at("password_reset_by_code_enabled")?.ok_or(Unreadable)?;
                Ok(Some(Answer::Configured { sends_codes }))
            }
            (None, Some(user)) if is_signed_in == Some(true) => Ok(Some(Answer::SignedIn(session(user)?))),
            _ => Err(Unreadable),
        },
        (401, Some(data)) => {
            let mut waits_for_code = None;
            for flow in data.get("flows")?.ok_or(Unreadable)?.list()? {
                if flow.text_at("id")? == Some("password_reset_by_code") {
                    waits_for_code = flow.flag_at("is_pending")?;
                }
            }
            Ok(Some(Answer::SignedOut { waits_for_code }))
        }
        (400, _) => {
            let text = |error: &Json<'_>, name| Ok(error.text_at(name)?.unwrap_or_default().to_owned());
            let errors = json.list_at("errors")?.iter();
            let errors = errors.map(|error| Ok(Error { code: text(error, "code")?, field: text(error, "param")? }));
            Ok(Some(Answer::Refused(errors.collect::<Result<_, _>>()?)))
        }
        (409, _) => Ok(Some(Answer::Conflict)),
        (402..500, _) => Ok(None),
        _ => Err(Unreadable),
    }
}

/// The person. What they may do beyond their own password, the server does not say.
fn session(user: &Json<'_>) -> Result<Session, Unreadable> {
    let email = user.text_at("email")?.filter(|email| !email.is_empty());
    let user_id = email.or(user.text_at("username")?).ok_or(Unreadable)?;
    Ok(Session {
        display_name: without_reordering(user.text_at("display")?.unwrap_or(user_id)),
        user_id: without_reordering(user_id),
        roles: vec![],
        must_change_password: false,
        password_policy: POLICY,
    })
}

/// Why nobody was signed in.
pub(super) fn sign_in_refusal(errors: &[Error]) -> Fault {
    if errors.iter().any(|error| error.code == "too_many_login_attempts") {
        too_many(FIVE_MINUTES)
    // What cannot be a user ID here is no account either.
    } else if errors.iter().any(|error| error.code.ends_with("_password_mismatch") || error.is_a_user_id()) {
        Problem::SignInFailed.into()
    } else {
        Problem::Unexpected.into()
    }
}

/// Why a new password was refused, if that is all that was refused.
pub(super) fn rejection(errors: &[Error], field: &str, password: &Secret) -> Fault {
    if errors.is_empty() || !errors.iter().all(|error| error.is_at(field)) {
        return Problem::Unexpected.into();
    }
    let known = errors.iter().filter_map(|error| {
        Some(match error.code.as_str() {
            "password_too_short" => Rejection::TooShort,
            "password_too_common" => Rejection::TooCommon,
            "password_entirely_numeric" => Rejection::TooFewClasses,
            "password_too_similar" => Rejection::ContainsUserId,
            _ => return None,
        })
    });
    let rejections: Vec<_> = known.collect();
    let length = password.expose().chars().count();
    // A server that wants more than Django itself does not say how much; but more than this.
    let min_length = u32::try_from(length).unwrap_or(u32::MAX).saturating_add(1);
    let policy = Policy { min_length, ..POLICY };
    let is_stricter = rejections.contains(&Rejection::TooShort) && min_length > POLICY.min_length;
    let next = is_stricter.then(|| Box::new(Next::SetPassword { policy, expires_in: None, rejected: vec![] }));
    Fault { next, ..Problem::PasswordRejected(rejections).into() }
}

fn too_many(wait: Seconds) -> Fault {
    Fault { retry_after: Some(wait), ..Problem::TooManyRequests.into() }
}
