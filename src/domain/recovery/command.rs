//! What a journey wants done, as values.

use super::next::MethodId;
use crate::domain::account::{AccountType, UserId};
use crate::domain::captcha::CaptchaAnswer;
use crate::domain::moment::Seconds;
use crate::domain::secret::Secret;
use crate::domain::ticket::Ticket;

/// What is to be done. The answer comes back as [`Event::Answered`](super::Event::Answered) with the same ticket.
pub enum Command {
    /// Start a recovery with the API; one that was under way is given up.
    Begin(Ticket),
    /// Send what the person gave.
    Submit(Ticket, Input),
    /// Report [`Event::PollDue`](super::Event::PollDue) after this time.
    PollAfter(Ticket, Seconds),
    /// Tell the API that the recovery is given up. Nobody waits for the answer.
    Cancel,
    /// Show the sign-in page.
    ShowSignIn,
}

/// What is sent to the API.
pub enum Input {
    /// Which account it is.
    Identity {
        /// Its type.
        account_type: AccountType,
        /// Its name.
        user_id: UserId,
        /// The answer to the challenge, if there was one.
        captcha: Option<CaptchaAnswer>,
    },
    /// Another challenge, instead of the present one.
    NewChallenge,
    /// How to get the code.
    Method(MethodId),
    /// Another code.
    Resend,
    /// The code.
    Code(Secret),
    /// The new password.
    NewPassword(Secret),
    /// Whether it is done.
    Poll,
}
