//! Challenges: how they come, their pictures and recordings, and how they are answered.

use super::connection::{Connection, is_path_segment};
use super::fault::{refusal, small};
use crate::api::http::Method;
use crate::domain::captcha::{AnswerKind, CaptchaAnswer, Challenge, Media, ProofOfWork, Recording, from_hexadecimal};
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};
use crate::json::{Json, Object, Unreadable};

/// A challenge that cannot be answered in any way is unreadable.
pub(super) fn challenge(json: &Json) -> Result<Challenge, Unreadable> {
    let attempts = json.count_at("proof_attempts")?.map(small);
    let challenge = Challenge {
        id: json.text_at("id")?.ok_or(Unreadable)?.to_owned(),
        picture: json.flag_at("picture")?.unwrap_or(false),
        audio_language: match json.flag_at("audio")? {
            Some(true) => Some(json.text_at("audio_language")?.unwrap_or_default().to_owned()),
            _ => None,
        },
        // A calculation that we cannot do is not offered; the other ways remain.
        proof_of_work: json.get("proof_of_work")?.and_then(|json| proof_of_work(json, attempts).ok().flatten()),
        expires_in: json.count_at("expires_in")?.map(Seconds::clamped),
    };
    if challenge.media().is_empty() { Err(Unreadable) } else { Ok(challenge) }
}

/// The ALTCHA v2 challenge, as far as solving it needs to know. It is kept as it came: its signature covers fields that we do
/// not know.
fn proof_of_work(json: &Json, attempts: Option<u32>) -> Result<Option<ProofOfWork>, Unreadable> {
    let parameters = json.get("parameters")?.ok_or(Unreadable)?;
    let text = |name| parameters.text_at(name)?.ok_or(Unreadable);
    let count = |name| parameters.count_at(name)?.map(small).ok_or(Unreadable);
    if text("algorithm")? != "PBKDF2/SHA-256" {
        return Ok(None);
    }
    let (Some(nonce), Some(salt)) = (from_hexadecimal(text("nonce")?), from_hexadecimal(text("salt")?)) else {
        return Ok(None);
    };
    Ok(Some(ProofOfWork {
        challenge_json: json.raw().to_owned(),
        nonce,
        salt,
        cost: count("cost")?,
        key_length: count("keyLength")?,
        key_prefix: text("keyPrefix")?.to_owned(),
        attempts,
    }))
}

/// The answer to a challenge.
pub(super) fn answer(captcha: &CaptchaAnswer) -> Object {
    let object = Object::default().text("id", &captcha.challenge);
    match &captcha.kind {
        AnswerKind::Characters(characters) => object.text("answer", characters.expose()),
        AnswerKind::Proof(proof) => object.text("proof", proof.expose()),
    }
}

/// The picture or the recording of a challenge.
pub(super) async fn media(connection: &Connection, challenge: String, media: Media) -> Result<Recording, Fault> {
    let (end, media_type) = match media {
        Media::Picture => ("/picture", "image/png"),
        Media::Audio { slow: false } => ("/audio", "audio/wav"),
        Media::Audio { slow: true } => ("/audio?rate=slow", "audio/wav"),
    };
    if !is_path_segment(&challenge) {
        return Err(Problem::Unreadable.into());
    }
    let path = ["/v1/captchas/", &challenge, end].concat();
    let response = connection.ask(Method::Get, &path, None).await?;
    refusal(&response)?;
    Ok(Recording { media_type, bytes: response.body })
}
