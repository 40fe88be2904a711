//! What an API says about a service request.

use crate::domain::timestamp::Timestamp;

/// How far support is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It has arrived.
    Received,
    /// Somebody looks at it.
    InReview,
    /// Support has a question.
    InformationNeeded,
    /// The person is Global admin now.
    Approved,
    /// Support cannot do it.
    Declined,
    /// It is over.
    Closed,
}

/// Something that happened to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What happened.
    pub kind: EntryKind,
    /// When.
    pub at: Option<Timestamp>,
    /// What was said, in the words of whoever said it.
    pub text: Option<String>,
}

/// What can happen to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// It has arrived.
    Received,
    /// Somebody looks at it.
    InReview,
    /// Support asked.
    Question,
    /// The person answered.
    Answer,
    /// Support did it.
    Approved,
    /// Support did not do it.
    Declined,
    /// It is over.
    Closed,
}

/// A question of support that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The API's name for it.
    pub id: String,
    /// The question.
    pub text: String,
}

/// What the API says about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its number.
    pub number: String,
    /// How far support is.
    pub status: Status,
    /// What happened, the oldest first.
    pub history: Vec<Entry>,
    /// What support wants to know.
    pub question: Option<Question>,
    /// The account that is Global admin now, once support has agreed.
    pub user_id: Option<String>,
}
