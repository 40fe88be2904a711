//! Sets of tokens. Nothing takes them, so their signatures are none.

use super::accounts::CLIENT_ID;
use super::call::Call;
use super::refusal::Answer;
use super::state::State;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

const TENANT: &str = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
/// How long an access token holds, in seconds.
const LIFE: u64 = 3600;

/// The tokens of somebody who has signed in, as far as the scopes ask for them.
pub fn set(state: &State, call: &Call, user_id: &str) -> Answer {
    let now = state.now;
    let object = format!("object-of-{user_id}");
    let name = user_id.split('@').next().unwrap_or_default();
    let claims = json!({
        "aud": CLIENT_ID,
        "iss": format!("https://{TENANT}.ciamlogin.example/{TENANT}/v2.0"),
        "iat": now,
        "nbf": now,
        "exp": now + LIFE,
        "name": format!("{name} (Contoso)"),
        "oid": object,
        "preferred_username": user_id,
        "sub": format!("subject-{user_id}"),
        "tid": TENANT,
        "ver": "2.0",
    });
    let mut tokens = json!({
        "token_type": "Bearer",
        "scope": "openid profile",
        "expires_in": LIFE,
        "ext_expires_in": LIFE,
        "access_token": jwt(&json!({ "aud": "api", "sub": user_id })),
        "id_token": jwt(&claims),
    });
    if call.has_word("scope", "offline_access") {
        tokens["refresh_token"] = "refresh".into();
    }
    if call.has_word("client_info", "1") {
        let info = json!({ "uid": object, "utid": TENANT });
        tokens["client_info"] = URL_SAFE_NO_PAD.encode(info.to_string()).into();
    }
    tokens
}

fn jwt(claims: &Value) -> String {
    let header = json!({ "typ": "JWT", "alg": "RS256", "kid": "stand-in" });
    let part = |json: &Value| URL_SAFE_NO_PAD.encode(json.to_string());
    [part(&header), part(claims), URL_SAFE_NO_PAD.encode("no signature")].join(".")
}
