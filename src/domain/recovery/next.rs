//! What an API can answer: the step that comes next.

use crate::domain::account::AccountType;
use crate::domain::captcha::Challenge;
use crate::domain::code::{Channel, CodeForm};
use crate::domain::link::Link;
use crate::domain::moment::Seconds;
use crate::domain::password::{Policy, Rejection};

/// The step that the API asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Say which account it is, and that a person is there.
    Identify {
        /// The account types that the API knows; one at the least.
        account_types: Vec<AccountType>,
        /// The challenge to answer, if the API wants one.
        captcha: Option<Challenge>,
    },
    /// Choose how to get the code.
    ChooseMethod(Vec<Method>),
    /// Enter the code that was sent.
    EnterCode {
        /// Where it went.
        channel: Channel,
        /// The masked destination, as the API gives it.
        hint: Option<String>,
        /// What the code looks like.
        form: CodeForm,
        /// When another one may be asked for; `None` if the API sends no second one.
        resend_after: Option<Seconds>,
        /// How long it can be entered.
        expires_in: Option<Seconds>,
    },
    /// Choose the new password.
    SetPassword {
        /// Its rules.
        policy: Policy,
        /// How long there is time for it.
        expires_in: Option<Seconds>,
        /// Why the last one was refused, where that is known only afterwards.
        rejected: Vec<Rejection>,
    },
    /// The API is still at work.
    Wait {
        /// When to ask again.
        poll_after: Seconds,
        /// When to stop asking.
        give_up_after: Seconds,
    },
    /// The new password holds.
    Done {
        /// Whether the account's owner was told by mail.
        notice_sent: bool,
    },
    /// It goes on elsewhere.
    Leave {
        /// Why.
        reason: LeaveReason,
        /// Where, if the API says so.
        url: Option<Link>,
    },
}

/// One way to get a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// The API's name for it.
    pub id: MethodId,
    /// Where the code goes.
    pub channel: Channel,
    /// The masked destination, as the API gives it.
    pub hint: Option<String>,
}

/// The API's name for a [`Method`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodId(pub String);

/// Why a recovery goes on elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaveReason {
    /// It is a personal account.
    PersonalAccount,
    /// The API wants another page for this account.
    AnotherPage,
}
