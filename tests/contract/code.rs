//! From the user ID to the right code.

use crate::call::Call;
use crate::client::Client;
use crate::person::Person;
use serde_json::json;

const USER: &str = "user@contoso.example";

pub async fn five_wrong_codes_lock_the_recovery() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, USER).await;
    for left in [4, 3, 2, 1] {
        let answer = person.enter_wrong_code().await.expect_problem(422, "code-incorrect");
        assert_eq!(answer.json["attempts_left"], left);
        if left == 2 {
            client.advance(30).await;
            person.post("/code/resend", json!({})).await.expect(200);
        }
    }
    person.enter_wrong_code().await.expect_problem(403, "recovery-locked");
    person.enter_sent_code().await.expect_problem(403, "recovery-locked");
    for (path, body) in [
        ("/captcha", json!({})),
        ("/code/resend", json!({})),
        ("/method", json!({ "method_id": "email" })),
        ("/password", json!({ "new_password": "a quiet walk by the lake" })),
    ] {
        person.post(path, body).await.expect_problem(403, "recovery-locked");
    }
    person.poll().await.expect_problem(403, "recovery-locked");
    let cancel = Call::delete("/v1/recoveries/current");
    person.send(cancel).await.expect(204);
}

pub async fn a_code_expires_and_another_one_works() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, USER).await;
    client.advance(10 * 60).await;
    person.enter_sent_code().await.expect_problem(422, "code-expired");
    person.post("/code/resend", json!({})).await.expect(200);
    person.enter_sent_code().await.expect(200);
}

pub async fn another_code_can_be_sent_after_a_while() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, USER).await;
    assert!(person.next["resend_after"].as_i64() > Some(25));
    let early = person.post("/code/resend", json!({})).await.expect_problem(429, "too-many-requests");
    assert!(early.json["retry_after"].as_i64() <= Some(30));
    let old = client.last_code().await;
    client.advance(30).await;
    person.poll().await.expect(200);
    assert_eq!(person.next["resend_after"], 0);
    person.post("/code/resend", json!({})).await.expect(200);
    let new = client.last_code().await;
    // Once in a million times both codes are the same, and then there is nothing to tell apart.
    if old != new {
        person.enter_code(&old).await.expect_problem(422, "code-incorrect");
    }
    person.enter_code(&new).await.expect(200);
}

pub async fn whoever_went_back_may_choose_again() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, "two-methods@contoso.example").await;
    let methods = person.next["methods"].clone();
    person.choose(&methods[0]["id"]).await.expect(200);
    let first = client.last_code().await;
    person.enter_wrong_code().await.expect_problem(422, "code-incorrect");
    let sent = client.outbox().await.len();
    person.choose(&methods[0]["id"]).await.expect(200);
    assert_eq!(client.outbox().await.len(), sent, "the code that was sent there is still good");
    person.choose(&methods[1]["id"]).await.expect(200);
    assert_eq!(person.next["channel"], "sms");
    let second = client.last_code().await;
    // Once in a million times both codes are the same, and then there is nothing to tell apart.
    if first != second {
        let answer = person.enter_code(&first).await.expect_problem(422, "code-incorrect");
        assert_eq!(answer.json["attempts_left"], 3, "attempts go along");
    }
    person.enter_code(&second).await.expect(200);
}

pub async fn every_channel_brings_a_code() {
    let client = Client::start().await;
    for (index, channel) in ["email", "sms", "call", "app"].into_iter().enumerate() {
        let mut person = Person::identified(&client, "every-channel@contoso.example").await;
        let method = person.next["methods"][index].clone();
        assert_eq!(method["channel"], channel);
        person.choose(&method["id"]).await.expect(200);
        assert_eq!(person.next["channel"], channel);
        if channel == "app" {
            assert!(person.next.get("resend_after").is_none());
            person.post("/code/resend", json!({})).await.expect_problem(409, "invalid-request");
        }
        person.enter_sent_code().await.expect(200);
    }
}

pub async fn a_second_proof_goes_another_way() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, "two-proofs@contoso.example").await;
    person.choose(&json!("email")).await.expect(200);
    person.enter_wrong_code().await.expect_problem(422, "code-incorrect");
    person.enter_sent_code().await.expect(200);
    assert_eq!(person.step(), "choose_method");
    person.choose(&json!("email")).await.expect_problem(400, "invalid-request");
    person.choose(&json!("sms")).await.expect(200);
    person.enter_sent_code().await.expect(200);
    assert_eq!(person.step(), "set_password");
}

pub async fn letters_and_full_width_forms_are_understood() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, "letter-code@contoso.example").await;
    assert_eq!((&person.next["length"], &person.next["alphabet"]), (&json!(8), &json!("letters_and_digits")));
    let code = client.last_code().await.to_lowercase();
    let (left, right) = code.split_at(4);
    person.enter_code(&format!(" {left}-{right}")).await.expect(200);

    let mut person = Person::identified(&client, USER).await;
    let code = client.last_code().await;
    let full_width: String = code.chars().filter_map(|digit| char::from_u32(u32::from(digit) + 0xFEE0)).collect();
    person.enter_code(&full_width).await.expect(200);
}

pub async fn where_one_way_fails_another_one_works() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    person.identify("undelivered@contoso.example").await.expect_problem(502, "delivery-failed");
    assert_eq!(person.step(), "identify");

    let mut person = Person::identified(&client, "undelivered-mail@contoso.example").await;
    person.choose(&json!("email")).await.expect_problem(502, "delivery-failed");
    assert_eq!(person.step(), "choose_method");
    person.choose(&json!("sms")).await.expect(200);
    person.enter_sent_code().await.expect(200);
}

pub async fn the_account_is_looked_at_after_the_code_only() {
    let client = Client::start().await;
    for (user_id, problem) in
        [("locked@contoso.example", "recovery-locked"), ("no-self-service@contoso.example", "self-service-unavailable")]
    {
        let mut person = Person::identified(&client, user_id).await;
        person.enter_wrong_code().await.expect_problem(422, "code-incorrect");
        person.enter_sent_code().await.expect_problem(403, problem);
        person.poll().await.expect_problem(403, problem);
    }
}

pub async fn the_way_may_lead_elsewhere() {
    let client = Client::start().await;
    let person = Person::identified(&client, "another-page@contoso.example").await;
    assert_eq!(person.next["reason"], "another_page");

    let mut person = Person::start(&client).await;
    let mut body = person.identity(USER).await;
    body["account_type"] = json!("personal");
    person.post("/identity", body).await.expect(200);
    assert_eq!((person.step(), &person.next["reason"]), ("leave", &json!("personal_account")));

    let mut person = Person::start(&client).await;
    person.identify("down@contoso.example").await.expect_problem(503, "unavailable");
    assert_eq!(person.step(), "identify");
    let busy = person.identify("busy@contoso.example").await.expect_problem(429, "too-many-requests");
    assert_eq!(busy.json["retry_after"], 20);
}
