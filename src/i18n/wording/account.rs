//! What is said on the account pages of the company: its users, and what is verified of it.

use crate::domain::users;
use crate::domain::verification::{self, Kind, Status};
use crate::i18n::{Message, text};

/// Something good to know about the users.
#[must_use]
pub fn users_notice(notice: users::Notice) -> Message {
    match notice {
        users::Notice::HandedOver => text::USERS_NOTICE_HANDED_OVER,
        users::Notice::PasswordGone => text::USERS_NOTICE_PASSWORD_GONE,
        users::Notice::OutcomeUnknown => text::USERS_NOTICE_OUTCOME_UNKNOWN,
    }
}

/// What is verified.
#[must_use]
pub fn kind(kind: Kind) -> Message {
    match kind {
        Kind::EmailOwnership => text::VERIFICATION_EMAIL,
        Kind::Employment => text::VERIFICATION_EMPLOYMENT,
        Kind::Business => text::VERIFICATION_BUSINESS,
    }
}

/// How far it is.
#[must_use]
pub fn status(status: Status) -> Message {
    match status {
        Status::Pending => text::VERIFICATION_PENDING,
        Status::Authorized => text::VERIFICATION_AUTHORIZED,
        Status::Rejected => text::VERIFICATION_REJECTED,
    }
}

/// What to do about it.
#[must_use]
pub fn advice(kind: Kind, status: Status) -> Message {
    match (kind, status) {
        (Kind::EmailOwnership, Status::Pending) => text::VERIFICATION_EMAIL_PENDING,
        (Kind::EmailOwnership, Status::Rejected) => text::VERIFICATION_EMAIL_REJECTED,
        (Kind::Employment, Status::Pending) => text::VERIFICATION_EMPLOYMENT_PENDING,
        (Kind::Employment, Status::Rejected) => text::VERIFICATION_EMPLOYMENT_REJECTED,
        (Kind::Business, Status::Pending) => text::VERIFICATION_BUSINESS_PENDING,
        (Kind::Business, Status::Rejected) => text::VERIFICATION_BUSINESS_REJECTED,
        (Kind::EmailOwnership | Kind::Employment | Kind::Business, Status::Authorized) => {
            text::VERIFICATION_NOTHING_TO_DO
        }
    }
}

/// Something good to know about the verification.
#[must_use]
pub fn verification_notice(notice: verification::Notice) -> Message {
    match notice {
        verification::Notice::MailSentAgain => text::VERIFICATION_NOTICE_SENT_AGAIN,
        verification::Notice::LoadedAgain => text::VERIFICATION_NOTICE_LOADED_AGAIN,
    }
}
