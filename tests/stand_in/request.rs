//! Reads what requests carry, and says by field what is wrong with it.

use super::problem::{FieldError, INVALID_REQUEST, Problem, RECOVERY_EXPIRED};
use super::request_rules::IDEMPOTENCY_KEY;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use serde_json::{Map, Value};
use std::ops::RangeInclusive;
use unicode_normalization::UnicodeNormalization;

/// The token of `Authorization: Bearer`.
pub struct Bearer(pub String);

impl<S: Sync> FromRequestParts<S> for Bearer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let value = parts.headers.get(header::AUTHORIZATION);
        value
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
            .map(|token| Self(token.to_owned()))
            .ok_or_else(|| RECOVERY_EXPIRED.into())
    }
}

/// The contract's lengths of an `Idempotency-Key`.
const KEY_LENGTHS: RangeInclusive<usize> = 16..=255;

/// The `Idempotency-Key`, if there is one.
pub struct IdempotencyKey(Option<String>);

impl IdempotencyKey {
    /// The key, where it may be left out.
    pub fn if_any(self) -> Option<String> {
        self.0
    }

    /// The key, where it must be there.
    pub fn required(self) -> Result<String, Problem> {
        self.0.ok_or_else(|| wrong_request("required"))
    }
}

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(key) = parts.headers.get(IDEMPOTENCY_KEY) else {
            return Ok(Self(None));
        };
        let key = key.to_str().unwrap_or_default();
        if KEY_LENGTHS.contains(&key.len()) {
            Ok(Self(Some(key.to_owned())))
        } else {
            Err(wrong_request("invalid_format"))
        }
    }
}

/// Something is wrong with the request as a whole, and with no field in particular.
fn wrong_request(code: &'static str) -> Problem {
    Problem::from(INVALID_REQUEST).errors(vec![FieldError { pointer: String::new(), code }])
}

/// A JSON object, read field by field. Wrong fields are gathered, so that one answer names them all; `finish` ends the reading.
pub struct Fields {
    pointer: String,
    object: Map<String, Value>,
    errors: Vec<FieldError>,
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let content_type = request.headers().get(header::CONTENT_TYPE);
        let is_json = content_type
            .and_then(|value| value.to_str().ok()?.split(';').next())
            .is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"));
        if !is_json {
            return Err(Problem::from(INVALID_REQUEST).status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let body = Bytes::from_request(request, state).await.map_err(|_| Problem::from(INVALID_REQUEST))?;
        match serde_json::from_slice(&body) {
            Ok(Value::Object(object)) => Ok(Self { pointer: String::new(), object, errors: Vec::new() }),
            _ => Err(wrong_request("invalid_format")),
        }
    }
}

impl Fields {
    /// A required text of at most so many characters.
    pub fn text(&mut self, name: &str, most: usize) -> String {
        let problem = match self.object.get(name) {
            None => "required",
            Some(Value::String(text)) if text.is_empty() => "required",
            Some(Value::String(text)) if text.chars().count() > most => "too_long",
            Some(Value::String(text)) => return text.clone(),
            Some(_) => "invalid_format",
        };
        self.refuse(name, problem);
        String::new()
    }

    /// A required text in a person's own words, without the spaces around it.
    pub fn words(&mut self, name: &str, most: usize) -> String {
        let given = self.text(name, most);
        let words = given.trim();
        if words.is_empty() && !given.is_empty() {
            self.refuse(name, "required");
        }
        words.to_owned()
    }

    /// The same where it may be left out; an empty text counts as left out.
    pub fn words_if_any(&mut self, name: &str, most: usize) -> Option<String> {
        let is_left_out = match self.object.get(name) {
            None => true,
            Some(Value::String(text)) => text.chars().count() <= most && text.trim().is_empty(),
            Some(_) => false,
        };
        if is_left_out { None } else { Some(self.words(name, most)) }
    }

    /// A user ID, normalised: NFKC, lower case, no spaces around it.
    pub fn user_id(&mut self, name: &str) -> String {
        let given = self.text(name, 254);
        let normal = normal(&given);
        let complete =
            normal.split_once('@').is_some_and(|(local_part, domain)| !local_part.is_empty() && !domain.is_empty());
        if !given.is_empty() && !complete {
            self.refuse(name, "invalid_format");
        }
        normal
    }

    /// The name of a domain, normalised like a user ID.
    pub fn domain(&mut self, name: &str) -> String {
        let given = self.text(name, 253);
        let normal = normal(&given);
        let is_foreign = |character: char| character == '@' || character.is_whitespace();
        if !given.is_empty() && (!normal.contains('.') || normal.contains(is_foreign)) {
            self.refuse(name, "invalid_format");
        }
        normal
    }

    /// A password, as it was typed. The length here only protects the server.
    pub fn password(&mut self, name: &str) -> String {
        self.text(name, 4096)
    }

    /// A required object inside this one.
    pub fn object(&mut self, name: &str) -> Fields {
        let object = match self.object.get(name) {
            Some(Value::Object(object)) => object.clone(),
            Some(_) => {
                self.refuse(name, "invalid_format");
                Map::new()
            }
            None => {
                self.refuse(name, "required");
                Map::new()
            }
        };
        Fields { pointer: format!("{}/{name}", self.pointer), object, errors: Vec::new() }
    }

    /// Whether the field is there.
    pub fn has(&self, name: &str) -> bool {
        self.object.contains_key(name)
    }

    /// Takes over what was wrong in an object inside this one.
    pub fn include(&mut self, inner: Fields) {
        self.errors.extend(inner.errors);
    }

    /// Notes that a field is wrong.
    pub fn refuse(&mut self, name: &str, code: &'static str) {
        self.errors.push(FieldError { pointer: format!("{}/{name}", self.pointer), code });
    }

    /// The object as text, to tell bodies apart. What the field `but` holds makes no difference.
    pub fn as_text(&self, but: Option<&str>) -> String {
        let mut object = self.object.clone();
        if let Some(name) = but {
            object.remove(name);
        }
        Value::Object(object).to_string()
    }

    /// Ends the reading: a problem if anything was wrong.
    pub fn finish(self) -> Result<(), Problem> {
        if self.errors.is_empty() { Ok(()) } else { Err(Problem::from(INVALID_REQUEST).errors(self.errors)) }
    }
}

/// NFKC, lower case, no spaces around it.
pub fn normal(typed: &str) -> String {
    typed.nfkc().collect::<String>().trim().to_lowercase()
}
