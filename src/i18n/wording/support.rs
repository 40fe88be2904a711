//! What belongs to service requests.

use crate::domain::request_status::{self, EntryKind, ReplyProblem, RequestStatus, Status};
use crate::domain::service_request::{self, Field, FieldProblem, Reason};
use crate::i18n::{Message, Value, text};

/// A reason to ask support, as an answer to choose.
#[must_use]
pub fn reason(reason: Reason) -> Message {
    match reason {
        Reason::OnlyAdminLockedOut => text::SITUATION_ONLY_ADMIN_LOCKED_OUT,
        Reason::AdminHasLeft => text::SITUATION_ADMIN_HAS_LEFT,
        Reason::SelfServiceNotOffered => text::REASON_SELF_SERVICE_NOT_OFFERED,
        Reason::Other => text::REASON_OTHER,
    }
}

/// What a field of a service request is called, and what is good to know about it.
#[must_use]
pub fn field(field: Field) -> (Message, Option<Message>) {
    match field {
        Field::Details => (text::DETAILS_LABEL, Some(text::DETAILS_HINT)),
        Field::Name => (text::NAME_LABEL, None),
        Field::Email => (text::EMAIL_LABEL, Some(text::EMAIL_HINT)),
        Field::Phone => (text::PHONE_LABEL, Some(text::PHONE_HINT)),
        Field::JobTitle => (text::JOB_TITLE_LABEL, None),
        Field::LegalName => (text::LEGAL_NAME_LABEL, None),
        Field::Domain => (text::DOMAIN_LABEL, Some(text::DOMAIN_HINT)),
        Field::Country => (text::COUNTRY_LABEL, None),
        Field::Address => (text::ADDRESS_LABEL, None),
        Field::PartnerId => (text::PARTNER_ID_LABEL, None),
        Field::RegistrationNumber => (text::REGISTRATION_NUMBER_LABEL, None),
    }
}

/// What is wrong with a field of a service request.
#[must_use]
pub fn field_problem(field: Field, problem: FieldProblem) -> Message {
    match (problem, field) {
        (FieldProblem::Missing, Field::Details) => text::DETAILS_MISSING,
        (FieldProblem::Missing, Field::Name) => text::NAME_MISSING,
        (FieldProblem::Missing, Field::Email) => text::EMAIL_MISSING,
        (FieldProblem::WrongForm, Field::Email) => text::EMAIL_WRONG,
        (FieldProblem::Missing, Field::LegalName) => text::LEGAL_NAME_MISSING,
        (FieldProblem::Missing, Field::Domain) => text::DOMAIN_MISSING,
        (FieldProblem::WrongForm, Field::Domain) => text::DOMAIN_WRONG,
        (FieldProblem::Missing, Field::Country) => text::COUNTRY_MISSING,
        (FieldProblem::Missing, Field::Address) => text::ADDRESS_MISSING,
        (FieldProblem::TooLong, _) => text::field_too_long(Value::Number(field.most() as u32)),
        // Only an API with rules of its own says this of a field that may be empty or have any form.
        (FieldProblem::Missing | FieldProblem::WrongForm, _) => text::PROBLEM_INVALID_REQUEST,
    }
}

/// Something good to know while a service request is told.
#[must_use]
pub fn telling_notice(notice: service_request::Notice) -> Message {
    match notice {
        service_request::Notice::Kept => text::REQUEST_KEPT,
        service_request::Notice::Discarded => text::REQUEST_DISCARDED,
        service_request::Notice::NewChallenge => text::NOTICE_NEW_CHALLENGE,
    }
}

/// How far support is, and what the person can do.
#[must_use]
pub fn status(status: Status) -> Message {
    match status {
        Status::Received => text::STATUS_RECEIVED,
        Status::InReview => text::STATUS_IN_REVIEW,
        Status::InformationNeeded => text::STATUS_INFORMATION_NEEDED,
        Status::Approved => text::STATUS_APPROVED,
        Status::Declined => text::STATUS_DECLINED,
        Status::Closed => text::STATUS_CLOSED,
    }
}

/// Something that happened to a service request.
#[must_use]
pub fn entry(kind: EntryKind) -> Message {
    match kind {
        EntryKind::Received => text::ENTRY_RECEIVED,
        EntryKind::InReview => text::ENTRY_IN_REVIEW,
        EntryKind::Question => text::ENTRY_QUESTION,
        EntryKind::Answer => text::ENTRY_ANSWER,
        EntryKind::Approved => text::ENTRY_APPROVED,
        EntryKind::Declined => text::ENTRY_DECLINED,
        EntryKind::Closed => text::ENTRY_CLOSED,
    }
}

/// What keeps an answer to support from being sent.
#[must_use]
pub fn reply_problem(problem: ReplyProblem) -> Message {
    match problem {
        ReplyProblem::Missing => text::REPLY_MISSING,
        ReplyProblem::TooLong => text::reply_too_long(Value::Number(RequestStatus::LONGEST_REPLY as u32)),
    }
}

/// Something good to know about a service request that was looked up.
#[must_use]
pub fn looking_notice(notice: request_status::Notice) -> Message {
    match notice {
        request_status::Notice::Replied => text::NOTICE_REPLIED,
        request_status::Notice::Refreshed => text::NOTICE_REFRESHED,
    }
}
