//! Reads what requests carry, and says by field what is wrong with it.

use super::problem::{FieldError, INVALID_REQUEST, Problem, RECOVERY_EXPIRED};
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use serde_json::{Map, Value};
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
            _ => Err(Problem::from(INVALID_REQUEST)
                .errors(vec![FieldError { pointer: String::new(), code: "invalid_format" }])),
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

    /// A user ID, normalised: NFKC, lower case, no spaces around it.
    pub fn user_id(&mut self) -> String {
        let given = self.text("user_id", 254);
        let normal = given.nfkc().collect::<String>().trim().to_lowercase();
        let complete =
            normal.split_once('@').is_some_and(|(local_part, domain)| !local_part.is_empty() && !domain.is_empty());
        if !given.is_empty() && !complete {
            self.refuse("user_id", "invalid_format");
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

    /// The whole object as text, to tell bodies apart.
    pub fn as_text(&self) -> String {
        Value::Object(self.object.clone()).to_string()
    }

    /// Ends the reading: a problem if anything was wrong.
    pub fn finish(self) -> Result<(), Problem> {
        if self.errors.is_empty() { Ok(()) } else { Err(Problem::from(INVALID_REQUEST).errors(self.errors)) }
    }
}
