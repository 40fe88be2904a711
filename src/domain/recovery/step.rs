//! Where a journey can stand. Each step owns what is true there and nothing else.

use super::event::Situation;
use super::next::Method;
use crate::domain::account::AccountType;
use crate::domain::captcha::Challenge;
use crate::domain::code::{Channel, CodeForm};
use crate::domain::link::Link;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::password::{Policy, Rejection};
use crate::domain::service_request::Reason;

/// What the person sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which situation is yours?
    Situation,
    /// What to do in a situation that recovery is not for.
    Advice(Situation),
    /// Which type of account is it?
    AccountType(Identify),
    /// Which account is it, and is a person there?
    Identify(Identify),
    /// How do you want to get the code?
    ChooseMethod(Vec<Method>),
    /// What is the code?
    EnterCode(CodeSent),
    /// What is the new password?
    SetPassword(NewPassword),
    /// The API is at work.
    Wait {
        /// When to ask again.
        poll_after: Seconds,
        /// When to stop asking.
        give_up_at: Moment,
    },
    /// The new password holds.
    Done {
        /// Whether the account's owner was told by mail.
        notice_sent: bool,
    },
    /// It does not go on here.
    Stopped(Stop),
}

/// The step without its data: which screen is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// [`Step::Situation`]
    Situation,
    /// [`Step::Advice`]
    Advice(Situation),
    /// [`Step::AccountType`]
    AccountType,
    /// [`Step::Identify`]
    Identify,
    /// [`Step::ChooseMethod`]
    ChooseMethod,
    /// [`Step::EnterCode`]
    EnterCode,
    /// [`Step::SetPassword`]
    SetPassword,
    /// [`Step::Wait`]
    Wait,
    /// [`Step::Done`]
    Done,
    /// [`Step::Stopped`]
    Stopped,
}

impl Step {
    /// Which screen shows this step.
    #[must_use]
    pub fn screen(&self) -> Screen {
        match self {
            Self::Situation => Screen::Situation,
            Self::Advice(situation) => Screen::Advice(*situation),
            Self::AccountType(_) => Screen::AccountType,
            Self::Identify(_) => Screen::Identify,
            Self::ChooseMethod(_) => Screen::ChooseMethod,
            Self::EnterCode(_) => Screen::EnterCode,
            Self::SetPassword(_) => Screen::SetPassword,
            Self::Wait { .. } => Screen::Wait,
            Self::Done { .. } => Screen::Done,
            Self::Stopped(_) => Screen::Stopped,
        }
    }
}

/// What is known while an account is identified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identify {
    /// The account types that the API knows.
    pub account_types: Vec<AccountType>,
    /// The challenge.
    pub captcha: Captcha,
}

/// The state of the challenge on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Captcha {
    /// The API wants none.
    NotAsked,
    /// It is used up, and another one has not come yet.
    Missing,
    /// It can be answered.
    Ready(Challenge),
}

/// A code that is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSent {
    /// Where it went.
    pub channel: Channel,
    /// The masked destination, as the API gives it.
    pub hint: Option<String>,
    /// What it looks like.
    pub form: CodeForm,
    /// When another one may be asked for; `None` if there is no second one.
    pub resend_at: Option<Moment>,
    /// How long it can be entered.
    pub expires_in: Option<Seconds>,
    /// The methods that could still be chosen instead.
    pub methods: Vec<Method>,
}

/// What is known while the new password is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPassword {
    /// Its rules.
    pub policy: Policy,
    /// How long there is time for it.
    pub expires_in: Option<Seconds>,
    /// Why the last one was refused.
    pub rejected: Vec<Rejection>,
}

/// Why a journey does not go on here. Every one of them has a next action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The company does not offer it.
    NotOffered,
    /// Too many wrong answers.
    Locked,
    /// It took too long.
    Expired,
    /// A personal account is recovered elsewhere.
    PersonalAccount,
    /// The API wants another page for this account.
    AnotherPage {
        /// Its address, if it is known.
        url: Option<Link>,
    },
    /// The API is still at work after the time it named.
    WaitedTooLong,
    /// The new password was sent, but no answer came back.
    OutcomeUnknown,
}

/// What a person can do where a journey does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextAction {
    /// Begin again.
    StartAgain,
    /// Go to the sign-in page.
    SignIn,
    /// Write to support for this reason: a service request.
    ServiceRequest(Reason),
    /// Ask a person for help.
    AskSupport,
    /// As a Global admin, reset the password of a colleague.
    ResetColleague,
    /// Go to where personal accounts are recovered.
    PersonalAccountPage,
    /// Go to the page that the API named, or else to the one that the operator knows.
    OtherPage(Option<Link>),
}

impl Stop {
    /// What to do next, the best first. There is always something.
    #[must_use]
    pub fn next_actions(&self) -> Vec<NextAction> {
        match self {
            Self::NotOffered => {
                vec![
                    NextAction::ServiceRequest(Reason::SelfServiceNotOffered),
                    NextAction::SignIn,
                    NextAction::AskSupport,
                ]
            }
            Self::Locked => {
                vec![NextAction::ServiceRequest(Reason::Other), NextAction::StartAgain, NextAction::AskSupport]
            }
            Self::Expired => vec![NextAction::StartAgain],
            Self::PersonalAccount => vec![NextAction::PersonalAccountPage, NextAction::StartAgain],
            Self::AnotherPage { url } => {
                vec![NextAction::OtherPage(url.clone()), NextAction::AskSupport, NextAction::StartAgain]
            }
            Self::WaitedTooLong | Self::OutcomeUnknown => vec![NextAction::SignIn, NextAction::StartAgain],
        }
    }
}

impl Situation {
    /// What to do in a situation that recovery is not for, the best first.
    #[must_use]
    pub fn next_actions(self) -> Vec<NextAction> {
        match self {
            Self::ForgotPassword => vec![NextAction::StartAgain],
            Self::OnlyAdminLockedOut => vec![NextAction::ServiceRequest(Reason::OnlyAdminLockedOut)],
            Self::AdminHasLeft => vec![NextAction::ServiceRequest(Reason::AdminHasLeft)],
            Self::ColleagueLockedOut => vec![NextAction::ResetColleague],
            Self::TemporaryPassword => vec![NextAction::SignIn],
        }
    }
}
