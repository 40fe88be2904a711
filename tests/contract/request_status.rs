//! Seeing how far a service request is, and answering support.

use crate::client::Client;
use crate::requester::Requester;
use serde_json::{Value, json};

const OWNER: &str = "owner@contoso.example";

/// The kinds of the events, oldest first.
fn kinds(state: &Value) -> Vec<&str> {
    let events = state["events"].as_array().into_iter().flatten();
    events.filter_map(|event| event["kind"].as_str()).collect()
}

/// The ID of the question that waits for an answer.
fn question_id(state: &Value) -> &str {
    state["question"]["id"].as_str().expect("there is a question")
}

pub async fn whoever_has_the_access_code_sees_the_request() {
    let client = Client::start().await;
    let requester = Requester::file(&client, OWNER).await;
    let state = requester.look_up().await.expect(200).json;
    assert_eq!((&state["number"], &state["status"]), (&json!(requester.number), &json!("received")));
    assert_eq!((&state["reason"], kinds(&state)), (&json!("admin_has_left"), vec!["received"]));
    assert_eq!(state["created_at"], state["events"][0]["at"]);
    client.advance(3 * 24 * 60 * 60).await;
    client.support(&requester.number, "review", "").await.expect(200);
    let later = requester.look_up().await.expect(200).json;
    assert_eq!((&later["status"], kinds(&later)), (&json!("in_review"), vec!["received", "in_review"]));
    assert_eq!(later["created_at"], state["created_at"]);
    assert_ne!(later["events"][1]["at"], state["created_at"]);
}

pub async fn numbers_and_access_codes_are_understood_as_typed() {
    let client = Client::start().await;
    let requester = Requester::file(&client, OWNER).await;
    let full_width = |text: &str| -> String {
        text.chars().filter_map(|character| char::from_u32(u32::from(character) + 0xFEE0)).collect()
    };
    let (number, access_code) = (&requester.number, &requester.access_code);
    for (number, access_code) in [
        (number.to_lowercase(), access_code.to_lowercase()),
        (format!(" {} ", number.replace('-', " ")), access_code.replace('-', "")),
        (full_width(number), full_width(access_code)),
        (number.replace('-', "ー"), access_code.replace('-', "\u{3000}")),
    ] {
        let typed = Requester { client: &client, number, access_code };
        typed.look_up().await.expect(200);
    }
}

pub async fn failures_are_limited_whether_the_number_is_known_or_not() {
    let client = Client::start().await;
    let known = Requester::file(&client, OWNER).await;
    let unknown = Requester { number: "SR-00000000".to_owned(), ..known.clone() };
    for right in [&known, &unknown] {
        // The two calls share the limit, and another way of writing the number is the same number.
        let number = right.number.replace('-', " ").to_lowercase();
        let wrong = Requester { number, access_code: "AAAA-AAAA-AAAA".to_owned(), client: &client };
        for _ in 0..5 {
            wrong.look_up().await.expect_problem(404, "service-request-not-found");
            wrong.reply("a question", "an answer").await.expect_problem(404, "service-request-not-found");
        }
        let refused = right.look_up().await.expect_problem(429, "too-many-requests");
        assert!(refused.json["retry_after"].as_i64() > Some(14 * 60));
        right.reply("a question", "an answer").await.expect_problem(429, "too-many-requests");
    }
    client.advance(15 * 60).await;
    known.look_up().await.expect(200);
    unknown.look_up().await.expect_problem(404, "service-request-not-found");
}

pub async fn a_question_is_answered_once() {
    let client = Client::start().await;
    let requester = Requester::file(&client, OWNER).await;
    requester.reply("no question", "an answer").await.expect_problem(409, "invalid-request");
    client.support(&requester.number, "ask", "Who was the admin?").await.expect(200);
    let asked = requester.look_up().await.expect(200).json;
    assert_eq!(
        (&asked["status"], &asked["question"]["text"]),
        (&json!("information_needed"), &json!("Who was the admin?"))
    );
    requester.reply("another question", "an answer").await.expect_problem(409, "invalid-request");
    let id = question_id(&asked);
    let answered = requester.reply(id, " 山田さんです。 ").await.expect(200).json;
    assert_eq!((&answered["status"], kinds(&answered)), (&json!("in_review"), vec!["received", "question", "answer"]));
    assert_eq!(answered["events"][2]["text"], "山田さんです。");
    assert!(answered.get("question").is_none());
    assert_eq!(requester.reply(id, "山田さんです。").await.expect(200).json, answered, "nothing is added");
    requester.reply(id, "佐藤さんです。").await.expect_problem(409, "invalid-request");
    assert_eq!(requester.look_up().await.expect(200).json, answered);

    client.support(&requester.number, "ask", "Since when?").await.expect(200);
    let again = requester.look_up().await.expect(200).json;
    assert_ne!(question_id(&again), id);
    assert_eq!(
        requester.reply(id, "山田さんです。").await.expect(200).json,
        again,
        "the first question stays answered"
    );
    requester.reply(id, "May.").await.expect_problem(409, "invalid-request");
    client.support(&requester.number, "approve", "").await.expect(200);
    requester.reply(question_id(&again), "May.").await.expect_problem(409, "invalid-request");
}
