//! Challenges: drawn, kept, answered once.

use super::app::App;
use super::next::{Captcha, Next};
use super::problem::{CAPTCHA_EXPIRED, CAPTCHA_INCORRECT, Kind};
use super::proof_of_work;
use super::readable;
use super::request::Fields;
use super::tokens::random_token;
use altcha::Challenge;
use captcha::Captcha as Drawing;
use captcha::filters::{Dots, Noise, Wave};
use rusqlite::{Connection, OptionalExtension, params};
use unicode_normalization::UnicodeNormalization;

/// How long a challenge can be answered, in seconds.
const LIFE: i64 = 10 * 60;
const LENGTH: usize = 6;
/// Without characters that look alike (0 O, 1 I L, 5 S, 2 Z) or sound alike (M N, B P V, A 8).
const ALPHABET: &[u8] = b"ABCEFGHJKMRTUWXY34679";

/// How a person answered which challenge.
pub struct Answer {
    id: String,
    kind: AnswerKind,
}

enum AnswerKind {
    Characters(String),
    Proof(String),
}

impl Answer {
    /// The answer in the field `captcha`.
    pub fn read(body: &mut Fields) -> Self {
        let mut captcha = body.object("captcha");
        let id = captcha.text("id", 64);
        let kind = if captcha.has("proof") {
            AnswerKind::Proof(captcha.text("proof", 4096))
        } else {
            AnswerKind::Characters(captcha.text("answer", 64))
        };
        body.include(captcha);
        Self { id, kind }
    }
}

/// The step `identify` with the open challenge of the recovery; a new one is drawn if there is none.
pub fn identify(app: &App, store: &Connection, recovery_id: i64) -> Next {
    let open = store
        .query_row(
            "SELECT id, expires_at, proof_of_work FROM captchas WHERE recovery_id = ? AND expires_at > ?",
            params![recovery_id, app.clock.now()],
            |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get::<_, String>(2)?)),
        )
        .optional()
        .expect("challenges can be read");
    let captcha = match open {
        Some((id, expires_at, proof_of_work)) => described(app, id, expires_at, &proof_of_work),
        None => draw(app, store, Some(recovery_id)),
    };
    Next::Identify { account_types: ["work_or_school", "personal"], captcha }
}

/// A new challenge outside of a recovery.
pub fn outside(app: &App, store: &Connection) -> Captcha {
    draw(app, store, None)
}

/// Makes the open challenge useless, so that the next one is new.
pub fn discard(store: &Connection, recovery_id: i64) {
    store.execute("DELETE FROM captchas WHERE recovery_id = ?", [recovery_id]).expect("a challenge can be discarded");
}

fn draw(app: &App, store: &Connection, recovery_id: Option<i64>) -> Captcha {
    let id = random_token();
    let answer = readable::random(ALPHABET, LENGTH);
    let picture = characters(&answer)
        .apply_filter(Noise::new(0.1))
        .apply_filter(Wave::new(2.0, 8.0).horizontal())
        .apply_filter(Wave::new(2.0, 8.0).vertical())
        .view(280, 110)
        .apply_filter(Dots::new(8).min_radius(3).max_radius(6))
        .as_png()
        .expect("the picture can be encoded");
    let expires_at = app.clock.now() + LIFE;
    let challenge = proof_of_work::new_challenge(&app.options.proof_cost, &app.key, expires_at);
    let proof_of_work = serde_json::to_string(&challenge).expect("a challenge is JSON");
    store
        .execute(
            "INSERT OR REPLACE INTO captchas VALUES (?, ?, ?, ?, ?, ?)",
            params![id, recovery_id, answer, picture, proof_of_work, expires_at],
        )
        .expect("a challenge can be kept");
    described(app, id, expires_at, &proof_of_work)
}

fn described(app: &App, id: String, expires_at: i64, proof_of_work: &str) -> Captcha {
    Captcha {
        id,
        expires_in: expires_at - app.clock.now(),
        picture: true,
        audio: true,
        audio_language: "en",
        proof_of_work: serde_json::from_str(proof_of_work).expect("it was written as JSON"),
    }
}

/// Uses the challenge up and says what is wrong with the answer, if anything. A challenge of one recovery is of no use in
/// another, nor outside.
pub fn answer(app: &App, store: &Connection, recovery_id: Option<i64>, answer: &Answer) -> Result<(), Kind> {
    let (expected, proof_of_work, expires_at): (String, String, i64) = store
        .query_row(
            "DELETE FROM captchas WHERE id = ? AND recovery_id IS ? RETURNING answer, proof_of_work, expires_at",
            params![answer.id, recovery_id],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()
        .expect("a challenge can be used up")
        .ok_or(CAPTCHA_EXPIRED)?;
    if expires_at <= app.clock.now() {
        return Err(CAPTCHA_EXPIRED);
    }
    let right = match &answer.kind {
        AnswerKind::Characters(characters) => normal(characters) == expected,
        AnswerKind::Proof(proof) => {
            let challenge: Challenge = serde_json::from_str(&proof_of_work).expect("it was written as JSON");
            proof_of_work::is_solution(proof, &challenge, &app.key)
        }
    };
    if right { Ok(()) } else { Err(CAPTCHA_INCORRECT) }
}

/// The picture of an open challenge.
pub fn picture(app: &App, store: &Connection, id: &str) -> Result<Vec<u8>, Kind> {
    column(app, store, id, "picture")
}

/// The characters of an open challenge.
pub fn solution(app: &App, store: &Connection, id: &str) -> Result<String, Kind> {
    column(app, store, id, "answer")
}

fn column<T: rusqlite::types::FromSql>(
    app: &App,
    store: &Connection,
    id: &str,
    column: &'static str,
) -> Result<T, Kind> {
    store
        .query_row(
            &format!("SELECT {column} FROM captchas WHERE id = ? AND expires_at > ?"),
            params![id, app.clock.now()],
            |row| row.get(0),
        )
        .optional()
        .expect("challenges can be read")
        .ok_or(CAPTCHA_EXPIRED)
}

/// A drawing of the characters, which can be shown and spoken.
pub fn characters(text: &str) -> Drawing {
    let mut drawing = Drawing::new();
    for character in text.chars() {
        drawing.set_chars(&[character]).add_char();
    }
    drawing
}

/// Case, spaces and full-width forms do not matter.
fn normal(answer: &str) -> String {
    answer.nfkc().filter(|character| !character.is_whitespace()).flat_map(char::to_uppercase).collect()
}
