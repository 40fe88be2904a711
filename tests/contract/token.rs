//! The recovery as a whole, and the token that leads through it.

use crate::call::Call;
use crate::client::Client;
use crate::person::{NEW_PASSWORD, PASSWORD, Person, sign_in};
use serde_json::json;

pub async fn a_recovery_from_start_to_end() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, "user@contoso.example").await;
    assert_eq!(person.step(), "enter_code");
    assert_eq!(person.next["hint"], "u•••@contoso.example");
    assert_eq!(person.next["length"], 6);
    person.enter_sent_code().await.expect(200);
    assert_eq!(person.next["policy"], json!({ "min_length": 12, "max_length": 256, "charset": "unicode" }));
    let done = person.set_password(NEW_PASSWORD).await.expect(200);
    assert_eq!(done.json["next"], json!({ "step": "done", "notice_sent": true }));
    assert!(!done.headers.contains_key("set-cookie"), "a reset signs nobody in");
    person.poll().await.expect(200);
    assert_eq!(person.step(), "done");
    sign_in(&client, "user@contoso.example", PASSWORD).await.expect_problem(401, "sign-in-failed");
    sign_in(&client, "user@contoso.example", NEW_PASSWORD).await.expect(200);
}

pub async fn each_success_kills_the_token_before() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    let first = person.token.clone();
    person.identify("user@contoso.example").await.expect(200);
    client.send(Call::get("/v1/recoveries/current").token(&first)).await.expect_problem(401, "recovery-expired");
    person.enter_wrong_code().await.expect_problem(422, "code-incorrect");
    person.poll().await.expect(200);

    for path in ["/captcha", "/identity", "/method", "/code", "/code/resend", "/password"] {
        let body = match path {
            "/identity" => {
                json!({ "account_type": "work_or_school", "user_id": "user@contoso.example", "captcha": { "id": "x", "answer": "x" } })
            }
            "/method" => json!({ "method_id": "email" }),
            "/code" => json!({ "code": "123456" }),
            "/password" => json!({ "new_password": NEW_PASSWORD }),
            _ => json!({}),
        };
        let call = Call::post(format!("/v1/recoveries/current{path}"), body).token(&first);
        client.send(call).await.expect_problem(401, "recovery-expired");
    }
    let delete = Call::delete("/v1/recoveries/current");
    client.send(delete.clone().token(&first)).await.expect_problem(401, "recovery-expired");
    client.send(delete.breaking_the_contract()).await.expect_problem(401, "recovery-expired");
}

pub async fn a_token_lives_fifteen_minutes() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    client.advance(15 * 60 - 60).await;
    person.poll().await.expect(200);
    client.advance(15 * 60 - 60).await;
    person.poll().await.expect(200);
    client.advance(15 * 60).await;
    person.poll().await.expect_problem(401, "recovery-expired");
}

pub async fn a_cancelled_recovery_is_gone() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, "user@contoso.example").await;
    person.send(Call::delete("/v1/recoveries/current")).await.expect(204);
    person.poll().await.expect_problem(401, "recovery-expired");
}

pub async fn a_recovery_can_expire_after_the_user_id() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, "expired@contoso.example").await;
    person.enter_sent_code().await.expect_problem(401, "recovery-expired");
}

pub async fn the_same_key_gives_the_same_answer() {
    let client = Client::start().await;
    let start = |key: &str| Call::post("/v1/recoveries", json!({})).header("idempotency-key", key);
    let first = client.send(start("a key of its own 1")).await.expect(201);
    let again = client.send(start("a key of its own 1")).await.expect(201);
    assert_eq!(first.json, again.json);
    let other = client.send(start("a key of its own 2")).await.expect(201);
    assert_ne!(first.json["token"], other.json["token"]);
    // The contract knows one body only, so another one has to break it.
    let conflict = client.send(start("a key of its own 1").with_text(r#"{"other":1}"#)).await;
    conflict.expect_problem(409, "idempotency-conflict");
    client.send(start("short").breaking_the_contract()).await.expect_problem(400, "invalid-request");
    client.advance(15 * 60).await;
    let later = client.send(start("a key of its own 1")).await.expect(201);
    assert_ne!(first.json["token"], later.json["token"]);
}
