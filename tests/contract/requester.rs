//! Somebody who asks support for help.

use crate::answer::Answer;
use crate::call::Call;
use crate::captcha::{new_challenge, right_answer};
use crate::client::Client;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};

/// What a person writes, with everything that may be left out. The challenge is still missing.
pub fn form(email: &str) -> Value {
    json!({
        "reason": "admin_has_left",
        "contact": { "name": "Mika Owner", "email": email, "phone": "+81 3 1234 5678", "job_title": "Owner" },
        "company": {
            "legal_name": "Contoso K.K.",
            "domain": "contoso.example",
            "country": "Japan",
            "address": "1-2-3 Minato\nTokyo",
            "partner_id": "1234567",
            "registration_number": "0100-01-000001",
        },
        "details": "Our admin left in May.",
    })
}

/// The form with the right answer to a new challenge.
pub async fn with_challenge(client: &Client, mut form: Value) -> Value {
    form["captcha"] = right_answer(client, &new_challenge(client).await).await;
    form
}

/// The call that sends the form.
pub fn filing(key: &str, body: Value) -> Call {
    Call::post("/v1/service-requests", body).header("idempotency-key", key)
}

/// A key that no other call has.
pub fn new_key() -> String {
    static LAST: AtomicU32 = AtomicU32::new(0);
    format!("a key of its own {}", LAST.fetch_add(1, Ordering::Relaxed))
}

/// A person with what was shown after sending.
pub struct Requester<'a> {
    pub client: &'a Client,
    pub number: String,
    pub access_code: String,
}

impl Clone for Requester<'_> {
    fn clone(&self) -> Self {
        Self { client: self.client, number: self.number.clone(), access_code: self.access_code.clone() }
    }
}

impl<'a> Requester<'a> {
    /// Sends a request.
    pub async fn send(client: &'a Client, email: &str) -> Answer {
        client.send(filing(&new_key(), with_challenge(client, form(email)).await)).await
    }

    /// Sends a request, and keeps the number and the access code.
    pub async fn file(client: &'a Client, email: &str) -> Self {
        Self::of(client, &Self::send(client, email).await.expect(201))
    }

    /// Keeps the number and the access code of an answer.
    pub fn of(client: &'a Client, receipt: &Answer) -> Self {
        let text = |name: &str| receipt.json[name].as_str().expect("it is text").to_owned();
        Self { client, number: text("number"), access_code: text("access_code") }
    }

    pub async fn look_up(&self) -> Answer {
        let body = json!({ "number": self.number, "access_code": self.access_code });
        self.client.send(Call::post("/v1/service-requests/lookup", body)).await
    }

    pub async fn reply(&self, question_id: &str, text: &str) -> Answer {
        let body = json!({
            "number": self.number,
            "access_code": self.access_code,
            "question_id": question_id,
            "text": text,
        });
        self.client.send(Call::post("/v1/service-requests/reply", body)).await
    }
}
