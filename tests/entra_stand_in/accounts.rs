//! The sample accounts that make the stand-in do something special: the one table of them.

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// The company of the sample accounts.
pub const DOMAIN: &str = "contoso.example";
/// The password of every sample account.
pub const PASSWORD: &str = "sample passphrase 1";
/// The ID of the app that is registered for native authentication.
pub const CLIENT_ID: &str = "11111111-2222-3333-4444-555555555555";
/// The ID of an app that is registered, but not for this.
pub const DISABLED_CLIENT_ID: &str = "99999999-8888-7777-6666-555555555555";

/// What an account triggers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trick {
    Nothing,
    /// The endpoint whose path ends like this says that it goes on elsewhere.
    Redirect(&'static str),
    Slow,
    NeverReady,
    ResetFails,
    NothingIsDelivered,
    SecondFactor,
    Registration,
    PasswordExpired,
    Busy,
    Down,
    Html,
    MissingFields,
    Silent,
}

/// Every sample account: the user ID before the @, and what happens.
const TABLE: [(&str, Trick); 21] = [
    ("user", Trick::Nothing),
    ("redirect-start", Trick::Redirect("start")),
    ("redirect-challenge", Trick::Redirect("challenge")),
    ("redirect-continue", Trick::Redirect("continue")),
    ("redirect-submit", Trick::Redirect("submit")),
    ("redirect-poll", Trick::Redirect("poll_completion")),
    ("redirect-initiate", Trick::Redirect("initiate")),
    ("redirect-token", Trick::Redirect("token")),
    // The new password is ready at the third time of asking.
    ("slow", Trick::Slow),
    ("never", Trick::NeverReady),
    // The first new password cannot be set.
    ("reset-fails", Trick::ResetFails),
    ("undelivered", Trick::NothingIsDelivered),
    ("mfa", Trick::SecondFactor),
    ("registration", Trick::Registration),
    ("password-expired", Trick::PasswordExpired),
    ("busy", Trick::Busy),
    ("down", Trick::Down),
    ("html", Trick::Html),
    ("missing-fields", Trick::MissingFields),
    ("silent", Trick::Silent),
    ("colleague", Trick::Nothing),
];

/// The user IDs of all sample accounts.
pub fn user_ids() -> impl Iterator<Item = String> {
    TABLE.into_iter().map(|(local_part, _)| format!("{local_part}@{DOMAIN}"))
}

/// What a user ID triggers; nothing, if it is in no row.
pub fn trick(user_id: &str) -> Trick {
    let Some((local_part, DOMAIN)) = user_id.rsplit_once('@') else { return Trick::Nothing };
    TABLE.into_iter().find(|(known, _)| *known == local_part).map_or(Trick::Nothing, |(_, trick)| trick)
}

/// Whether no answer comes at all.
pub fn is_silent(user_id: Option<&str>) -> bool {
    user_id.map(trick) == Some(Trick::Silent)
}

/// What a proxy or a gateway says instead of Entra, or what Entra would never say.
pub fn broken_answer(user_id: Option<&str>) -> Option<Response> {
    match trick(user_id?) {
        Trick::Busy => Some((StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "20")]).into_response()),
        Trick::Down => Some((StatusCode::SERVICE_UNAVAILABLE, Html("<p>Down for maintenance.")).into_response()),
        Trick::Html => {
            Some(Html("<!doctype html><title>Proxy</title><p>Sign in to the company network.").into_response())
        }
        Trick::MissingFields => Some(axum::Json(serde_json::json!({ "expires_in": 600 })).into_response()),
        _ => None,
    }
}
