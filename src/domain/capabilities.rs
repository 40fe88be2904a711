//! What a recovery API can do beyond what every one of them does: setting a new password for somebody who has forgotten theirs,
//! and signing in. What it cannot do, no screen offers.

/// One thing that some APIs can do and others cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Tells work or school accounts from personal ones.
    AccountTypes,
    /// Checks that a person is there.
    Captcha,
    /// Takes in service requests, and says what has become of them.
    ServiceRequests,
    /// Lets a Global admin help the users of the company.
    Users,
    /// Says what is verified of the company.
    Verification,
    /// Lets a person who is signed in change the password.
    ChangePassword,
}

impl Ability {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::AccountTypes,
        Self::Captcha,
        Self::ServiceRequests,
        Self::Users,
        Self::Verification,
        Self::ChangePassword,
    ];
}

/// What one API can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities(u8);

impl Capabilities {
    /// Everything there is.
    pub const ALL: Self = Self::of(&Ability::ALL);

    /// These and no others.
    #[must_use]
    pub const fn of(abilities: &[Ability]) -> Self {
        match abilities {
            [] => Self(0),
            [first, others @ ..] => Self(Self::of(others).0 | Self::bit(*first)),
        }
    }

    /// Whether this is among them.
    #[must_use]
    pub const fn has(self, ability: Ability) -> bool {
        self.0 & Self::bit(ability) != 0
    }

    const fn bit(ability: Ability) -> u8 {
        1 << ability as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ability_is_its_own() {
        for one in Ability::ALL {
            let only = Capabilities::of(&[one]);
            assert_eq!(Ability::ALL.map(|other| only.has(other)), Ability::ALL.map(|other| other == one), "{one:?}");
            assert!(Capabilities::ALL.has(one) && !Capabilities::of(&[]).has(one), "{one:?}");
        }
    }
}
