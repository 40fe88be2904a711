//! Asking support for help.

use crate::call::Call;
use crate::captcha::{new_challenge, proof, right_answer, solved};
use crate::client::Client;
use crate::person::Person;
use crate::requester::{Requester, filing, form, new_key, with_challenge};
use serde_json::{Value, json};

const OWNER: &str = "owner@contoso.example";

pub async fn a_request_reaches_support() {
    let client = Client::start().await;
    let mut body = with_challenge(&client, form(" ＯＷＮＥＲ@Contoso.example ")).await;
    body["company"]["domain"] = json!(" ＣＯＮＴＯＳＯ.Example ");
    let receipt = client.send(filing(&new_key(), body).header("accept-language", "ja")).await.expect(201);
    let (number, access_code) = (&receipt.json["number"], receipt.json["access_code"].as_str().expect("it is text"));
    assert!(!access_code.contains(['0', 'O', '1', 'I', 'L', '5', 'S', '2', 'Z']), "{access_code}");

    let desk = client.desk().await;
    assert_eq!(desk.len(), 1);
    assert_eq!((&desk[0]["number"], &desk[0]["status"]), (number, &json!("received")));
    let expected = form(OWNER);
    for part in ["reason", "contact", "company", "details"] {
        assert_eq!(desk[0][part], expected[part]);
    }
    assert!(!desk[0].to_string().contains(access_code), "support does not know the access code");

    let mail = &client.outbox().await[0];
    assert_eq!((&mail["to"], &mail["subject"]), (&json!(OWNER), &json!("サポートへの依頼を受け付けました")));
    let text = mail["text"].as_str().expect("the mail has a text");
    assert!(text.contains(number.as_str().expect("a number is text")) && !text.contains(access_code));
}

pub async fn what_may_be_left_out_is_left_out() {
    let client = Client::start().await;
    let mut body = with_challenge(&client, form(OWNER)).await;
    body["contact"] = json!({ "name": "Mika Owner", "email": OWNER, "phone": "" });
    body["details"] = json!(" \n ");
    let company = body["company"].as_object_mut().expect("it is an object");
    company.remove("partner_id");
    company.remove("registration_number");
    client.send(filing(&new_key(), body.clone())).await.expect(201);
    let desk = &client.desk().await[0];
    assert_eq!(desk["contact"], json!({ "name": "Mika Owner", "email": OWNER }));
    assert_eq!(desk["company"], body["company"]);
    assert!(desk.get("details").is_none());
}

/// Sends what breaks the contract, and gives the complaints.
async fn complaints(client: &Client, body: &Value) -> Vec<String> {
    let call = filing(&new_key(), json!({})).with_text(&body.to_string());
    client.send(call).await.expect_problem(400, "invalid-request").errors()
}

pub async fn wrong_fields_are_named_together_and_cost_no_challenge() {
    let client = Client::start().await;
    let missing = complaints(&client, &json!({ "contact": {}, "company": {} })).await;
    let expected = [
        "/reason required",
        "/contact/name required",
        "/contact/email required",
        "/company/legal_name required",
        "/company/domain required",
        "/company/country required",
        "/company/address required",
        "/captcha required",
        "/captcha/id required",
        "/captcha/answer required",
    ];
    assert_eq!(missing, expected);

    let right = with_challenge(&client, form(OWNER)).await;
    let mut wrong = right.clone();
    wrong["reason"] = json!("boredom");
    wrong["contact"] = json!({ "name": "   ", "email": "owner", "phone": 1, "job_title": "x".repeat(101) });
    wrong["company"]["legal_name"] = json!("x".repeat(201));
    wrong["company"]["domain"] = json!("contoso");
    wrong["company"]["address"] = json!("長".repeat(501));
    wrong["company"]["registration_number"] = json!("x".repeat(101));
    wrong["details"] = json!("x".repeat(2001));
    let expected = [
        "/reason unknown_value",
        "/contact/name required",
        "/contact/email invalid_format",
        "/contact/phone invalid_format",
        "/contact/job_title too_long",
        "/company/legal_name too_long",
        "/company/domain invalid_format",
        "/company/address too_long",
        "/company/registration_number too_long",
        "/details too_long",
    ];
    assert_eq!(complaints(&client, &wrong).await, expected);
    for domain in ["owner@contoso.example", "contoso .example"] {
        let mut wrong = right.clone();
        wrong["company"]["domain"] = json!(domain);
        assert_eq!(complaints(&client, &wrong).await, ["/company/domain invalid_format"]);
    }
    let mut other = right.clone();
    other["reason"] = json!("other");
    other["details"] = json!("  ");
    assert_eq!(complaints(&client, &other).await, ["/details required"]);

    let mut longest = right;
    longest["company"]["address"] = json!("長".repeat(500));
    longest["reason"] = json!("other");
    client.send(filing(&new_key(), longest)).await.expect(201);
}

pub async fn a_right_answer_to_a_challenge_is_needed() {
    let client = Client::start().await;
    let mut body = with_challenge(&client, form(OWNER)).await;
    let used = body["captcha"].clone();
    body["captcha"]["answer"] = json!("000000");
    let key = new_key();
    let refused = client.send(filing(&key, body.clone())).await.expect_problem(422, "captcha-incorrect");
    assert_ne!(refused.json["captcha"]["id"], used["id"]);
    body["captcha"] = used;
    let refused = client.send(filing(&key, body.clone())).await.expect_problem(422, "captcha-expired");

    body["captcha"] = right_answer(&client, &refused.json["captcha"]).await;
    client.advance(10 * 60).await;
    client.send(filing(&key, body.clone())).await.expect_problem(422, "captcha-expired");

    let stolen = Person::start(&client).await.next["captcha"].clone();
    body["captcha"] = right_answer(&client, &stolen).await;
    let refused = client.send(filing(&key, body.clone())).await.expect_problem(422, "captcha-expired");
    assert_eq!(client.desk().await.len(), 0);

    // The same key is still good, because nothing was created with it.
    body["captcha"] = right_answer(&client, &refused.json["captcha"]).await;
    client.send(filing(&key, body.clone())).await.expect(201);

    let captcha = new_challenge(&client).await;
    let mut wrong = solved(&captcha);
    wrong.solution.counter += 1;
    body["captcha"] = proof(&captcha, &wrong);
    let refused = client.send(filing(&new_key(), body.clone())).await.expect_problem(422, "captcha-incorrect");
    let captcha = &refused.json["captcha"];
    body["captcha"] = proof(captcha, &solved(captcha));
    client.send(filing(&new_key(), body)).await.expect(201);
}

pub async fn one_key_makes_one_request() {
    let client = Client::start().await;
    let key = new_key();
    let body = with_challenge(&client, form(OWNER)).await;
    // A double click: none of the calls waits for the answer to the others.
    let send = || client.send(filing(&key, body.clone()));
    let (first, second, third) = tokio::join!(send(), send(), send());
    let first = first.expect(201);
    assert_eq!((second.expect(201).json, third.expect(201).json), (first.json.clone(), first.json.clone()));

    let mut again = with_challenge(&client, form(OWNER)).await;
    assert_eq!(client.send(filing(&key, again.clone())).await.expect(201).json, first.json, "with a fresh challenge");
    again["captcha"]["answer"] = json!("000000");
    assert_eq!(client.send(filing(&key, again)).await.expect(201).json, first.json, "the challenge is not looked at");
    assert_eq!((client.desk().await.len(), client.outbox().await.len()), (1, 1));

    let mut other = with_challenge(&client, form(OWNER)).await;
    other["contact"]["name"] = json!("Somebody else");
    client.send(filing(&key, other.clone())).await.expect_problem(409, "idempotency-conflict");
    client.send(filing(&new_key(), other)).await.expect(201);
    assert_eq!(client.desk().await.len(), 2);

    // The key of a recovery is another one.
    client.send(Call::post("/v1/recoveries", json!({})).header("idempotency-key", &key)).await.expect(201);

    client.advance(15 * 60).await;
    let later = client.send(filing(&key, with_challenge(&client, form(OWNER)).await)).await.expect(201);
    assert_ne!(later.json["number"], first.json["number"]);
}

pub async fn a_key_is_needed() {
    let client = Client::start().await;
    let call = filing(&new_key(), with_challenge(&client, form(OWNER)).await);
    let without = client.send(call.clone().without("idempotency-key")).await.expect_problem(400, "invalid-request");
    assert_eq!(without.errors(), [" required"]);
    let short = client.send(call.header("idempotency-key", "short").breaking_the_contract()).await;
    assert_eq!(short.expect_problem(400, "invalid-request").errors(), [" invalid_format"]);
    assert_eq!(client.desk().await.len(), 0);
}

pub async fn one_contact_may_ask_five_times_in_an_hour() {
    let client = Client::start().await;
    for _ in 0..5 {
        Requester::file(&client, OWNER).await;
    }
    let body = with_challenge(&client, form("Owner@CONTOSO.example")).await;
    let refused = client.send(filing(&new_key(), body.clone())).await.expect_problem(429, "too-many-requests");
    assert!(refused.json["retry_after"].as_i64() > Some(59 * 60));
    assert_ne!(refused.json["captcha"]["id"], body["captcha"]["id"], "the way on is a new challenge");
    Requester::file(&client, "user@contoso.example").await;
    client.advance(60 * 60).await;
    Requester::file(&client, OWNER).await;
}
