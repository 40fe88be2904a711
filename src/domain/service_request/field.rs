//! What is written down for support, field by field.

use super::reason::Reason;

/// Something that is written down for support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What happened.
    Details,
    /// The person's name.
    Name,
    /// The work account: its user ID, which is also where support writes to.
    Email,
    /// A phone number.
    Phone,
    /// What the person does in the company.
    JobTitle,
    /// The company's name in the register.
    LegalName,
    /// A domain that the company owns.
    Domain,
    /// The country it is registered in.
    Country,
    /// Where it is.
    Address,
    /// Its number as a partner.
    PartnerId,
    /// Its number in the register.
    RegistrationNumber,
}

/// The fields that are asked for on one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Why?
    Reason,
    /// Who?
    Contact,
    /// Which company?
    Company,
}

/// Why a field is not right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing was entered.
    Missing,
    /// More characters than [`Field::most`].
    TooLong,
    /// It has another form than what is asked for.
    WrongForm,
}

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Details,
        Self::Name,
        Self::Email,
        Self::Phone,
        Self::JobTitle,
        Self::LegalName,
        Self::Domain,
        Self::Country,
        Self::Address,
        Self::PartnerId,
        Self::RegistrationNumber,
    ];

    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::JobTitle => "job-title",
            Self::LegalName => "legal-name",
            Self::Domain => "domain",
            Self::Country => "country",
            Self::Address => "address",
            Self::PartnerId => "partner-id",
            Self::RegistrationNumber => "registration-number",
        }
    }

    /// Where it is asked for.
    #[must_use]
    pub fn part(self) -> Part {
        match self {
            Self::Details => Part::Reason,
            Self::Name | Self::Email | Self::Phone | Self::JobTitle => Part::Contact,
            Self::LegalName
            | Self::Domain
            | Self::Country
            | Self::Address
            | Self::PartnerId
            | Self::RegistrationNumber => Part::Company,
        }
    }

    /// The most characters that it can have.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Details => 2000,
            Self::Address => 500,
            Self::Email => 254,
            Self::Domain => 253,
            Self::Name | Self::LegalName => 200,
            Self::JobTitle | Self::Country | Self::RegistrationNumber => 100,
            Self::Phone | Self::PartnerId => 50,
        }
    }

    /// Whether it must be entered, for this reason.
    #[must_use]
    pub fn is_required(self, reason: Option<Reason>) -> bool {
        match self {
            Self::Details => reason == Some(Reason::Other),
            Self::Phone | Self::JobTitle | Self::PartnerId | Self::RegistrationNumber => false,
            Self::Name | Self::Email | Self::LegalName | Self::Domain | Self::Country | Self::Address => true,
        }
    }

    /// Whether `text` has the form that is asked for.
    pub(super) fn has_form(self, text: &str) -> bool {
        match self {
            Self::Email => text.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && is_domain(domain)),
            Self::Domain => is_domain(text),
            _ => true,
        }
    }
}

/// Whether it may be a domain: at least two parts with something in each. What domains there are is not known here.
fn is_domain(text: &str) -> bool {
    let is_clean = |c: char| !c.is_whitespace() && !matches!(c, '@' | '/' | ':' | '?' | '#');
    text.contains('.') && text.split('.').all(|part| !part.is_empty()) && text.chars().all(is_clean)
}
