//! Resetting a colleague's password.

use crate::call::Call;
use crate::client::Client;
use crate::person::{NEW_PASSWORD, PASSWORD, Person, sign_in};
use crate::users::{id_of, temporary_password};
use serde_json::json;

const ADMIN: &str = "admin@contoso.example";
const USER: &str = "user@contoso.example";

pub async fn it_lets_the_person_in_and_has_to_be_changed() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    let reset = temporary_password(&client, &admin, USER).await.expect(201);
    let temporary = reset.json["temporary_password"].as_str().expect("a password is text");
    assert!(!temporary.contains(['0', 'o', '1', 'l', 'i', '5', 's', '2', 'z', '9', 'g', 'q']), "{temporary}");
    sign_in(&client, USER, PASSWORD).await.expect_problem(401, "sign-in-failed");
    let signed_in = sign_in(&client, USER, temporary).await.expect(200);
    assert_eq!(signed_in.json["must_change_password"], true);
    let change = json!({ "current_password": temporary, "new_password": NEW_PASSWORD });
    client.send(Call::put("/v1/session/password", change).cookie(&signed_in)).await.expect(204);
    sign_in(&client, USER, temporary).await.expect_problem(401, "sign-in-failed");
    client.advance(24 * 60 * 60).await;
    let later = sign_in(&client, USER, NEW_PASSWORD).await.expect(200);
    assert_eq!(later.json["must_change_password"], false);
}

pub async fn it_works_for_a_day() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    let reset = temporary_password(&client, &admin, USER).await.expect(201);
    let temporary = reset.json["temporary_password"].as_str().expect("a password is text");
    client.advance(24 * 60 * 60 - 60).await;
    sign_in(&client, USER, temporary).await.expect(200);
    client.advance(60).await;
    sign_in(&client, USER, temporary).await.expect_problem(401, "sign-in-failed");

    // Another reset helps, and so does the person's own.
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    let again = temporary_password(&client, &admin, USER).await.expect(201);
    assert_ne!(again.json["temporary_password"], reset.json["temporary_password"]);
    assert!(again.json["expires_at"].as_str() > reset.json["expires_at"].as_str());
    client.advance(24 * 60 * 60).await;
    Person::verified(&client, USER).await.set_password(NEW_PASSWORD).await.expect(200);
    sign_in(&client, USER, NEW_PASSWORD).await.expect(200);
}

pub async fn a_reset_by_an_admin_ends_sessions_and_recoveries() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    let signed_in = sign_in(&client, USER, PASSWORD).await.expect(200);
    let mut recovery = Person::verified(&client, USER).await;
    let id = id_of(&client, &admin, USER).await;
    let call = Call::post(format!("/v1/users/{id}/temporary-password"), json!({})).cookie(&admin);
    let reset = client.send(call.header("accept-language", "ja")).await.expect(201);
    let whoami = |answer| Call::get("/v1/session").cookie(answer);
    client.send(whoami(&signed_in)).await.expect_problem(401, "session-required");
    recovery.set_password(NEW_PASSWORD).await.expect_problem(401, "recovery-expired");
    client.send(whoami(&admin)).await.expect(200);
    let mail = &client.outbox().await[0];
    assert_eq!(
        (&mail["to"], &mail["subject"]),
        (&json!(USER), &json!("グローバル管理者がパスワードをリセットしました"))
    );
    let text = mail["text"].as_str().expect("the mail has a text");
    assert!(!text.contains(reset.json["temporary_password"].as_str().expect("a password is text")));
}

pub async fn it_keeps_the_policy_of_the_account() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    for _ in 0..5 {
        let reset = temporary_password(&client, &admin, "strict-policy@contoso.example").await.expect(201);
        let temporary = reset.json["temporary_password"].as_str().expect("a password is text");
        let has = |fits: fn(char) -> bool| temporary.contains(fits);
        assert!(has(|c| c.is_ascii_lowercase()) && has(|c| c.is_ascii_digit()) && has(|c| c == '-'), "{temporary}");
        assert!((8..=64).contains(&temporary.len()) && temporary.is_ascii());
    }
}

pub async fn not_everybody_can_be_reset() {
    let client = Client::start().await;
    let admin = sign_in(&client, ADMIN, PASSWORD).await.expect(200);
    let other_admin = sign_in(&client, "admin@fabrikam.example", PASSWORD).await.expect(200);
    let user = sign_in(&client, USER, PASSWORD).await.expect(200);
    temporary_password(&client, &admin, ADMIN).await.expect_problem(403, "reset-not-allowed");
    temporary_password(&client, &admin, "protected@contoso.example").await.expect_problem(403, "reset-not-allowed");
    let reset = |id: String| Call::post(format!("/v1/users/{id}/temporary-password"), json!({}));
    let foreign = id_of(&client, &other_admin, "user@fabrikam.example").await;
    for id in ["unknown".to_owned(), USER.to_owned(), foreign] {
        client.send(reset(id).cookie(&admin)).await.expect_problem(404, "user-not-found");
    }
    let id = id_of(&client, &admin, "two-methods@contoso.example").await;
    client.send(reset(id.clone()).cookie(&user)).await.expect_problem(403, "admin-required");
    client.send(reset(id).breaking_the_contract()).await.expect_problem(401, "session-required");
    for user_id in [ADMIN, "protected@contoso.example", "two-methods@contoso.example", "user@fabrikam.example"] {
        sign_in(&client, user_id, PASSWORD).await.expect(200);
    }
    assert_eq!(client.outbox().await.len(), 0);
}
