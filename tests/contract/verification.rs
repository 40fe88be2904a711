//! How far the verification of a company is.

use crate::answer::Answer;
use crate::call::Call;
use crate::client::Client;
use crate::person::{PASSWORD, Person, sign_in};
use crate::requester::Requester;
use serde_json::{Value, json};

fn show(signed_in: &Answer) -> Call {
    Call::get("/v1/verification").cookie(signed_in)
}

fn resend(signed_in: &Answer) -> Call {
    Call::post("/v1/verification/email-ownership/resend", json!({})).cookie(signed_in)
}

/// Each check as `kind status action`.
fn checks(answer: &Answer) -> Vec<String> {
    let text = |check: &Value, name: &str| check[name].as_str().unwrap_or("-").to_owned();
    let checks = answer.json["checks"].as_array().into_iter().flatten();
    checks.map(|check| ["kind", "status", "action"].map(|name| text(check, name)).join(" ")).collect()
}

pub async fn everybody_of_the_company_sees_it() {
    let client = Client::start().await;
    let expected = ["email_ownership pending resend_mail", "employment authorized -", "business rejected -"];
    for user_id in ["user@contoso.example", "admin@contoso.example", "temporary@contoso.example"] {
        let signed_in = sign_in(&client, user_id, PASSWORD).await.expect(200);
        assert_eq!(checks(&client.send(show(&signed_in)).await.expect(200)), expected);
    }
    let other = sign_in(&client, "user@fabrikam.example", PASSWORD).await.expect(200);
    let expected = ["email_ownership authorized -", "employment authorized -", "business authorized -"];
    assert_eq!(checks(&client.send(show(&other)).await.expect(200)), expected);
    client.send(resend(&other)).await.expect_problem(409, "invalid-request");
    let nobody = Call::get("/v1/verification").breaking_the_contract();
    client.send(nobody).await.expect_problem(401, "session-required");
}

pub async fn the_mail_is_sent_again_after_a_while() {
    let client = Client::start().await;
    let temporary = sign_in(&client, "temporary@contoso.example", PASSWORD).await.expect(200);
    let user = sign_in(&client, "user@contoso.example", PASSWORD).await.expect(200);
    let sent = client.send(resend(&temporary).header("accept-language", "ja")).await.expect(202);
    assert!(sent.bytes.is_empty());
    let mail = &client.outbox().await[0];
    assert_eq!((&mail["to"], &mail["subject"]), (&json!("admin@contoso.example"), &json!("メールアドレスの確認")));
    let refused = client.send(resend(&user)).await.expect_problem(429, "too-many-requests");
    assert!(refused.json["retry_after"].as_i64() > Some(9 * 60));
    let shown = client.send(show(&user)).await.expect(200);
    assert_eq!(checks(&shown)[0], "email_ownership pending -", "what cannot be done now is not offered");
    client.advance(10 * 60).await;
    let shown = client.send(show(&user)).await.expect(200);
    assert_eq!(checks(&shown)[0], "email_ownership pending resend_mail");
    client.send(resend(&user)).await.expect(202);
    assert_eq!(client.outbox().await.len(), 2);
    let nobody = Call::post("/v1/verification/email-ownership/resend", json!({})).breaking_the_contract();
    client.send(nobody).await.expect_problem(401, "session-required");
}

pub async fn a_new_company_waits_for_everything() {
    let client = Client::start().await;
    let owner = "owner@new.contoso.example";
    let requester = Requester::file(&client, owner).await;
    client.support(&requester.number, "approve", "").await.expect(200);
    Person::verified(&client, owner).await.set_password(PASSWORD).await.expect(200);
    let signed_in = sign_in(&client, owner, PASSWORD).await.expect(200);
    let shown = client.send(show(&signed_in)).await.expect(200);
    assert_eq!(checks(&shown), ["email_ownership pending resend_mail", "employment pending -", "business pending -"]);
    client.send(resend(&signed_in)).await.expect(202);
    assert_eq!(client.outbox().await[0]["to"], owner);
}
