//! What is wrong in `config.json`, and what it has to be.

use crate::i18n::{Message, text};

/// The first entry that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadEntry {
    /// Its path in the file: `api.base_url`.
    pub path: &'static str,
    /// What it has to be.
    pub must_be: MustBe,
}

impl BadEntry {
    /// The whole file.
    pub const FILE: Self = Self::new("config.json", MustBe::Json);

    pub(super) const fn new(path: &'static str, must_be: MustBe) -> Self {
        Self { path, must_be }
    }
}

/// What an entry has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MustBe {
    /// JSON of the right shape: the whole file.
    Json,
    /// A group of entries.
    Group,
    /// The name of a driver.
    Driver,
    /// The address of an API.
    ApiAddress,
    /// What an API calls this app.
    ClientId,
    /// As many seconds as a request may take.
    Timeout,
    /// A text that is not empty.
    Name,
    /// An address of a page, a mailbox or a phone.
    Contact,
    /// An address of a page.
    Page,
    /// What addresses may begin with.
    Prefixes,
}

impl MustBe {
    /// What an operator reads.
    #[must_use]
    pub fn text(self) -> Message {
        match self {
            Self::Json => text::MUST_BE_JSON,
            Self::Group => text::MUST_BE_GROUP,
            Self::Driver => text::MUST_BE_DRIVER,
            Self::ApiAddress => text::MUST_BE_API_ADDRESS,
            Self::ClientId => text::MUST_BE_CLIENT_ID,
            Self::Timeout => text::MUST_BE_TIMEOUT,
            Self::Name => text::MUST_BE_NAME,
            Self::Contact => text::MUST_BE_CONTACT,
            Self::Page => text::MUST_BE_PAGE,
            Self::Prefixes => text::MUST_BE_PREFIXES,
        }
    }
}
