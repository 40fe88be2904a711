//! What an ID token says.

use crate::json::Json;

/// The claims that matter here.
pub(super) struct Claims {
    /// The app that the token was made for.
    pub(super) audience: String,
    /// What to call the person; empty if that is not known.
    pub(super) name: String,
}

/// Reads an ID token. Its signature is not looked at: it comes from the token endpoint itself, over TLS (OpenID Connect
/// Core 1.0, §3.1.3.7).
pub(super) fn read(token: &str) -> Option<Claims> {
    let mut parts = token.split('.');
    let (_, claims, _) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let bytes = from_base64url(claims)?;
    let json = Json::read(&bytes).ok()?;
    let audience = json.text_at("aud").ok()??.to_owned();
    Some(Claims { audience, name: json.text_at("name").ok()?.unwrap_or_default().to_owned() })
}

/// The bytes that a text stands for (RFC 4648, §5, without padding).
fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut bits = 0_u32;
    let mut count = 0;
    for digit in text.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            // The bits before these have been taken already, and are cut off.
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    fn read_claims(claims: &str) -> Option<(String, String)> {
        let token = ["e30.", &URL_SAFE_NO_PAD.encode(claims), ".c2lnbmVk"].concat();
        read(&token).map(|claims| (claims.audience, claims.name))
    }

    #[test]
    fn the_name_and_the_audience_are_read() {
        let some = |audience: &str, name: &str| Some((audience.to_owned(), name.to_owned()));
        assert_eq!(read_claims(r#"{"aud":"app","name":"Ünal 花子","x":[1]}"#), some("app", "Ünal 花子"));
        assert_eq!(read_claims(r#"{"aud":"app"}"#), some("app", ""));
    }

    #[test]
    fn what_is_no_id_token_is_none() {
        for claims in
            ["", "{}", "[]", r#"{"aud":["app"]}"#, r#"{"aud":7}"#, r#"{"aud":"app","name":7}"#, r#"{"aud":"app""#]
        {
            assert_eq!(read_claims(claims), None, "{claims}");
        }
        for token in ["", ".", "e30.e30", "e30.e30.e30.e30", "e30.e30=.x", "e30.猫.x"] {
            assert!(read(token).is_none(), "{token}");
        }
    }

    proptest! {
        #[test]
        fn base64_is_read_as_others_read_it(bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(from_base64url(&URL_SAFE_NO_PAD.encode(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = read(&text);
        }
    }
}
