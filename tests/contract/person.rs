//! A person on the way through a recovery.

use crate::answer::Answer;
use crate::call::Call;
use crate::client::Client;
use serde_json::{Value, json};

pub const PASSWORD: &str = "sample passphrase 1";
pub const NEW_PASSWORD: &str = "a quiet walk by the lake";

const CURRENT: &str = "/v1/recoveries/current";

/// One recovery, with the latest token and step.
pub struct Person<'a> {
    pub client: &'a Client,
    pub token: String,
    pub next: Value,
}

impl<'a> Person<'a> {
    /// Starts a recovery.
    pub async fn start(client: &'a Client) -> Self {
        let answer = client.send(Call::post("/v1/recoveries", json!({}))).await.expect(201);
        let mut person = Self { client, token: String::new(), next: Value::Null };
        person.follow(&answer);
        assert_eq!(person.step(), "identify");
        person
    }

    /// Starts, and gives the user ID with the right answer to the challenge.
    pub async fn identified(client: &'a Client, user_id: &str) -> Self {
        let mut person = Self::start(client).await;
        person.identify(user_id).await.expect(200);
        person
    }

    /// Starts, and goes on until the new password is asked for.
    pub async fn verified(client: &'a Client, user_id: &str) -> Self {
        let mut person = Self::identified(client, user_id).await;
        person.enter_sent_code().await.expect(200);
        assert_eq!(person.step(), "set_password");
        person
    }

    pub fn step(&self) -> &str {
        self.next["step"].as_str().expect("every step has a name")
    }

    /// A call within the recovery. A success gives the next token and step; a problem may give a step.
    pub async fn post(&mut self, path: &str, body: Value) -> Answer {
        self.send(Call::post(format!("{CURRENT}{path}"), body)).await
    }

    /// Asks where the recovery stands.
    pub async fn poll(&mut self) -> Answer {
        self.send(Call::get(CURRENT)).await
    }

    pub async fn send(&mut self, call: Call) -> Answer {
        let answer = self.client.send(call.token(&self.token)).await;
        self.follow(&answer);
        answer
    }

    fn follow(&mut self, answer: &Answer) {
        if let Some(next) = answer.json.get("next") {
            self.next = next.clone();
        }
        if answer.status < 300 && answer.status != 204 {
            let token = answer.json["token"].as_str().expect("a success has a token");
            assert_ne!(token, self.token, "the token rotates");
            token.clone_into(&mut self.token);
        } else {
            assert!(answer.json.get("token").is_none());
        }
    }

    /// The body of an identity call with the right answer to the challenge.
    pub async fn identity(&self, user_id: &str) -> Value {
        let id = &self.next["captcha"]["id"];
        let answer = self.client.solution(id).await;
        json!({ "account_type": "work_or_school", "user_id": user_id, "captcha": { "id": id, "answer": answer } })
    }

    pub async fn identify(&mut self, user_id: &str) -> Answer {
        let body = self.identity(user_id).await;
        self.post("/identity", body).await
    }

    pub async fn choose(&mut self, method_id: &Value) -> Answer {
        self.post("/method", json!({ "method_id": method_id })).await
    }

    pub async fn enter_code(&mut self, code: &str) -> Answer {
        self.post("/code", json!({ "code": code })).await
    }

    pub async fn enter_sent_code(&mut self) -> Answer {
        let code = self.client.last_code().await;
        self.enter_code(&code).await
    }

    pub async fn enter_wrong_code(&mut self) -> Answer {
        let right = self.client.last_code().await;
        self.enter_code(if right == "000000" { "000001" } else { "000000" }).await
    }

    pub async fn set_password(&mut self, password: &str) -> Answer {
        self.post("/password", json!({ "new_password": password })).await
    }
}

/// Tries to sign in.
pub async fn sign_in(client: &Client, user_id: &str, password: &str) -> Answer {
    client.send(Call::post("/v1/session", json!({ "user_id": user_id, "password": password }))).await
}
