//! What each call looks like on the wire.

use super::script::{Scripted, now};
use crate::api::SessionRequest;
use crate::domain::account::{AccountType, UserId};
use crate::domain::captcha::{AnswerKind, CaptchaAnswer, Media};
use crate::domain::recovery::{Input, MethodId};
use crate::domain::secret::Secret;
use crate::domain::{users, verification};

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn user_id() -> UserId {
    UserId::parse("user@contoso.example").unwrap()
}

fn identity(account_type: AccountType, captcha: Option<AnswerKind>) -> Input {
    let captcha = captcha.map(|kind| CaptchaAnswer { challenge: "c1".to_owned(), kind });
    Input::Identity { account_type, user_id: user_id(), captcha }
}

/// A request of a recovery whose token is `t1`.
fn of_recovery(input: Input) -> String {
    let scripted = Scripted::new();
    scripted.will_rotate_to("t1");
    scripted.begin().unwrap();
    // The request is what counts here, not its answer.
    let _ = scripted.submit(input);
    scripted.last_sent()
}

fn of_session(request: SessionRequest) -> String {
    let scripted = Scripted::new();
    let _ = now(scripted.api.session(request));
    scripted.last_sent()
}

/// The lines of a request with a body.
fn with_body(first_line: &str, more_headers: &str, body: &str) -> String {
    format!(
        "{first_line}\nAccept-Language: ja\nX-Requested-With: partner-recovery\nContent-Type: application/json\n{more_headers}\n{body}"
    )
}

/// The lines of a request without a body.
fn bare(first_line: &str, more_headers: &str) -> String {
    format!("{first_line}\nAccept-Language: ja\nX-Requested-With: partner-recovery\n{more_headers}")
}

const TOKEN: &str = "Authorization: Bearer t1\n";
const CURRENT: &str = "https://api.contoso.example/v1/recoveries/current";

#[test]
fn a_recovery_begins_with_an_empty_object_and_no_token() {
    let scripted = Scripted::new();
    let _ = scripted.begin();
    assert_eq!(scripted.sent(), [with_body("POST https://api.contoso.example/v1/recoveries", "", "{}")]);
}

#[test]
fn each_input_has_its_call() {
    for (input, path, body) in [
        (
            identity(AccountType::WorkOrSchool, Some(AnswerKind::Characters(secret("ABC")))),
            "/identity",
            r#"{"account_type":"work_or_school","user_id":"user@contoso.example","captcha":{"id":"c1","answer":"ABC"}}"#,
        ),
        (
            identity(AccountType::Personal, Some(AnswerKind::Proof(secret("e30=")))),
            "/identity",
            r#"{"account_type":"personal","user_id":"user@contoso.example","captcha":{"id":"c1","proof":"e30="}}"#,
        ),
        (
            identity(AccountType::WorkOrSchool, None),
            "/identity",
            r#"{"account_type":"work_or_school","user_id":"user@contoso.example"}"#,
        ),
        (Input::NewChallenge, "/captcha", "{}"),
        (Input::Method(MethodId("m \"1\"".to_owned())), "/method", r#"{"method_id":"m \"1\""}"#),
        (Input::Resend, "/code/resend", "{}"),
        (Input::Code(secret("123456")), "/code", r#"{"code":"123456"}"#),
        (Input::NewPassword(secret(" 長い\\言葉 ")), "/password", r#"{"new_password":" 長い\\言葉 "}"#),
    ] {
        assert_eq!(of_recovery(input), with_body(&format!("POST {CURRENT}{path}"), TOKEN, body));
    }
    assert_eq!(of_recovery(Input::Poll), bare(&format!("GET {CURRENT}"), TOKEN));
}

#[test]
fn giving_up_ends_the_recovery() {
    let scripted = Scripted::new();
    scripted.will_rotate_to("t1");
    scripted.begin().unwrap();
    scripted.will_answer(204, "");
    assert!(now(scripted.api.cancel()).is_ok());
    assert_eq!(scripted.last_sent(), bare(&format!("DELETE {CURRENT}"), TOKEN));
}

#[test]
fn media_are_asked_for_without_a_token() {
    for (media, end, media_type) in [
        (Media::Picture, "/picture", "image/png"),
        (Media::Audio { slow: false }, "/audio", "audio/wav"),
        (Media::Audio { slow: true }, "/audio?rate=slow", "audio/wav"),
    ] {
        let scripted = Scripted::new();
        scripted.will_rotate_to("t1");
        scripted.begin().unwrap();
        scripted.will_answer(200, [1, 2, 3]);
        let recording = now(scripted.api.media("c-1_Z".to_owned(), media)).unwrap();
        assert_eq!((recording.media_type, recording.bytes), (media_type, vec![1, 2, 3]));
        let path = format!("GET https://api.contoso.example/v1/captchas/c-1_Z{end}");
        assert_eq!(scripted.last_sent(), bare(&path, ""));
    }
}

#[test]
fn the_session_has_its_calls() {
    const SESSION: &str = "https://api.contoso.example/v1/session";
    assert_eq!(
        of_session(SessionRequest::SignIn(user_id(), secret("pass word"))),
        with_body(&format!("POST {SESSION}"), "", r#"{"user_id":"user@contoso.example","password":"pass word"}"#)
    );
    assert_eq!(of_session(SessionRequest::Load), bare(&format!("GET {SESSION}"), ""));
    assert_eq!(
        of_session(SessionRequest::ChangePassword(secret("old"), secret("new"))),
        with_body(&format!("PUT {SESSION}/password"), "", r#"{"current_password":"old","new_password":"new"}"#)
    );
    assert_eq!(of_session(SessionRequest::SignOut), bare(&format!("DELETE {SESSION}"), ""));
}

#[test]
fn the_users_have_their_calls() {
    const USERS: &str = "https://api.contoso.example/v1/users";
    let of_users = |request: users::Request| {
        let scripted = Scripted::new();
        let _ = now(scripted.api.users(request));
        scripted.last_sent()
    };
    let search = |query: &str, cursor: Option<&str>| users::Request::Search {
        query: query.to_owned(),
        cursor: cursor.map(str::to_owned),
    };
    for (request, body) in [
        (search("", None), "{}"),
        (search("佐藤 \"A\"", None), r#"{"query":"佐藤 \"A\""}"#),
        (search("", Some("c1")), r#"{"cursor":"c1"}"#),
        (search("a", Some("c1")), r#"{"query":"a","cursor":"c1"}"#),
    ] {
        assert_eq!(of_users(request), with_body(&format!("POST {USERS}/search"), "", body));
    }
    let path = format!("POST {USERS}/u-1_Z/temporary-password");
    assert_eq!(of_users(users::Request::Reset("u-1_Z".to_owned())), with_body(&path, "", "{}"));
}

#[test]
fn the_verification_has_its_calls() {
    const VERIFICATION: &str = "https://api.contoso.example/v1/verification";
    let of_verification = |request: verification::Request| {
        let scripted = Scripted::new();
        let _ = now(scripted.api.verification(request));
        scripted.last_sent()
    };
    assert_eq!(of_verification(verification::Request::Load), bare(&format!("GET {VERIFICATION}"), ""));
    let path = format!("POST {VERIFICATION}/email-ownership/resend");
    assert_eq!(of_verification(verification::Request::ResendMail), with_body(&path, "", "{}"));
}

#[test]
fn the_language_follows_the_page() {
    let scripted = Scripted::new();
    scripted.api.speak("en");
    let _ = scripted.begin();
    assert!(scripted.last_sent().contains("Accept-Language: en\n"));
}
