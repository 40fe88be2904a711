//! `.well-known/security.txt`: whom to tell of a weakness (RFC 9116).

use std::time::{Duration, SystemTime};

use partner_recovery::domain::link::Link;
use partner_recovery::i18n::packs::PACKS;

/// Less than a year, as the RFC recommends (section 2.5.5): whoever deploys a site has then looked at it again.
const VALID_FOR: Duration = Duration::from_secs(364 * 24 * 60 * 60);

/// The file as of `now`. It names no `Canonical` address: where the site is, is the operator's to say.
pub(super) fn text(contact: &Link, now: SystemTime) -> String {
    let expires = humantime::format_rfc3339_seconds(now + VALID_FOR);
    let languages: Vec<_> = PACKS.iter().map(|pack| pack.tag).collect();
    format!("Contact: {}\nExpires: {expires}\nPreferred-Languages: {}\n", contact.as_str(), languages.join(", "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn it_names_the_contact_and_ends_within_a_year() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let contact = Link::parse("mailto:support@contoso.example").unwrap();
        assert_eq!(
            text(&contact, now),
            "Contact: mailto:support@contoso.example\nExpires: 2028-01-14T08:00:00Z\nPreferred-Languages: en, ja\n"
        );
    }
}
