//! What support does, and what comes of it.

use crate::client::Client;
use crate::person::{NEW_PASSWORD, PASSWORD, Person, sign_in};
use crate::requester::{Requester, filing, form, new_key, with_challenge};
use crate::stand_in::sentinels::MARKUP;
use crate::users::search;
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

const USER: &str = "user@contoso.example";

pub async fn an_approved_account_is_a_global_admin() {
    let client = Client::start().await;
    let signed_in = sign_in(&client, USER, PASSWORD).await.expect(200);
    client.send(search(&signed_in, json!({}))).await.expect_problem(403, "admin-required");
    let requester = Requester::file(&client, USER).await;
    assert!(requester.look_up().await.expect(200).json.get("user_id").is_none());
    client.support(&requester.number, "approve", "").await.expect(200);
    let state = requester.look_up().await.expect(200).json;
    assert_eq!((&state["status"], &state["user_id"]), (&json!("approved"), &json!(USER)));
    client.send(search(&signed_in, json!({}))).await.expect(200);
    let again = sign_in(&client, USER, PASSWORD).await.expect(200);
    assert_eq!(again.json["user"]["roles"], json!(["global_admin"]));
    let mail = &client.outbox().await[0];
    assert_eq!((&mail["to"], &mail["subject"]), (&json!(USER), &json!("Your request was approved")));
}

pub async fn a_missing_account_is_added_and_recovered() {
    let client = Client::start().await;
    let owner = "owner@new.contoso.example";
    let requester = Requester::file(&client, owner).await;
    client.support(&requester.number, "approve", "").await.expect(200);
    Person::verified(&client, owner).await.set_password(NEW_PASSWORD).await.expect(200);
    let signed_in = sign_in(&client, owner, NEW_PASSWORD).await.expect(200);
    let expected = json!({ "display_name": "Mika Owner", "user_id": owner, "roles": ["global_admin"] });
    assert_eq!(signed_in.json["user"], expected);
    let found = client.send(search(&signed_in, json!({}))).await.expect(200);
    let names: Vec<_> = found.json["users"].as_array().into_iter().flatten().map(|user| &user["user_id"]).collect();
    assert_eq!(names, [owner], "the company is a new one");
}

pub async fn a_request_is_declined_with_or_without_a_reason_and_closed() {
    let client = Client::start().await;
    for reason in [Some("The address is\nanother one."), None] {
        let requester = Requester::file(&client, USER).await;
        client.support(&requester.number, "decline", reason.unwrap_or_default()).await.expect(200);
        let state = requester.look_up().await.expect(200).json;
        assert_eq!((&state["status"], &state["events"][1]["kind"]), (&json!("declined"), &json!("declined")));
        assert_eq!(state["events"][1].get("text").and_then(Value::as_str), reason);
        assert_eq!(client.outbox().await[0]["subject"], "Your request was declined");
        let sent = client.outbox().await.len();
        client.support(&requester.number, "close", "").await.expect(200);
        let state = requester.look_up().await.expect(200).json;
        assert_eq!((&state["status"], &state["events"][2]["kind"]), (&json!("closed"), &json!("closed")));
        assert_eq!(client.outbox().await.len(), sent);
    }
    let signed_in = sign_in(&client, USER, PASSWORD).await.expect(200);
    assert_eq!(signed_in.json["user"]["roles"], json!([]), "nothing has changed");
}

pub async fn support_does_only_what_fits() {
    let client = Client::start().await;
    client.support("SR-00000000", "approve", "").await.expect_problem(404, "service-request-not-found");
    let number = Requester::file(&client, USER).await.number;
    client.support(&number, "ask", " ").await.expect_problem(400, "invalid-request");
    client.support(&number, "ask", &"x".repeat(2001)).await.expect_problem(400, "invalid-request");
    client.support(&number, "promote", "").await.expect(400);
    client.support(&number, "review", "").await.expect(200);
    client.support(&number, "review", "").await.expect_problem(409, "invalid-request");
    client.support(&number, "ask", "Who?").await.expect(200);
    client.support(&number, "ask", "And who else?").await.expect_problem(409, "invalid-request");
    client.support(&number, "decline", "").await.expect(200);
    client.support(&number, "approve", "").await.expect_problem(409, "invalid-request");
    client.support(&number, "close", "").await.expect(200);
    client.support(&number, "close", "").await.expect_problem(409, "invalid-request");
    let events = client.desk().await[0]["events"].as_array().map(Vec::len);
    assert_eq!(events, Some(5), "what was refused left no trace");
}

pub async fn the_requester_hears_of_it_in_the_own_language() {
    let client = Client::start().await;
    for (action, subject) in [
        ("ask", "依頼についてサポートから質問があります"),
        ("approve", "依頼が承認されました"),
        ("decline", "依頼は承認されませんでした"),
    ] {
        let call = filing(&new_key(), with_challenge(&client, form(USER)).await).header("accept-language", "ja");
        let requester = Requester::of(&client, &client.send(call).await.expect(201));
        client.support(&requester.number, action, "Wer?").await.expect(200);
        let mail = &client.outbox().await[0];
        assert_eq!((&mail["to"], &mail["subject"]), (&json!(USER), &json!(subject)));
        let text = mail["text"].as_str().expect("the mail has a text");
        assert!(text.contains(&requester.number));
        assert!(!text.contains("Wer?") && !text.contains(&requester.access_code), "that is behind the access code");
    }
}

pub async fn the_newest_request_comes_first() {
    let client = Client::start().await;
    let mut filed = Vec::new();
    for _ in 0..3 {
        filed.insert(0, json!(Requester::file(&client, USER).await.number));
    }
    let desk: Vec<Value> = client.desk().await.iter().map(|request| request["number"].clone()).collect();
    assert_eq!(desk, filed);
}

pub async fn markup_is_shown_as_text() {
    let client = Client::start().await;
    let mut body = with_challenge(&client, form(USER)).await;
    body["contact"]["name"] = json!(MARKUP);
    body["company"]["legal_name"] = json!(MARKUP);
    body["company"]["domain"] = json!("<script>.example");
    body["details"] = json!(MARKUP);
    let receipt = client.send(filing(&new_key(), body)).await.expect(201);
    let requester = Requester::of(&client, &receipt);
    client.support(&requester.number, "ask", MARKUP).await.expect(200);
    let asked = requester.look_up().await.expect(200).json;
    let id = asked["question"]["id"].as_str().expect("there is a question");
    requester.reply(id, MARKUP).await.expect(200);
    let page = client.fetch(Method::GET, "/desk", HeaderMap::new(), None).await.expect(200);
    let page = String::from_utf8(page.bytes).expect("a page is UTF-8");
    assert_eq!(page.matches("&lt;img src=x onerror=alert(1)&gt;").count(), 5);
    assert!(!page.contains("<img") && !page.contains("<script"));
}
