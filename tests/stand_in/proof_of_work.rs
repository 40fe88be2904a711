//! The way through a challenge without transcribing anything: a proof of work after ALTCHA v2.

use super::tokens::Key;
use altcha::{Challenge, CreateChallengeOptions, Payload, VerifySolutionOptions, create_challenge, verify_solution};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::ops::RangeInclusive;

/// How much work a proof is: PBKDF2 with `iterations` for each counter from 0 up to one that is drawn from `counters`.
#[derive(Clone)]
pub struct ProofCost {
    pub iterations: u32,
    pub counters: RangeInclusive<u32>,
}

impl ProofCost {
    /// About five seconds on a phone.
    pub const PHONE: Self = Self { iterations: 5_000, counters: 200..=600 };
    /// A moment in a test, and still more than one counter to try.
    pub const TEST: Self = Self { iterations: 1_000, counters: 10..=40 };
}

/// A new signed challenge. The counter is drawn beforehand, so that nobody is unlucky and has to work many times as long.
pub fn new_challenge(cost: &ProofCost, key: &Key, expires_at: i64) -> Challenge {
    create_challenge(CreateChallengeOptions {
        cost: cost.iterations,
        counter: Some(rand::random_range(cost.counters.clone())),
        expires_at: Some(expires_at),
        hmac_signature_secret: Some(key.secret_for("proof of work")),
        ..CreateChallengeOptions::default()
    })
    .expect("the options are valid")
}

/// Whether `proof` (base64 of the ALTCHA payload) solves this very challenge.
pub fn is_solution(proof: &str, challenge: &Challenge, key: &Key) -> bool {
    let Ok(payload) = STANDARD.decode(proof) else {
        return false;
    };
    let Ok(payload) = serde_json::from_slice::<Payload>(&payload) else {
        return false;
    };
    payload.challenge.signature == challenge.signature
        && verify_solution(VerifySolutionOptions::new(challenge, &payload.solution, key.secret_for("proof of work")))
            .is_ok_and(|result| result.verified)
}
