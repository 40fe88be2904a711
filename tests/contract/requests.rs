//! Requests that break the contract, or come at the wrong time.

use crate::call::Call;
use crate::client::Client;
use crate::person::{NEW_PASSWORD, Person};
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::json;

const WRITES_IN_A_RECOVERY: [&str; 6] = ["/captcha", "/identity", "/method", "/code", "/code/resend", "/password"];

/// Every write with a body; those in a recovery with the token.
fn writes(token: &str) -> Vec<Call> {
    let in_recovery =
        WRITES_IN_A_RECOVERY.map(|path| Call::post(format!("/v1/recoveries/current{path}"), json!({})).token(token));
    let others = [
        Call::post("/v1/recoveries", json!({})),
        Call::post("/v1/session", json!({})),
        Call::put("/v1/session/password", json!({})),
        Call::post("/v1/captchas", json!({})),
        Call::post("/v1/service-requests", json!({})).header("idempotency-key", "a key of its own 1"),
        Call::post("/v1/service-requests/lookup", json!({})),
        Call::post("/v1/service-requests/reply", json!({})),
        Call::post("/v1/users/search", json!({})),
        Call::post("/v1/users/anybody/temporary-password", json!({})),
        Call::post("/v1/verification/email-ownership/resend", json!({})),
    ];
    in_recovery.into_iter().chain(others).collect()
}

pub async fn a_write_without_the_header_is_refused() {
    let client = Client::start().await;
    let person = Person::start(&client).await;
    let without_body = [Call::delete("/v1/recoveries/current").token(&person.token), Call::delete("/v1/session")];
    for call in writes(&person.token).into_iter().chain(without_body) {
        client.send(call.without("x-requested-with")).await.expect_problem(403, "invalid-request");
    }
}

pub async fn a_body_that_is_no_json_is_refused() {
    let client = Client::start().await;
    let person = Person::start(&client).await;
    for call in writes(&person.token) {
        for text in ["", "{", "[]", "\"text\""] {
            let answer = client.send(call.clone().with_text(text)).await.expect_problem(400, "invalid-request");
            assert_eq!(answer.errors(), [" invalid_format"]);
        }
        let plain = call.breaking_the_contract().header("content-type", "text/plain");
        client.send(plain).await.expect_problem(415, "invalid-request");
    }
}

pub async fn a_call_outside_its_step_says_the_step() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    for (path, body) in [
        ("/method", json!({ "method_id": "email" })),
        ("/code", json!({ "code": "123456" })),
        ("/code/resend", json!({})),
        ("/password", json!({ "new_password": NEW_PASSWORD })),
    ] {
        let open = person.next["captcha"]["id"].clone();
        let answer = person.post(path, body).await.expect_problem(409, "invalid-request");
        assert_eq!(answer.json["next"]["step"], "identify");
        assert_eq!(answer.json["next"]["captcha"]["id"], open, "the open challenge stays");
    }
    let identity = person.identity("user@contoso.example").await;
    person.identify("user@contoso.example").await.expect(200);
    for (path, body) in [("/captcha", json!({})), ("/identity", identity)] {
        let answer = person.post(path, body).await.expect_problem(409, "invalid-request");
        assert_eq!(answer.json["next"]["step"], "enter_code");
    }
}

pub async fn wrong_fields_are_named_together() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    let identity =
        |body: &str, token: &str| Call::post("/v1/recoveries/current/identity", json!({})).token(token).with_text(body);
    let answer = client.send(identity("{}", &person.token)).await.expect_problem(400, "invalid-request");
    assert_eq!(
        answer.errors(),
        [
            "/account_type required",
            "/user_id required",
            "/captcha required",
            "/captcha/id required",
            "/captcha/answer required"
        ]
    );
    let wrong =
        json!({ "account_type": "school", "user_id": "nobody", "captcha": { "id": 1, "answer": "x".repeat(65) } });
    let answer = client.send(identity(&wrong.to_string(), &person.token)).await.expect_problem(400, "invalid-request");
    assert_eq!(
        answer.errors(),
        [
            "/account_type unknown_value",
            "/user_id invalid_format",
            "/captcha/id invalid_format",
            "/captcha/answer too_long"
        ]
    );
    person.identify("two-methods@contoso.example").await.expect(200);
    let answer = person.choose(&json!("pigeon")).await.expect_problem(400, "invalid-request");
    assert_eq!(answer.errors(), ["/method_id unknown_value"]);
}

pub async fn unknown_paths_and_methods_are_problems() {
    let client = Client::start().await;
    for (method, path, status) in [(Method::GET, "/v2/recoveries", 404), (Method::PATCH, "/v1/session", 405)] {
        let mut headers = HeaderMap::new();
        headers.insert("x-requested-with", "partner-recovery".parse().expect("a header value"));
        let answer = client.fetch(method, path, headers, None).await.expect_problem(status, "invalid-request");
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    }
}
