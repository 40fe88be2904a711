//! What can happen to a journey, as facts.

use super::next::{MethodId, Next};
use crate::domain::account::{AccountType, UserId};
use crate::domain::captcha::CaptchaAnswer;
use crate::domain::problem::Fault;
use crate::domain::secret::Secret;
use crate::domain::ticket::Ticket;

/// What happened.
pub enum Event {
    /// The person came in from another page. The text is the user ID as far as it is known there.
    Entered(Entrance, String),
    /// The person said what their situation is.
    SituationChosen(Situation),
    /// The person said what type of account it is.
    AccountTypeChosen(AccountType),
    /// The person entered the user ID and answered the challenge, if there was one.
    Identified(UserId, Option<CaptchaAnswer>),
    /// What stands in the user ID field, to be kept while the person looks at another page.
    UserIdTyped(String),
    /// The person wants another challenge. The text is what stands in the user ID field, to be kept.
    NewChallengeAsked(String),
    /// The person chose how to get the code.
    MethodChosen(MethodId),
    /// The person entered the code.
    CodeEntered(Secret),
    /// The person wants another code.
    ResendAsked,
    /// The person chose a new password.
    PasswordChosen(Secret),
    /// The time to ask the API again has come.
    PollDue(Ticket),
    /// The API answered, or did not.
    Answered(Ticket, Result<Next, Fault>),
    /// The person went one step back.
    WentBack,
    /// The person wants to start again.
    StartedAgain,
}

/// Where somebody comes in who knows already what they want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// At the first question.
    Situation,
    /// At the type of account: the password is forgotten.
    AccountType,
    /// At the user ID: the password of a work or school account is forgotten.
    Identify,
}

impl Entrance {
    /// All of them, in the order of the steps.
    pub const ALL: [Self; 3] = [Self::Situation, Self::AccountType, Self::Identify];
}

/// Why somebody cannot get in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    /// The password is forgotten.
    ForgotPassword,
    /// The only Global admin is locked out.
    OnlyAdminLockedOut,
    /// The company's Global admin has left.
    AdminHasLeft,
    /// A colleague cannot sign in; the person themselves can.
    ColleagueLockedOut,
    /// Somebody gave the person a temporary password.
    TemporaryPassword,
}

impl Situation {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::ForgotPassword,
        Self::OnlyAdminLockedOut,
        Self::AdminHasLeft,
        Self::ColleagueLockedOut,
        Self::TemporaryPassword,
    ];
}
