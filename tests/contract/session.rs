//! Signing in and out, and changing the own password.

use crate::answer::Answer;
use crate::call::Call;
use crate::client::Client;
use crate::person::{NEW_PASSWORD, PASSWORD, Person, sign_in};
use serde_json::json;

fn whoami(signed_in: &Answer) -> Call {
    Call::get("/v1/session").cookie(signed_in)
}

fn change(signed_in: &Answer, current: &str, new: &str) -> Call {
    Call::put("/v1/session/password", json!({ "current_password": current, "new_password": new })).cookie(signed_in)
}

pub async fn signing_in_and_out() {
    let client = Client::start().await;
    let signed_in = sign_in(&client, " ＡＤＭＩＮ@Contoso.example ", PASSWORD).await.expect(200);
    let expected = json!({
        "user": { "display_name": "Admin (Contoso)", "user_id": "admin@contoso.example", "roles": ["global_admin"] },
        "must_change_password": false,
        "password_policy": { "min_length": 12, "max_length": 256, "charset": "unicode" },
    });
    assert_eq!(signed_in.json, expected);
    assert_eq!(client.send(whoami(&signed_in)).await.expect(200).json, expected);
    let signed_out = client.send(Call::delete("/v1/session").cookie(&signed_in)).await.expect(204);
    let removal = signed_out.headers["set-cookie"].to_str().expect("a cookie is text");
    assert!(removal.starts_with("__Host-session=;") && removal.contains("Max-Age=0"), "{removal}");
    client.send(whoami(&signed_in)).await.expect_problem(401, "session-required");
    client.send(Call::delete("/v1/session")).await.expect(204);
    client.send(Call::get("/v1/session").breaking_the_contract()).await.expect_problem(401, "session-required");
    sign_in(&client, "down@contoso.example", PASSWORD).await.expect_problem(503, "unavailable");
    let other = sign_in(&client, "user@fabrikam.example", PASSWORD).await.expect(200);
    assert_eq!(other.json["user"]["roles"], json!([]));
}

pub async fn a_temporary_password_is_changed() {
    let client = Client::start().await;
    let signed_in = sign_in(&client, "temporary@contoso.example", PASSWORD).await.expect(200);
    let elsewhere = sign_in(&client, "temporary@contoso.example", PASSWORD).await.expect(200);
    assert_eq!(signed_in.json["must_change_password"], true);
    client.send(change(&signed_in, "not this", NEW_PASSWORD)).await.expect_problem(401, "sign-in-failed");
    let rejected = client.send(change(&signed_in, PASSWORD, PASSWORD)).await.expect_problem(422, "password-rejected");
    assert_eq!(rejected.errors(), ["/new_password recently_used"]);
    client.send(change(&signed_in, PASSWORD, NEW_PASSWORD)).await.expect(204);
    let whoami_now = client.send(whoami(&signed_in)).await.expect(200);
    assert_eq!(whoami_now.json["must_change_password"], false);
    client.send(whoami(&elsewhere)).await.expect_problem(401, "session-required");
    assert_eq!(client.outbox().await[0]["subject"], "Your password was changed");
    client.send(change(&elsewhere, NEW_PASSWORD, PASSWORD)).await.expect_problem(401, "session-required");
    for _ in 0..10 {
        client.send(change(&signed_in, "not this", PASSWORD)).await.expect_problem(401, "sign-in-failed");
    }
    client.send(change(&signed_in, NEW_PASSWORD, PASSWORD)).await.expect_problem(429, "too-many-requests");
}

pub async fn too_many_failures_lock_known_and_unknown_out() {
    let client = Client::start().await;
    for user_id in ["user@contoso.example", "nobody@contoso.example"] {
        for _ in 0..10 {
            sign_in(&client, user_id, "not this").await.expect_problem(401, "sign-in-failed");
        }
        let answer = sign_in(&client, user_id, PASSWORD).await.expect_problem(429, "too-many-requests");
        assert!(answer.json["retry_after"].as_i64() > Some(14 * 60));
    }
    client.advance(15 * 60).await;
    sign_in(&client, "user@contoso.example", PASSWORD).await.expect(200);
    sign_in(&client, "nobody@contoso.example", PASSWORD).await.expect_problem(401, "sign-in-failed");
}

pub async fn a_reset_ends_every_session() {
    let client = Client::start().await;
    let signed_in = sign_in(&client, "user@contoso.example", PASSWORD).await.expect(200);
    let mut other = Person::identified(&client, "user@contoso.example").await;
    let mut person = Person::verified(&client, "user@contoso.example").await;
    person.set_password(NEW_PASSWORD).await.expect(200);
    client.send(whoami(&signed_in)).await.expect_problem(401, "session-required");
    other.poll().await.expect_problem(401, "recovery-expired");
}

pub async fn every_session_can_be_ended_for_a_test() {
    let client = Client::start().await;
    let signed_in = sign_in(&client, "user@contoso.example", PASSWORD).await.expect(200);
    client.end_sessions().await;
    client.send(whoami(&signed_in)).await.expect_problem(401, "session-required");
    sign_in(&client, "user@contoso.example", PASSWORD).await.expect(200);
}

pub async fn a_session_ends_by_itself() {
    let client = Client::start().await;
    let signed_in = sign_in(&client, "user@contoso.example", PASSWORD).await.expect(200);
    client.advance(8 * 60 * 60).await;
    client.send(whoami(&signed_in)).await.expect_problem(401, "session-required");
}
