//! Random tokens, and the key that binds short secrets to this server.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// 256 random bits as 43 characters that are safe in headers and URLs.
pub fn random_token() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// The form in which a token is kept. A plain hash is enough for 256 random bits.
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// A secret of this server. It is made at the start and never written down, so what depends on it ends with the process; a
/// production server keeps such a key in a key store.
pub struct Key([u8; 32]);

impl Key {
    /// A new random key.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// HMAC-SHA-256 of the parts. `purpose` keeps the uses of the key apart.
    pub fn hash(&self, purpose: &str, parts: &[&str]) -> Vec<u8> {
        let mut hmac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes any key length");
        for part in [purpose].iter().chain(parts) {
            hmac.update(&(part.len() as u64).to_be_bytes());
            hmac.update(part.as_bytes());
        }
        hmac.finalize().into_bytes().to_vec()
    }

    /// The key as text, for libraries that sign by themselves.
    pub fn secret_for(&self, purpose: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.hash(purpose, &[]))
    }
}
