//! A call as every endpoint checks it: a form, an app that may, and a list of what the app can do.

use super::accounts::{CLIENT_ID, DISABLED_CLIENT_ID};
use super::refusal::Refusal;
use axum::http::{HeaderMap, header};
use std::collections::HashMap;

/// The fields of a call.
pub struct Call(HashMap<String, String>);

impl Call {
    /// Reads the form, and looks at which app calls.
    pub fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let call = if kind.split(';').next() == Some("application/x-www-form-urlencoded") {
            Self(url::form_urlencoded::parse(body).into_owned().collect())
        } else {
            Self(HashMap::new())
        };
        match call.field("client_id")? {
            CLIENT_ID => Ok(call),
            DISABLED_CLIENT_ID => {
                Err(Refusal::new("invalid_client", 500_222, "The app is not enabled for native authentication.")
                    .because("nativeauthapi_disabled"))
            }
            id if id.len() == CLIENT_ID.len() => {
                Err(Refusal::new("unauthorized_client", 700_016, "There is no such app in the tenant."))
            }
            _ => Err(Refusal::new("invalid_request", 900_144, "The client_id is no ID.")),
        }
    }

    /// A field that must be there.
    pub fn field(&self, name: &str) -> Result<&str, Refusal> {
        let value = self.0.get(name).map(String::as_str).filter(|value| !value.is_empty());
        value.ok_or_else(|| Refusal::new("invalid_request", 900_144, &format!("The request body must contain {name}.")))
    }

    /// Whose account it is about, where that is said.
    pub fn user_id(&self) -> Option<&str> {
        self.0.get("username").map(String::as_str)
    }

    /// The account, in the form that Entra takes.
    pub fn username(&self) -> Result<String, Refusal> {
        let username = self.field("username")?;
        let is_address =
            username.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'));
        // These words are what Microsoft's client looks for.
        let refusal = || Refusal::new("invalid_request", 90_100, "username parameter is empty or not valid.");
        is_address.then(|| username.to_lowercase()).ok_or_else(refusal)
    }

    /// Whether the app can do everything of this; every list must say that it can lead elsewhere.
    pub fn can(&self, kind: &str) -> Result<bool, Refusal> {
        let kinds: Vec<_> = self.field("challenge_type")?.split(' ').collect();
        if let Some(unknown) = kinds.iter().find(|kind| !["password", "oob", "redirect"].contains(kind)) {
            let description =
                format!("The challenge_type list parameter contains an unsupported challenge type: {unknown}.");
            return Err(Refusal::new("invalid_request", 901_007, &description));
        }
        if !kinds.contains(&"redirect") {
            let description = "The challenge_type list parameter does not include the 'redirect' type.";
            return Err(Refusal::new("unsupported_challenge_type", 901_007, description));
        }
        Ok(kinds.contains(&kind))
    }

    /// What the app can do beyond the first proof.
    pub fn has_capability(&self, name: &str) -> bool {
        // The documents write `capability`, Microsoft's client sends `capabilities`.
        let lists = ["capability", "capabilities"].into_iter().filter_map(|field| self.0.get(field));
        lists.flat_map(|list| list.split([' ', ','])).any(|known| known == name)
    }

    /// Whether a list of words, such as the scopes, has this one.
    pub fn has_word(&self, name: &str, word: &str) -> bool {
        self.0.get(name).is_some_and(|list| list.split(' ').any(|known| known == word))
    }
}
