//! What is broken on purpose, so that a client can show that it bears it.

use crate::answer::Answer;
use crate::call::Call;
use crate::client::{Client, ORIGIN};
use crate::person::{PASSWORD, Person};
use serde_json::json;
use std::time::Duration;

const MARKUP: &str = "<img src=x onerror=alert(1)><script>alert(2)</script>";

async fn identify(client: &Client, user_id: &str) -> Answer {
    let person = Person::start(client).await;
    let call = Call::post("/v1/recoveries/current/identity", person.identity(user_id).await);
    client.exchange(call.token(&person.token).header("origin", ORIGIN)).await
}

async fn sign_in(client: &Client, user_id: &str) -> Answer {
    let body = json!({ "user_id": user_id, "password": PASSWORD });
    client.exchange(Call::post("/v1/session", body).header("origin", ORIGIN)).await
}

pub async fn broken_answers_differ_from_the_contract() {
    let client = Client::start().await;
    for (name, at_sign_in, difference) in [
        ("html", true, "text/html"),
        ("unknown-problem", true, "418 is not listed"),
        ("unknown-step", false, "is not valid under any of the schemas"),
        ("missing-fields", true, "is a required property"),
        ("absurd-retry", true, "greater than the maximum"),
    ] {
        let user_id = format!("{name}@contoso.example");
        let mut answers = vec![identify(&client, &user_id).await];
        if at_sign_in {
            answers.push(sign_in(&client, &user_id).await);
        }
        for answer in answers {
            assert!(answer.differences.join("\n").contains(difference), "{name}: {:?}", answer.differences);
            assert_eq!(answer.headers["access-control-allow-origin"], ORIGIN, "a page can read it");
        }
    }
}

pub async fn markup_comes_in_every_text() {
    let client = Client::start().await;
    let mut person = Person::identified(&client, "markup@contoso.example").await;
    let method = person.next["methods"][1].clone();
    assert_eq!(method["hint"], MARKUP);
    assert!(method["id"].as_str().expect("an ID is text").contains(MARKUP));
    person.choose(&method["id"]).await.expect(200);
    assert_eq!(person.next["hint"], MARKUP);
    let problem = person.enter_wrong_code().await.expect_problem(422, "code-incorrect");
    assert_eq!((&problem.json["title"], &problem.json["trace_id"]), (&MARKUP.into(), &MARKUP.into()));
    let signed_in = sign_in(&client, "markup@contoso.example").await.expect(200);
    assert_eq!(signed_in.json["user"]["display_name"], MARKUP);
    assert_eq!(signed_in.json["user"]["roles"], json!([MARKUP]));
}

pub async fn silence_lasts() {
    let client = Client::start().await;
    let patience = Duration::from_millis(300);
    let silent = sign_in(&client, "silent@contoso.example");
    assert!(tokio::time::timeout(patience, silent).await.is_err(), "there was an answer");
    let silent = identify(&client, "silent@contoso.example");
    assert!(tokio::time::timeout(patience, silent).await.is_err(), "there was an answer");
    // The others are still served meanwhile.
    Person::identified(&client, "user@contoso.example").await;
}
