//! What support is told, as far as it is known.

use crate::domain::typed_text;

/// Why support is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The only Global admin is locked out.
    OnlyAdminLockedOut,
    /// The company's Global admin has left.
    AdminHasLeft,
    /// The company does not let its people reset their passwords themselves.
    SelfServiceNotOffered,
    /// Something else.
    Other,
}

impl Reason {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::OnlyAdminLockedOut, Self::AdminHasLeft, Self::SelfServiceNotOffered, Self::Other];

    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyAdminLockedOut => "only_admin_locked_out",
            Self::AdminHasLeft => "admin_has_left",
            Self::SelfServiceNotOffered => "self_service_not_offered",
            Self::Other => "other",
        }
    }

    /// The reason with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

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

    fn has_form(self, text: &str) -> bool {
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

/// What support is told. Nothing in it is secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    reason: Option<Reason>,
    /// The texts as they were typed, in the order of [`Field::ALL`].
    texts: [String; Field::ALL.len()],
}

impl Draft {
    /// Why support is needed.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.reason
    }

    /// Sets the reason.
    pub fn choose(&mut self, reason: Reason) {
        self.reason = Some(reason);
    }

    /// What was typed into a field, as it is.
    #[must_use]
    pub fn typed(&self, field: Field) -> &str {
        self.texts.get(field as usize).map_or("", String::as_str)
    }

    /// Sets what was typed into a field.
    pub fn set(&mut self, field: Field, typed: &str) {
        if let Some(text) = self.texts.get_mut(field as usize) {
            typed.clone_into(text);
        }
    }

    /// What a field says, without what does not matter: space around it, and, in addresses, wide forms.
    #[must_use]
    pub fn text(&self, field: Field) -> String {
        let typed = self.typed(field);
        match field {
            Field::Email => typed_text::identifier(typed),
            // Some people enter their whole address on the web.
            Field::Domain => {
                let plain = typed_text::identifier(typed);
                let rest = ["https://", "http://"].iter().find_map(|scheme| plain.strip_prefix(scheme));
                rest.unwrap_or(&plain).trim_end_matches('/').to_owned()
            }
            _ => typed.trim().to_owned(),
        }
    }

    /// Whether nothing was said yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is not right in a part, in the order of the fields.
    #[must_use]
    pub fn problems(&self, part: Part) -> Vec<(Field, FieldProblem)> {
        let fields = Field::ALL.into_iter().filter(|field| field.part() == part);
        fields.filter_map(|field| Some((field, self.problem(field)?))).collect()
    }

    fn problem(&self, field: Field) -> Option<FieldProblem> {
        let text = self.text(field);
        if text.is_empty() {
            field.is_required(self.reason).then_some(FieldProblem::Missing)
        } else if text.chars().count() > field.most() {
            Some(FieldProblem::TooLong)
        } else {
            (!field.has_form(&text)).then_some(FieldProblem::WrongForm)
        }
    }

    /// Whether a part has everything that support needs.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        (part != Part::Reason || self.reason.is_some()) && self.problems(part).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(field: Field, typed: &str) -> Draft {
        let mut draft = Draft::default();
        draft.set(field, typed);
        draft
    }

    #[test]
    fn the_fields_are_numbered_as_they_are_listed() {
        for (place, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(field as usize, place, "{field:?}");
            assert_eq!(draft(field, "x").typed(field), "x");
        }
    }

    #[test]
    fn every_slip_has_its_name() {
        for (field, typed, problem) in [
            (Field::Name, " \u{3000}", Some(FieldProblem::Missing)),
            (Field::Name, "山田 太郎", None),
            (Field::Phone, "", None),
            (Field::Phone, &"1".repeat(51), Some(FieldProblem::TooLong)),
            (Field::Email, "user", Some(FieldProblem::WrongForm)),
            (Field::Email, "@contoso.example", Some(FieldProblem::WrongForm)),
            (Field::Email, "user@contoso", Some(FieldProblem::WrongForm)),
            (Field::Email, "ｕｓｅｒ＠contoso。example ", None),
            (Field::Domain, "contoso", Some(FieldProblem::WrongForm)),
            (Field::Domain, "contoso..example", Some(FieldProblem::WrongForm)),
            (Field::Domain, "user@contoso.example", Some(FieldProblem::WrongForm)),
            (Field::Domain, "https://contoso.example/", None),
            (Field::Domain, "例え.example", None),
        ] {
            assert_eq!(draft(field, typed).problem(field), problem, "{field:?} {typed:?}");
        }
    }

    #[test]
    fn something_else_has_to_be_described() {
        let mut draft = Draft::default();
        assert!(!draft.has(Part::Reason), "there is no reason yet");
        draft.choose(Reason::AdminHasLeft);
        assert!(draft.has(Part::Reason));
        draft.choose(Reason::Other);
        assert_eq!(draft.problems(Part::Reason), [(Field::Details, FieldProblem::Missing)]);
    }

    #[test]
    fn a_reason_is_found_by_its_name() {
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.name()), Some(reason));
        }
        assert_eq!(Reason::parse("boredom"), None);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_kept_as_it_is(typed in any::<String>()) {
            for field in Field::ALL {
                let draft = draft(field, &typed);
                prop_assert_eq!(draft.typed(field), typed.as_str());
            }
        }
    }
}
