//! Service requests: what is sent, and what is made of the answers.

use super::script::{Scripted, now};
use crate::domain::captcha::{AnswerKind, CaptchaAnswer};
use crate::domain::problem::{Fault, Problem};
use crate::domain::request_status::{Access, EntryKind, Report, Request as StatusRequest, Status};
use crate::domain::secret::Secret;
use crate::domain::service_request::{Answer, Draft, Field, FieldProblem, IdempotencyKey, Reason, Receipt, Request};
use std::sync::Arc;

const CAPTCHA: &str = r#"{"id":"c2","expires_in":600,"picture":true,"audio":false}"#;

fn draft() -> Draft {
    let mut draft = Draft::default();
    draft.choose(Reason::Other);
    for (field, text) in [
        (Field::Details, " \"It\" happened. "),
        (Field::Name, "山田 太郎"),
        (Field::Email, "ｕｓｅｒ＠contoso.example"),
        (Field::Phone, " "),
        (Field::LegalName, "Contoso"),
        (Field::Domain, "https://contoso.example/"),
        (Field::Country, "JP"),
        (Field::Address, "1\n2"),
    ] {
        draft.set(field, text);
    }
    draft
}

fn create(scripted: &Scripted) -> Result<Receipt, Fault> {
    let captcha = CaptchaAnswer { challenge: "c1".into(), kind: AnswerKind::Characters(Secret::new("ABC".into())) };
    let request = Request::Create(Box::new(draft()), captcha, IdempotencyKey("a key of some length".to_owned()));
    now(scripted.api.service_request(request)).map(|answer| match answer {
        Answer::Created(receipt) => receipt,
        Answer::Challenge(_) => panic!("a request was sent"),
    })
}

fn look_up(scripted: &Scripted) -> Result<Report, Fault> {
    now(scripted.api.request_status(StatusRequest::LookUp(access())))
}

fn access() -> Arc<Access> {
    Arc::new(Access::read("SR-1", "k7qm-4rxt"))
}

fn refused(body: &str) -> Problem {
    create(&Scripted::answering(400, body)).err().unwrap().problem
}

fn reported(body: &str) -> Option<Report> {
    look_up(&Scripted::answering(200, body)).ok()
}

#[test]
fn a_challenge_outside_of_a_recovery_has_its_call() {
    let scripted = Scripted::answering(201, format!(r#"{{"captcha":{CAPTCHA}}}"#));
    let answer = now(scripted.api.service_request(Request::Challenge)).ok();
    assert!(matches!(answer, Some(Answer::Challenge(challenge)) if challenge.id == "c2"));
    assert!(scripted.last_sent().starts_with("POST https://api.contoso.example/v1/captchas\n"));
    for unreadable in ["{}", r#"{"captcha":{}}"#, "<html>", "[]"] {
        let scripted = Scripted::answering(201, unreadable);
        let fault = now(scripted.api.service_request(Request::Challenge)).err().unwrap();
        assert_eq!(fault.problem, Problem::Unreadable, "{unreadable}");
    }
}

#[test]
fn a_request_is_sent_with_what_was_entered_and_its_key() {
    let scripted = Scripted::new();
    let _ = create(&scripted);
    let sent = scripted.last_sent();
    assert!(sent.starts_with("POST https://api.contoso.example/v1/service-requests\n"), "{sent}");
    assert!(sent.contains("\nIdempotency-Key: a key of some length\n"), "{sent}");
    let body = concat!(
        r#"{"reason":"other","#,
        r#""contact":{"name":"山田 太郎","email":"user@contoso.example"},"#,
        r#""company":{"legal_name":"Contoso","domain":"contoso.example","country":"JP","address":"1\u000a2"},"#,
        r#""details":"\"It\" happened.","captcha":{"id":"c1","answer":"ABC"}}"#
    );
    assert!(sent.ends_with(body), "{sent}");
}

#[test]
fn a_receipt_is_whole_or_unreadable() {
    let scripted = Scripted::answering(201, r#"{"number":"SR-1","access_code":"K7QM-4RXT-9WPA","status":"received"}"#);
    let receipt = create(&scripted).ok().unwrap();
    assert_eq!((receipt.number.as_str(), receipt.access_code.expose()), ("SR-1", "K7QM-4RXT-9WPA"));
    for body in [
        r#"{"number":"SR-1"}"#,
        r#"{"number":"","access_code":"K"}"#,
        r#"{"number":"SR 1","access_code":"K"}"#,
        r#"{"number":"SR-1","access_code":"\u202E"}"#,
        "",
    ] {
        let fault = create(&Scripted::answering(201, body)).err().unwrap();
        assert_eq!(fault.problem, Problem::Unreadable, "{body}");
    }
}

#[test]
fn fields_that_are_not_accepted_are_named() {
    let problem = |errors: &str| {
        refused(&format!(
            r#"{{"type":"urn:partner-recovery:invalid-request","status":400,"title":"x","errors":[{errors}]}}"#
        ))
    };
    assert_eq!(
        problem(
            r#"{"pointer":"/contact/email","code":"invalid_format"},{"pointer":"/company/registration_number","code":"too_long"},
               {"pointer":"/details","code":"required"},{"pointer":"/contact/domain","code":"required"},{"pointer":"","code":"x"}"#
        ),
        Problem::FieldsRejected(vec![
            (Field::Email, FieldProblem::WrongForm),
            (Field::RegistrationNumber, FieldProblem::TooLong),
            (Field::Details, FieldProblem::Missing),
        ])
    );
    assert_eq!(problem(r#"{"pointer":"/captcha/id","code":"required"}"#), Problem::InvalidRequest);
    assert_eq!(problem(r#"{"code":"required"}"#), Problem::InvalidRequest);
}

#[test]
fn a_wrong_answer_comes_with_another_challenge() {
    let body =
        format!(r#"{{"type":"urn:partner-recovery:captcha-incorrect","status":422,"title":"x","captcha":{CAPTCHA}}}"#);
    let fault = create(&Scripted::answering(422, body)).err().unwrap();
    assert_eq!(fault.problem, Problem::CaptchaIncorrect);
    assert_eq!(fault.challenge.map(|challenge| challenge.id), Some("c2".to_owned()));
}

#[test]
fn a_look_and_a_reply_have_their_calls() {
    let scripted = Scripted::new();
    let _ = look_up(&scripted);
    let sent = scripted.last_sent();
    assert!(sent.starts_with("POST https://api.contoso.example/v1/service-requests/lookup\n"), "{sent}");
    assert!(sent.ends_with("\n{\"number\":\"SR-1\",\"access_code\":\"k7qm4rxt\"}"), "{sent}");
    let reply = StatusRequest::Reply(access(), "q1".to_owned(), "Because.".to_owned());
    let _ = now(scripted.api.request_status(reply));
    let sent = scripted.last_sent();
    assert!(sent.starts_with("POST https://api.contoso.example/v1/service-requests/reply\n"), "{sent}");
    assert!(sent.ends_with(r#","question_id":"q1","text":"Because."}"#), "{sent}");
}

#[test]
fn a_report_is_read_with_its_history() {
    let report = reported(
        r#"{"number":"SR-1","status":"information_needed","reason":"other","created_at":"2026-11-25T03:21:11Z",
            "events":[{"kind":"received","at":"2026-11-25T03:21:11Z"},{"kind":"moon","at":"2026-11-25T03:21:11Z"},
                      {"kind":"question","at":"yesterday","text":"Why\u202E?"}],
            "question":{"id":"q1","text":"Why?"}}"#,
    )
    .unwrap();
    assert_eq!(report.status, Status::InformationNeeded);
    assert_eq!(report.question.unwrap().id, "q1");
    let [received, question] = report.history.as_slice() else { panic!("what has no name is left out") };
    assert!(received.kind == EntryKind::Received && received.at.is_some());
    assert!(question.at.is_none(), "what is no date is not shown");
    assert_eq!(question.text.as_deref(), Some("Why?"), "it cannot reorder what stands around it");
}

#[test]
fn each_status_is_known_and_no_other() {
    for (name, status) in [
        ("received", Status::Received),
        ("in_review", Status::InReview),
        ("information_needed", Status::InformationNeeded),
        ("approved", Status::Approved),
        ("declined", Status::Declined),
        ("closed", Status::Closed),
    ] {
        let report = reported(&format!(r#"{{"number":"SR-1","status":"{name}","events":[]}}"#));
        assert_eq!(report.map(|report| report.status), Some(status), "{name}");
    }
    for other in [r#""granted""#, "200", "null", "true"] {
        assert!(reported(&format!(r#"{{"number":"SR-1","status":{other},"events":[]}}"#)).is_none(), "{other}");
    }
    assert!(reported(r#"{"number":"SR-1","status":"received","question":{"id":"q1"}}"#).is_none());
}
