//! Challenges in picture, sound and work.

use crate::call::Call;
use crate::client::Client;
use crate::person::Person;
use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io::Cursor;
use std::time::Duration;

const USER: &str = "user@contoso.example";

fn media(person: &Person<'_>, what: &str) -> Call {
    media_of(&person.next["captcha"], what)
}

fn media_of(captcha: &Value, what: &str) -> Call {
    let id = captcha["id"].as_str().expect("an ID is text");
    Call::get(format!("/v1/captchas/{id}/{what}"))
}

pub async fn the_picture_is_a_png() {
    let client = Client::start().await;
    let person = Person::start(&client).await;
    let picture = client.send(media(&person, "picture")).await.expect(200);
    let mut reader = png::Decoder::new(Cursor::new(&picture.bytes)).read_info().expect("it is a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("the picture is small")];
    let frame = reader.next_frame(&mut pixels).expect("the PNG is whole");
    assert_eq!((frame.width, frame.height), (280, 110));
    assert!(pixels.iter().any(|&pixel| pixel != pixels[0]), "there is something in the picture");
    let again = client.send(media(&person, "picture")).await.expect(200);
    assert_eq!(picture.bytes, again.bytes, "the picture of one challenge stays the same");
    client.send(Call::get("/v1/captchas/unknown/picture")).await.expect_problem(404, "captcha-expired");
}

pub async fn the_sound_is_a_wav_and_slow_is_longer() {
    let client = Client::start().await;
    let person = Person::start(&client).await;
    let mut lengths = Vec::new();
    for what in ["audio", "audio?rate=slow"] {
        let sound = client.send(media(&person, what)).await.expect(200);
        let mut reader = hound::WavReader::new(Cursor::new(&sound.bytes)).expect("it is a WAV");
        lengths.push(Duration::from_secs(u64::from(reader.duration())) / reader.spec().sample_rate);
        let loudest = reader.samples::<i16>().map(|sample| sample.expect("the WAV is whole").unsigned_abs()).max();
        assert!(loudest > Some(10_000), "something is spoken");
    }
    assert!(lengths[0] > Duration::from_secs(6), "six characters take a while: {lengths:?}");
    assert!(lengths[1] > lengths[0] * 5 / 4, "slow takes longer: {lengths:?}");
    client.send(media(&person, "audio?rate=fast")).await.expect_problem(400, "invalid-request");
    client.send(Call::get("/v1/captchas/unknown/audio")).await.expect_problem(404, "captcha-expired");
}

pub async fn case_width_and_spaces_do_not_matter() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    let mut body = person.identity(USER).await;
    let answer = body["captcha"]["answer"].as_str().expect("an answer is text").to_lowercase();
    let full_width =
        |character: char| char::from_u32(u32::from(character) + 0xFEE0).expect("there is a full-width form");
    let written: String = answer.chars().flat_map(|character| [full_width(character), '\u{3000}', ' ']).collect();
    body["captcha"]["answer"] = json!(written);
    person.post("/identity", body).await.expect(200);
}

pub async fn a_wrong_answer_gives_a_new_challenge() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    let token = person.token.clone();
    for _ in 0..3 {
        let used = person.next["captcha"]["id"].clone();
        let mut body = person.identity(USER).await;
        body["captcha"]["answer"] = json!("000000");
        person.post("/identity", body).await.expect_problem(422, "captcha-incorrect");
        assert_ne!(person.next["captcha"]["id"], used);
    }
    assert_eq!(person.token, token, "a problem does not change the token");
    person.identify(USER).await.expect(200);
}

pub async fn a_challenge_works_once_and_not_for_ever() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    let right = person.identity(USER).await;
    let mut wrong = right.clone();
    wrong["captcha"]["answer"] = json!("000000");
    person.post("/identity", wrong).await.expect_problem(422, "captcha-incorrect");
    person.post("/identity", right).await.expect_problem(422, "captcha-expired");

    let late = person.identity(USER).await;
    let picture = media(&person, "picture");
    client.advance(10 * 60).await;
    client.send(picture).await.expect_problem(404, "captcha-expired");
    person.post("/identity", late).await.expect_problem(422, "captcha-expired");
    person.identify(USER).await.expect(200);

    let stolen = Person::start(&client).await.identity(USER).await;
    let mut other = Person::start(&client).await;
    other.post("/identity", stolen).await.expect_problem(422, "captcha-expired");
}

pub async fn a_challenge_outside_of_a_recovery_has_its_media_and_its_time() {
    let client = Client::start().await;
    let challenges = [new_challenge(&client).await, new_challenge(&client).await];
    assert_ne!(challenges[0]["id"], challenges[1]["id"], "each call gives another one, and both stay open");
    for captcha in &challenges {
        assert!(captcha["expires_in"].as_i64() > Some(9 * 60));
        for (what, kind) in [("picture", "image/png"), ("audio", "audio/wav")] {
            let answer = client.send(media_of(captcha, what)).await.expect(200);
            assert_eq!(answer.headers["content-type"], kind);
        }
    }
    let mut person = Person::start(&client).await;
    let mut identity = person.identity(USER).await;
    identity["captcha"] = right_answer(&client, &challenges[0]).await;
    person.post("/identity", identity).await.expect_problem(422, "captcha-expired");
    client.advance(10 * 60).await;
    client.send(media_of(&challenges[0], "picture")).await.expect_problem(404, "captcha-expired");
}

pub async fn another_challenge_replaces_the_first() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    let first = person.identity(USER).await;
    person.post("/captcha", json!({})).await.expect(200);
    assert_ne!(person.next["captcha"]["id"], first["captcha"]["id"]);
    person.post("/identity", first).await.expect_problem(422, "captcha-expired");
}

/// A challenge outside of a recovery.
pub async fn new_challenge(client: &Client) -> Value {
    client.send(Call::post("/v1/captchas", json!({}))).await.expect(201).json["captcha"].clone()
}

/// The characters of the challenge, as they are sent.
pub async fn right_answer(client: &Client, captcha: &Value) -> Value {
    json!({ "id": captcha["id"], "answer": client.solution(&captcha["id"]).await })
}

/// The answer that ALTCHA's own solver finds.
pub fn solved(captcha: &Value) -> Payload {
    let challenge: Challenge =
        serde_json::from_value(captcha["proof_of_work"].clone()).expect("it is a challenge of ALTCHA");
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge))
        .expect("the challenge is valid")
        .expect("the solution is found in time");
    Payload { challenge, solution }
}

/// The payload as it is sent.
pub fn proof(captcha: &Value, payload: &Payload) -> Value {
    let proof = STANDARD.encode(serde_json::to_string(payload).expect("a payload is JSON"));
    json!({ "id": captcha["id"], "proof": proof })
}

fn identity_with_proof(captcha: &Value, payload: &Payload) -> Value {
    json!({ "account_type": "work_or_school", "user_id": USER, "captcha": proof(captcha, payload) })
}

pub async fn a_solved_proof_of_work_is_an_answer() {
    let client = Client::start().await;
    let mut person = Person::start(&client).await;
    let first = solved(&person.next["captcha"]);

    let mut wrong = first.clone();
    wrong.solution.counter += 1;
    let body = identity_with_proof(&person.next["captcha"], &wrong);
    person.post("/identity", body).await.expect_problem(422, "captcha-incorrect");
    let body = identity_with_proof(&person.next["captcha"], &first);
    person.post("/identity", body).await.expect_problem(422, "captcha-incorrect");
    let mut easier = solved(&person.next["captcha"]);
    easier.challenge.parameters.cost = 1;
    easier.challenge.parameters.key_prefix = "00".to_owned();
    easier.solution = solve_challenge(SolveChallengeOptions::new(&easier.challenge))
        .expect("the challenge is valid")
        .expect("the solution is found in time");
    let body = identity_with_proof(&person.next["captcha"], &easier);
    person.post("/identity", body).await.expect_problem(422, "captcha-incorrect");
    let mut nonsense = identity_with_proof(&person.next["captcha"], &first);
    nonsense["captcha"]["proof"] = json!("bm9uc2Vuc2U=");
    person.post("/identity", nonsense).await.expect_problem(422, "captcha-incorrect");

    let captcha = person.next["captcha"].clone();
    person.post("/identity", identity_with_proof(&captcha, &solved(&captcha))).await.expect(200);
}
