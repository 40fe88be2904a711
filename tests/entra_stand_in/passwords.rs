//! The rules for new passwords (learn.microsoft.com/entra/identity/authentication/concept-password-ban-bad-combined-policy).

/// Words that Entra would refuse.
const BANNED: [&str; 2] = ["password", "contoso"];

/// The suberror for a password that breaks a rule.
pub fn rejection(new: &str, current: &str) -> Option<&'static str> {
    let classes: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    let classes = classes.into_iter().filter(|class| new.chars().any(class)).count();
    match new.chars().count() {
        ..8 => Some("password_too_short"),
        257.. => Some("password_too_long"),
        _ if !new.chars().all(|c| matches!(c, ' '..='~')) => Some("password_is_invalid"),
        _ if BANNED.iter().any(|word| new.to_lowercase().contains(word)) => Some("password_banned"),
        _ if classes < 3 => Some("password_too_weak"),
        _ if new == current => Some("password_recently_used"),
        _ => None,
    }
}
