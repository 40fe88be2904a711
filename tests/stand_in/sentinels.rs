//! The sample accounts and inputs that make the stand-in do something special: the one table of them.

use super::verification::Standing::{self, Authorized, Pending, Rejected};

/// The company of the sample accounts.
pub const DOMAIN: &str = "contoso.example";
/// Another company, where nothing special happens.
pub const OTHER_DOMAIN: &str = "fabrikam.example";
/// The password of every sample account.
pub const PASSWORD: &str = "sample passphrase 1";
/// A new password that counts as found in a data breach.
pub const BREACHED_PASSWORD: &str = "breached passphrase 1";
/// What `markup@` puts into every text.
pub const MARKUP: &str = "<img src=x onerror=alert(1)><script>alert(2)</script>";

/// What an account triggers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trick {
    Nothing,
    GlobalAdmin,
    TemporaryPassword,
    Locked,
    Protected,
    ExpiresAfterIdentity,
    NoSelfService,
    TwoMethods,
    EveryChannel,
    TwoProofs,
    LetterCode,
    StrictPolicy,
    Slow,
    SlowThenRejected,
    NeverReady,
    AnotherPage,
    NothingIsDelivered,
    MailIsNotDelivered,
    Busy,
    Down,
    ResetFails,
    Silent,
    Html,
    UnknownProblem,
    UnknownStep,
    MissingFields,
    AbsurdRetry,
    Markup,
}

/// One sample account.
pub struct Sentinel {
    /// The user ID before the @.
    pub local_part: &'static str,
    pub trick: Trick,
    /// What happens, for the pages and the README.
    pub meaning: &'static str,
}

const fn sentinel(local_part: &'static str, trick: Trick, meaning: &'static str) -> Sentinel {
    Sentinel { local_part, trick, meaning }
}

/// Every sample account of `DOMAIN`. Of `OTHER_DOMAIN` there are the first two, without anything special but the role.
pub const TABLE: &[Sentinel] = &[
    sentinel("user", Trick::Nothing, "An ordinary person; a code by e-mail."),
    sentinel("admin", Trick::GlobalAdmin, "A Global admin."),
    sentinel(
        "temporary",
        Trick::TemporaryPassword,
        "The password is a temporary one: it must be changed after signing in.",
    ),
    sentinel("locked", Trick::Locked, "Sign-in fails; after a correct code: recovery-locked."),
    sentinel("protected", Trick::Protected, "An admin cannot reset the password: reset-not-allowed."),
    sentinel(
        "expired",
        Trick::ExpiresAfterIdentity,
        "The recovery expires after the user ID: the next call is answered with recovery-expired.",
    ),
    sentinel("no-self-service", Trick::NoSelfService, "After a correct code: self-service-unavailable."),
    sentinel("two-methods", Trick::TwoMethods, "A choice of e-mail or text message."),
    sentinel("every-channel", Trick::EveryChannel, "A choice of e-mail, text message, call or authenticator app."),
    sentinel("two-proofs", Trick::TwoProofs, "After the first code, a second one by another way."),
    sentinel("letter-code", Trick::LetterCode, "A code of eight letters and digits."),
    sentinel("strict-policy", Trick::StrictPolicy, "New passwords: 8 to 64 ASCII characters of three classes."),
    sentinel("slow", Trick::Slow, "The new password takes 4 seconds."),
    sentinel(
        "slow-rejected",
        Trick::SlowThenRejected,
        "The first new password is rejected after 4 seconds (too_common), the second is taken.",
    ),
    sentinel("never", Trick::NeverReady, "The new password is never ready."),
    sentinel("another-page", Trick::AnotherPage, "The company has its own page: leave, another_page."),
    sentinel("undelivered", Trick::NothingIsDelivered, "No code can be sent: delivery-failed."),
    sentinel(
        "undelivered-mail",
        Trick::MailIsNotDelivered,
        "A choice of e-mail, which fails, or text message, which arrives.",
    ),
    sentinel("busy", Trick::Busy, "too-many-requests for 20 seconds, also at sign-in."),
    sentinel("down", Trick::Down, "unavailable, also at sign-in."),
    sentinel("reset-fails", Trick::ResetFails, "The new password cannot be set: reset-failed."),
    sentinel(
        "silent",
        Trick::Silent,
        "No answer for 120 seconds, also at sign-in and to the first sending of a service request.",
    ),
    sentinel("html", Trick::Html, "Broken on purpose, also at sign-in: an HTML page with status 200."),
    sentinel(
        "unknown-problem",
        Trick::UnknownProblem,
        "Broken on purpose, also at sign-in: a problem of a type that does not exist.",
    ),
    sentinel("unknown-step", Trick::UnknownStep, "Broken on purpose: a step that does not exist."),
    sentinel(
        "missing-fields",
        Trick::MissingFields,
        "Broken on purpose, also at sign-in: required fields are missing.",
    ),
    sentinel(
        "absurd-retry",
        Trick::AbsurdRetry,
        "Broken on purpose, also at sign-in: too-many-requests for longer than the universe is old.",
    ),
    sentinel(
        "markup",
        Trick::Markup,
        "Markup in every text: hints, method IDs, titles and trace IDs of problems, name and roles.",
    ),
];

/// How a company is verified.
pub struct Verification {
    /// The domain of the company; none stands for every other.
    pub domain: Option<&'static str>,
    pub email_ownership: Standing,
    pub employment: Standing,
    pub business: Standing,
}

const fn verified(domain: Option<&'static str>, checks: [Standing; 3]) -> Verification {
    let [email_ownership, employment, business] = checks;
    Verification { domain, email_ownership, employment, business }
}

/// How each company is verified.
pub const VERIFICATIONS: &[Verification] = &[
    verified(Some(DOMAIN), [Pending, Authorized, Rejected]),
    verified(Some(OTHER_DOMAIN), [Authorized, Authorized, Authorized]),
    verified(None, [Pending, Pending, Pending]),
];

/// How the company of this domain is verified.
pub fn verification(domain: &str) -> &'static Verification {
    VERIFICATIONS
        .iter()
        .find(|row| row.domain.is_none_or(|own| own == domain))
        .expect("the last row is for every other")
}

/// What a user ID triggers; nothing, if it is in no row.
pub fn trick(user_id: &str) -> Trick {
    let Some((local_part, DOMAIN)) = user_id.rsplit_once('@') else {
        return Trick::Nothing;
    };
    TABLE.iter().find(|sentinel| sentinel.local_part == local_part).map_or(Trick::Nothing, |sentinel| sentinel.trick)
}

/// The table in Markdown, for the README.
pub fn markdown() -> String {
    let mut text = format!(
        "All sample accounts have the password `{PASSWORD}`. `{BREACHED_PASSWORD}` counts as breached.\n\n\
         | user ID | what happens |\n|---|---|\n"
    );
    for Sentinel { local_part, meaning, .. } in TABLE {
        text.push_str(&format!("| `{local_part}@{DOMAIN}` | {meaning} |\n"));
    }
    text.push_str(&format!(
        "| `user@{OTHER_DOMAIN}`, `admin@{OTHER_DOMAIN}` | Another company, where nothing special happens. |\n\n\
         | company | e-mail ownership | employment | business |\n|---|---|---|---|\n"
    ));
    for Verification { domain, email_ownership, employment, business } in VERIFICATIONS {
        let company = domain.map_or("any other".to_owned(), |domain| format!("`{domain}`"));
        let [email_ownership, employment, business] = [email_ownership, employment, business].map(|check| check.name());
        text.push_str(&format!("| {company} | {email_ownership} | {employment} | {business} |\n"));
    }
    text
}
