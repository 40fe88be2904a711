//! The boxes of the diagram.

use super::super::Screen;

/// A box of the diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    Situation,
    Advice,
    AccountType,
    Identify,
    Api,
    ChooseMethod,
    EnterCode,
    SetPassword,
    Wait,
    Done,
    Stopped,
    SignIn,
    NextRequest,
}

impl State {
    pub(super) const ALL: [Self; 13] = [
        Self::Situation,
        Self::Advice,
        Self::AccountType,
        Self::Identify,
        Self::Api,
        Self::ChooseMethod,
        Self::EnterCode,
        Self::SetPassword,
        Self::Wait,
        Self::Done,
        Self::Stopped,
        Self::SignIn,
        Self::NextRequest,
    ];

    /// How many of them are screens of the journey.
    pub(super) const SCREENS: usize = 10;

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Situation => "Which situation is yours?",
            Self::Advice => "Advice",
            Self::AccountType => "Which type of account?",
            Self::Identify => "User ID and check",
            Self::Api => "The API",
            Self::ChooseMethod => "How to get the code?",
            Self::EnterCode => "What is the code?",
            Self::SetPassword => "New password",
            Self::Wait => "The API is at work",
            Self::Done => "Done",
            Self::Stopped => "Stopped",
            Self::SignIn => "Sign in",
            Self::NextRequest => "The next request, by itself",
        }
    }
}

impl From<Screen> for State {
    fn from(screen: Screen) -> Self {
        match screen {
            Screen::Situation => Self::Situation,
            Screen::Advice(_) => Self::Advice,
            Screen::AccountType => Self::AccountType,
            Screen::Identify => Self::Identify,
            Screen::ChooseMethod => Self::ChooseMethod,
            Screen::EnterCode => Self::EnterCode,
            Screen::SetPassword => Self::SetPassword,
            Screen::Wait => Self::Wait,
            Screen::Done => Self::Done,
            Screen::Stopped => Self::Stopped,
        }
    }
}
