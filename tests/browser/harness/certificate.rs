//! The certificate of the sites that the tests visit. Nobody has signed it but itself.

use base64::prelude::{BASE64_STANDARD, Engine};
use rcgen::{CertifiedKey, PublicKeyData, generate_simple_self_signed};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A certificate and its key.
pub struct Certificate {
    pub pem: String,
    pub key_pem: String,
    /// The digest by which Chromium knows its key.
    pub key_digest: String,
}

/// The one of this process.
pub static CERTIFICATE: LazyLock<Certificate> = LazyLock::new(|| {
    let names = ["127.0.0.1".to_owned()];
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names).expect("the name is one");
    Certificate {
        pem: cert.pem(),
        key_pem: signing_key.serialize_pem(),
        key_digest: BASE64_STANDARD.encode(Sha256::digest(signing_key.subject_public_key_info())),
    }
});
