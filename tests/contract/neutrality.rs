//! Nothing tells a known user ID from an unknown one.

use crate::answer::Answer;
use crate::client::Client;
use crate::person::{Person, sign_in};
use crate::requester::Requester;
use serde_json::Value;

/// What an answer looks like, without what differs from call to call or follows from the user ID that was typed.
fn shape(answer: &Answer) -> (u16, Vec<String>, String) {
    let headers = answer.headers.keys().map(ToString::to_string).collect();
    (answer.status, headers, outline(&answer.json))
}

/// The names and kinds of a value.
fn outline(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let fields: Vec<_> = object.iter().map(|(name, value)| format!("{name}: {}", outline(value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(outline).collect::<Vec<_>>().join(", ")),
        Value::String(_) => "text".to_owned(),
        other => {
            if other.is_number() {
                "number".to_owned()
            } else {
                other.to_string()
            }
        }
    }
}

pub async fn known_and_unknown_ids_are_answered_alike() {
    let client = Client::start().await;
    let mut known = Vec::new();
    for user_id in ["user@contoso.example", "two-methods@contoso.example"] {
        known.push(shape(&Person::start(&client).await.identify(user_id).await));
    }
    for user_id in ["locked@contoso.example", "no-self-service@contoso.example", "temporary@contoso.example"] {
        assert_eq!(shape(&Person::start(&client).await.identify(user_id).await), known[0]);
    }
    let mut seen = [false; 2];
    for number in 0..30 {
        let user_id = format!("nobody{number}@contoso.example");
        let mut first = Person::start(&client).await;
        let shape_of_unknown = shape(&first.identify(&user_id).await);
        let kind = known.iter().position(|known| *known == shape_of_unknown).expect("it looks like a known one");
        seen[kind] = true;
        let again = Person::identified(&client, &user_id).await;
        let without_time = |next: &Value| (next["methods"].clone(), next["hint"].clone());
        assert_eq!(without_time(&again.next), without_time(&first.next), "the same ID is answered the same");
    }
    assert_eq!(seen, [true, true], "unknown IDs have all the shapes that known ones have");
}

pub async fn an_unknown_id_never_gets_past_the_code() {
    let client = Client::start().await;
    let (mut known, mut unknown) =
        (Person::identified(&client, "user@contoso.example").await, Person::start(&client).await);
    let mut number = 0;
    while unknown.step() != "enter_code" {
        unknown = Person::identified(&client, &format!("nobody{number}@contoso.example")).await;
        number += 1;
    }
    assert_eq!(client.outbox().await.len(), 1, "nothing is sent to nobody");
    for _ in 0..5 {
        assert_eq!(shape(&known.enter_wrong_code().await), shape(&unknown.enter_wrong_code().await));
    }
    unknown.poll().await.expect_problem(403, "recovery-locked");
}

pub async fn sign_in_fails_in_one_way_only() {
    let client = Client::start().await;
    let wrong = sign_in(&client, "user@contoso.example", "not this").await.expect_problem(401, "sign-in-failed");
    for user_id in ["nobody@contoso.example", "locked@contoso.example"] {
        let answer = sign_in(&client, user_id, "sample passphrase 1").await;
        assert_eq!(shape(&answer), shape(&wrong));
        assert_eq!(answer.json["title"], wrong.json["title"]);
    }
}

pub async fn an_unknown_number_is_answered_like_a_wrong_access_code() {
    let client = Client::start().await;
    let requester = Requester::file(&client, "owner@contoso.example").await;
    let wrong_code = Requester { access_code: "AAAA-AAAA-AAAA".to_owned(), ..requester };
    let unknown_number = Requester { number: "SR-00000000".to_owned(), ..requester };
    let wrong = wrong_code.look_up().await.expect_problem(404, "service-request-not-found");
    let unknown = unknown_number.look_up().await;
    assert_eq!(shape(&unknown), shape(&wrong));
    assert_eq!(unknown.json["title"], wrong.json["title"]);
    let wrong = wrong_code.reply("a question", "an answer").await.expect_problem(404, "service-request-not-found");
    assert_eq!(shape(&unknown_number.reply("a question", "an answer").await), shape(&wrong));
}

pub async fn a_request_says_nothing_about_its_account() {
    let client = Client::start().await;
    let mut shapes = Vec::new();
    for email in ["user@contoso.example", "locked@contoso.example", "nobody@contoso.example"] {
        shapes.push(shape(&Requester::send(&client, email).await.expect(201)));
    }
    assert_eq!(shapes[1..], [shapes[0].clone(), shapes[0].clone()]);
    assert_eq!(client.outbox().await.len(), 3, "the contact hears of it, whether there is an account or not");
}

pub async fn identities_are_limited_known_or_not() {
    let client = Client::start().await;
    for user_id in ["user@contoso.example", "nobody@contoso.example"] {
        for _ in 0..20 {
            Person::identified(&client, user_id).await;
        }
        let mut person = Person::start(&client).await;
        person.identify(user_id).await.expect_problem(429, "too-many-requests");
        assert_eq!(person.step(), "identify");
        client.advance(60 * 60).await;
        Person::identified(&client, user_id).await;
    }
}
