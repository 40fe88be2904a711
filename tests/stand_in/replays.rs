//! Answers that are given again for the same `Idempotency-Key`. They contain tokens and access codes, so they are kept in memory
//! only.

use super::problem::{IDEMPOTENCY_CONFLICT, Problem};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Mutex;

/// How long an answer is kept, in seconds: as long as a token may live.
const LIFE: i64 = 15 * 60;

struct Kept {
    request: String,
    answer: Value,
    until: i64,
}

/// The answers, by what was created and by key.
#[derive(Default)]
pub struct Replays(Mutex<HashMap<(&'static str, String), Kept>>);

impl Replays {
    /// The answer that was given for this key before, or the one that `make` gives now. A problem is not kept.
    pub fn once(
        &self,
        what: &'static str,
        key: String,
        request: String,
        now: i64,
        make: impl FnOnce() -> Result<Value, Problem>,
    ) -> Result<Value, Problem> {
        let mut kept = self.0.lock().expect("no handler panics");
        kept.retain(|_, answer| answer.until > now);
        match kept.get(&(what, key.clone())) {
            Some(earlier) if earlier.request == request => Ok(earlier.answer.clone()),
            Some(_) => Err(IDEMPOTENCY_CONFLICT.into()),
            None => {
                let answer = make()?;
                kept.insert((what, key), Kept { request, answer: answer.clone(), until: now + LIFE });
                Ok(answer)
            }
        }
    }
}
