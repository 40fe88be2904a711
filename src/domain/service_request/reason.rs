//! Why support is needed.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_found_by_its_name() {
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.name()), Some(reason));
        }
        assert_eq!(Reason::parse("boredom"), None);
    }
}
