//! Passwords: how they are kept, and what a new one must be like.

use super::next::{Charset, Policy};
use super::problem::{FieldError, PASSWORD_REJECTED, Problem};
use super::readable;
use super::sentinels::{BREACHED_PASSWORD, Trick};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash};
use unicode_normalization::UnicodeNormalization;

/// Used by many people, and long enough for the policy.
const COMMON: &[&str] = &[
    "123456789012",
    "1234567890123",
    "administrator",
    "correct horse battery staple",
    "iloveyou1234",
    "password1234",
    "password12345",
    "passwordpassword",
    "qwertyuiop12",
    "qwertyuiop123",
    "welcome12345",
];

/// How much of a user ID must be in a password to count.
const LEAST_USER_ID_PART: usize = 4;

/// The form in which a password is kept: Argon2id with a random salt. NFC first, so that another keyboard makes no difference
/// (NIST SP 800-63B-4, section 3.1.1.2).
pub fn hash(password: &str) -> String {
    let normal: String = password.nfc().collect();
    Argon2::default().hash_password(normal.as_bytes()).expect("a password can be hashed").to_string()
}

/// Whether the password is the one that was hashed.
pub fn matches(password: &str, hash: &str) -> bool {
    let normal: String = password.nfc().collect();
    let hash = PasswordHash::new(hash).expect("it was written as a PHC string");
    Argon2::default().verify_password(normal.as_bytes(), &hash).is_ok()
}

/// The policy for an account.
pub const fn policy(trick: Trick) -> Policy {
    match trick {
        Trick::StrictPolicy => Policy { min_length: 8, max_length: 64, min_classes: Some(3), charset: Charset::Ascii },
        _ => Policy { min_length: 12, max_length: 256, min_classes: None, charset: Charset::Unicode },
    }
}

/// Refuses a new password with every rule that it breaks (`PasswordRule` in docs/api/openapi.yaml). `recent` are the hashes of
/// the last passwords.
pub fn check(password: &str, policy: Policy, user_id: &str, recent: &[String]) -> Result<(), Problem> {
    let length = password.chars().count();
    let folded = password.nfkc().collect::<String>().to_lowercase();
    let local_part = user_id.split('@').next().unwrap_or_default();
    let rules = [
        ("too_short", length < policy.min_length),
        ("too_long", length > policy.max_length),
        ("too_few_classes", policy.min_classes.is_some_and(|least| classes(password) < least)),
        (
            "invalid_characters",
            policy.charset == Charset::Ascii
                && !password.chars().all(|character| character == ' ' || character.is_ascii_graphic()),
        ),
        ("too_common", COMMON.contains(&folded.as_str())),
        ("breached", password == BREACHED_PASSWORD),
        ("contains_user_id", local_part.chars().count() >= LEAST_USER_ID_PART && folded.contains(local_part)),
        ("recently_used", recent.iter().any(|hash| matches(password, hash))),
    ];
    let errors: Vec<FieldError> = rules
        .into_iter()
        .filter(|&(_, broken)| broken)
        .map(|(code, _)| FieldError { pointer: "/new_password".to_owned(), code })
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(Problem::from(PASSWORD_REJECTED).errors(errors)) }
}

/// What temporary passwords are made of: no two characters look alike on paper, and none needs the Shift key.
const TEMPORARY: &[u8] = b"abcdefhjkmnprtuvwxy34678";
/// So many characters make a temporary password, besides the hyphens: more than 70 bits.
const TEMPORARY_LENGTH: usize = 16;

/// A random password that an admin can hand over. It keeps every rule for a new password.
pub fn temporary(policy: Policy, user_id: &str, recent: &[String]) -> String {
    loop {
        let password = readable::grouped(&readable::random(TEMPORARY, TEMPORARY_LENGTH));
        if check(&password, policy, user_id, recent).is_ok() {
            return password;
        }
    }
}

/// How many of the four classes the password has: lower case, upper case, digit, anything else.
fn classes(password: &str) -> usize {
    let is_other = |character: char| !character.is_lowercase() && !character.is_uppercase() && !character.is_numeric();
    [
        password.chars().any(char::is_lowercase),
        password.chars().any(char::is_uppercase),
        password.chars().any(char::is_numeric),
        password.chars().any(is_other),
    ]
    .into_iter()
    .filter(|&present| present)
    .count()
}
