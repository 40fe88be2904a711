//! What is sent: only what every browser sends without asking the server first.

use super::script::*;
use super::sign_in::{PASSWORD_WANTED, tokens};
use crate::api::http::Method;
use crate::domain::recovery::Input;

/// A driver that has sent every request that it can send.
fn everything() -> Scripted {
    let scripted = Scripted::after(&[STARTED, CODE_SENT, CODE_RIGHT, TAKEN]);
    let _ = scripted.submit(Input::Poll);
    let _ = scripted.submit(Input::Resend);
    scripted.will_answer(400, NO_SUCH_USER);
    assert!(scripted.identify().is_ok());
    let _ = scripted.submit(code());
    let _ = scripted.submit(Input::Resend);
    scripted.will_answer(200, STARTED);
    scripted.will_answer(200, PASSWORD_WANTED);
    scripted.will_answer(200, tokens());
    assert!(scripted.sign_in().is_ok());
    scripted
}

#[test]
fn no_request_needs_a_preflight() {
    // Fetch, "CORS-preflight fetch": none for POST with only safe headers, and this content type is a safe value.
    let scripted = everything();
    let sent = scripted.script.sent.borrow();
    assert_eq!(sent.len(), 12);
    for request in sent.iter() {
        assert_eq!(request.method, Method::Post, "{}", request.url);
        let only = [("Content-Type", "application/x-www-form-urlencoded".to_owned())];
        assert_eq!(request.headers, only, "{}", request.url);
        assert!(!request.cookies, "a proxy need not allow credentials: {}", request.url);
    }
}

#[test]
fn every_request_names_the_app_and_goes_below_the_base_url() {
    let scripted = everything();
    for request in scripted.script.sent.borrow().iter() {
        assert_eq!(request.field("client_id").as_deref(), Some(CLIENT_ID), "{}", request.url);
        assert!(request.url.starts_with(&[BASE_URL, "/"].concat()), "{}", request.url);
        assert!(!request.url.contains(['?', '@']), "an address holds no user ID and no secret: {}", request.url);
    }
}

#[test]
fn each_request_says_what_the_documents_ask_for() {
    let scripted = everything();
    let sent = scripted.script.sent.borrow();
    let said = |path: &str| {
        let request = sent.iter().find(|sent| sent.path() == path).unwrap();
        let fields = url::form_urlencoded::parse(request.body.as_bytes());
        let fields: Vec<_> = fields.skip(1).map(|(name, value)| format!("{name}={value}")).collect();
        fields.join("&")
    };
    for (path, fields) in [
        ("/resetpassword/v1.0/start", "username=user@contoso.example&challenge_type=oob redirect"),
        ("/resetpassword/v1.0/challenge", "continuation_token=t1&challenge_type=oob redirect"),
        ("/resetpassword/v1.0/continue", "continuation_token=t2&grant_type=oob&oob=12345678"),
        ("/resetpassword/v1.0/submit", "continuation_token=t3&new_password=new"),
        ("/resetpassword/v1.0/poll_completion", "continuation_token=t4"),
        ("/oauth2/v2.0/initiate", "username=user@contoso.example&challenge_type=password redirect"),
        ("/oauth2/v2.0/challenge", "continuation_token=t1&challenge_type=password redirect"),
        ("/oauth2/v2.0/token", "continuation_token=t2&grant_type=password&password=p&ss wörd&scope=openid profile"),
    ] {
        assert_eq!(said(path), fields, "{path}");
    }
}
