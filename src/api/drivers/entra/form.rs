//! Forms as bodies of requests.

use crate::domain::secret::Secret;

/// The fields of a request, percent-encoded (WHATWG URL, "application/x-www-form-urlencoded serializing"). The client ID
/// belongs to every one.
pub(super) fn encoded(client_id: &str, fields: &[(&str, &str)]) -> Secret {
    let all = || [("client_id", client_id)].into_iter().chain(fields.iter().copied());
    // Enough for all of it, so that no part of a secret is left behind where the text has grown.
    let mut body = String::with_capacity(all().map(|(name, value)| 2 + name.len() + 3 * value.len()).sum());
    for (name, value) in all() {
        if !body.is_empty() {
            body.push('&');
        }
        body.push_str(name);
        body.push('=');
        value.bytes().for_each(|byte| push(&mut body, byte));
    }
    Secret::new(body)
}

fn push(body: &mut String, byte: u8) {
    match byte {
        b' ' => body.push('+'),
        b'*' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => body.push(byte.into()),
        _ => {
            let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default().to_ascii_uppercase();
            body.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::encoded;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_sent_is_what_a_server_reads(client_id in any::<String>(), password in any::<String>()) {
            let body = encoded(&client_id, &[("new_password", &password)]);
            let read: Vec<(String, String)> = url::form_urlencoded::parse(body.expose().as_bytes()).into_owned().collect();
            let sent = [("client_id".to_owned(), client_id), ("new_password".to_owned(), password)];
            prop_assert_eq!(read, sent);
        }
    }

    #[test]
    fn only_what_may_stand_for_itself_does() {
        let body = encoded("a b", &[("x", "~*-._ü&=+%\n\"/?#")]);
        assert_eq!(body.expose(), "client_id=a+b&x=%7E*-._%C3%BC%26%3D%2B%25%0A%22%2F%3F%23");
    }
}
