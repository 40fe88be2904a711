//! Finding people of the own company.

use crate::answer::Answer;
use crate::call::Call;
use crate::client::Client;
use crate::person::{PASSWORD, sign_in};
use crate::requester::Requester;
use crate::stand_in::sentinels::TABLE;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ADMIN: &str = "admin@contoso.example";

/// The call of somebody who is signed in.
pub fn search(signed_in: &Answer, body: Value) -> Call {
    Call::post("/v1/users/search", body).cookie(signed_in)
}

/// The ID of a colleague.
pub async fn id_of(client: &Client, admin: &Answer, user_id: &str) -> String {
    let found = client.send(search(admin, json!({ "query": user_id }))).await.expect(200);
    found.json["users"][0]["id"].as_str().expect("there is somebody").to_owned()
}

/// Resets a colleague's password.
pub async fn temporary_password(client: &Client, admin: &Answer, user_id: &str) -> Answer {
    let id = id_of(client, admin, user_id).await;
    client.send(Call::post(format!("/v1/users/{id}/temporary-password"), json!({})).cookie(admin)).await
}

fn user_ids(page: &Answer) -> Vec<&str> {
    let users = page.json["users"].as_array().into_iter().flatten();
    users.filter_map(|user| user["user_id"].as_str()).collect()
}

pub async fn pages_have_everybody_once() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    let mut body = json!({});
    let (mut sizes, mut everybody, mut ids) = (Vec::new(), Vec::new(), BTreeSet::new());
    loop {
        let page = client.send(search(&admin, body)).await.expect(200);
        let users = page.json["users"].as_array().expect("there is a list");
        sizes.push(users.len());
        ids.extend(users.iter().map(|user| user["id"].to_string()));
        everybody.extend(users.iter().map(|user| (user["display_name"].clone(), user["user_id"].clone())));
        let Some(cursor) = page.json.get("next_cursor") else { break };
        body = json!({ "query": "", "cursor": cursor });
    }
    let (last, full) = sizes.split_last().expect("there are pages");
    assert!(full.len() > 1 && full.iter().all(|&size| size == 10) && *last > 0, "{sizes:?}");
    let expected: BTreeSet<_> = TABLE.iter().map(|sample| format!("{}@contoso.example", sample.local_part)).collect();
    let found: BTreeSet<_> = everybody.iter().filter_map(|(_, user_id)| user_id.as_str()).map(str::to_owned).collect();
    assert_eq!((found, everybody.len(), ids.len()), (expected.clone(), expected.len(), expected.len()));
    let names: Vec<_> = everybody.iter().map(|(name, _)| name.to_string().to_lowercase()).collect();
    assert!(names.is_sorted(), "{names:?}");
}

pub async fn a_part_of_the_name_or_of_the_user_id_is_enough() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    for (query, expected) in [
        ("ＡＤＭＩＮ (", vec![ADMIN]),
        (" Two-M ", vec!["two-methods@contoso.example"]),
        ("two ", vec!["two-methods@contoso.example", "two-proofs@contoso.example"]),
        ("fabrikam", vec![]),
        ("%", vec![]),
    ] {
        let page = client.send(search(&admin, json!({ "query": query }))).await.expect(200);
        assert_eq!(user_ids(&page), expected, "{query}");
    }
    let page = client.send(search(&admin, json!({ "query": ADMIN }))).await.expect(200);
    let found = &page.json["users"][0];
    assert_eq!((&found["display_name"], &found["roles"]), (&json!("Admin (Contoso)"), &json!(["global_admin"])));
}

pub async fn another_company_has_other_people() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    let other = sign_in(&client, "admin@fabrikam.example", PASSWORD).await.expect(200);
    let page = client.send(search(&other, json!({}))).await.expect(200);
    assert_eq!(user_ids(&page), ["admin@fabrikam.example", "user@fabrikam.example"]);
    for cursor in [id_of(&client, &admin, ADMIN).await, "nothing".to_owned()] {
        let refused = client.send(search(&other, json!({ "cursor": cursor }))).await;
        assert_eq!(refused.expect_problem(400, "invalid-request").errors(), ["/cursor unknown_value"]);
    }
    let long = json!({ "query": "x".repeat(255) }).to_string();
    let refused = client.send(search(&other, json!({})).with_text(&long)).await;
    assert_eq!(refused.expect_problem(400, "invalid-request").errors(), ["/query too_long"]);
}

pub async fn only_a_global_admin_finds_people() {
    let client = Client::start().await;
    let nobody = Call::post("/v1/users/search", json!({})).breaking_the_contract();
    client.send(nobody).await.expect_problem(401, "session-required");
    let user = sign_in(&client, "user@contoso.example", PASSWORD).await.expect(200);
    client.send(search(&user, json!({}))).await.expect_problem(403, "admin-required");
    // Somebody else knows a temporary password, so it is not enough for an admin.
    let requester = Requester::file(&client, "temporary@contoso.example").await;
    client.support(&requester.number, "approve", "").await.expect(200);
    let temporary = sign_in(&client, "temporary@contoso.example", PASSWORD).await.expect(200);
    assert_eq!(temporary.json["user"]["roles"], json!(["global_admin"]));
    client.send(search(&temporary, json!({}))).await.expect_problem(403, "admin-required");
    let reset = Call::post("/v1/users/anybody/temporary-password", json!({})).cookie(&temporary);
    client.send(reset).await.expect_problem(403, "admin-required");
}
