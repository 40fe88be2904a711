//! Where a service request can stand.

use super::field::Part;

/// What the person sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Why do you need support?
    #[default]
    Reason,
    /// Who are you?
    Contact,
    /// Which company is it?
    Company,
    /// Is everything right?
    Check,
    /// It was sent.
    Sent,
}

impl Step {
    /// The steps on which something is entered, in order.
    pub const ENTERED: [Self; 4] = [Self::Reason, Self::Contact, Self::Company, Self::Check];

    /// The part of the draft that is entered here.
    #[must_use]
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Reason => Some(Part::Reason),
            Self::Contact => Some(Part::Contact),
            Self::Company => Some(Part::Company),
            Self::Check | Self::Sent => None,
        }
    }

    /// Its number, from 1, among those on which something is entered.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        Self::ENTERED.into_iter().zip(1..).find(|(step, _)| *step == self).map(|(_, number)| number)
    }

    /// The step with this number.
    #[must_use]
    pub fn numbered(number: u32) -> Option<Self> {
        Self::ENTERED.into_iter().find(|step| step.number() == Some(number))
    }

    /// The step on which a part is entered.
    #[must_use]
    pub fn of(part: Part) -> Self {
        match part {
            Part::Reason => Self::Reason,
            Part::Contact => Self::Contact,
            Part::Company => Self::Company,
        }
    }

    /// Whether it comes before another.
    pub(super) fn is_before(self, other: Self) -> bool {
        self.number() < other.number()
    }
}
