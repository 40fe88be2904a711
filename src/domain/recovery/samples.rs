//! What people enter and APIs answer, for the tests and the diagram of the journey.

#![allow(clippy::unwrap_used)]

use super::next::{LeaveReason, Method, MethodId, Next};
use super::step::Screen;
use crate::domain::account::{AccountType, UserId};
use crate::domain::captcha::{AnswerKind, CaptchaAnswer, Challenge};
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::moment::Seconds;
use crate::domain::password::{Policy, Rejection};
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;

pub(super) const USER_ID: &str = "user@contoso.example";
pub(super) const RESEND_AFTER: Seconds = Seconds::clamped(30);
pub(super) const POLL_AFTER: Seconds = Seconds::clamped(5);
pub(super) const GIVE_UP_AFTER: Seconds = Seconds::clamped(60);
pub(super) const DONE: Next = Next::Done { notice_sent: true };

pub(super) fn user_id() -> UserId {
    UserId::parse(USER_ID).unwrap()
}

pub(super) fn secret() -> Secret {
    Secret::new("123456".to_owned())
}

pub(super) fn challenge(id: &str) -> Challenge {
    Challenge { id: id.to_owned(), picture: true, audio_language: None, proof_of_work: None, expires_in: None }
}

pub(super) fn captcha_answer() -> CaptchaAnswer {
    CaptchaAnswer { challenge: "1".to_owned(), kind: AnswerKind::Characters(secret()) }
}

pub(super) fn identify(account_types: &[AccountType]) -> Next {
    Next::Identify { account_types: account_types.to_vec(), captcha: Some(challenge("1")) }
}

pub(super) fn one_type() -> Next {
    identify(&[AccountType::WorkOrSchool])
}

pub(super) fn two_types() -> Next {
    identify(&[AccountType::WorkOrSchool, AccountType::Personal])
}

pub(super) fn method(id: &str, channel: Channel) -> Method {
    Method { id: MethodId(id.to_owned()), channel, hint: Some(format!("{id}***")) }
}

pub(super) fn two_methods() -> Next {
    Next::ChooseMethod(vec![method("mail", Channel::Email), method("phone", Channel::Sms)])
}

pub(super) fn one_method() -> Next {
    Next::ChooseMethod(vec![method("mail", Channel::Email)])
}

pub(super) fn enter_code(channel: Channel) -> Next {
    let form = CodeForm { length: Some(6), alphabet: Alphabet::Digits };
    Next::EnterCode { channel, hint: None, form, resend_after: Some(RESEND_AFTER), expires_in: None }
}

pub(super) fn set_password(rejected: &[Rejection]) -> Next {
    Next::SetPassword { policy: Policy::default(), expires_in: None, rejected: rejected.to_vec() }
}

pub(super) fn wait() -> Next {
    Next::Wait { poll_after: POLL_AFTER, give_up_after: GIVE_UP_AFTER }
}

pub(super) fn leave(reason: LeaveReason) -> Next {
    Next::Leave { reason, url: None }
}

/// An answer of each kind, what it asks for, and the screen it leads to. Where the API knows several types of account,
/// the screen is that for somebody whose type is known already.
pub(super) fn every_next() -> Vec<(&'static str, Next, Screen)> {
    vec![
        ("who it is", one_type(), Screen::Identify),
        ("who it is, of several types", two_types(), Screen::Identify),
        ("which method", two_methods(), Screen::ChooseMethod),
        ("the code", enter_code(Channel::Email), Screen::EnterCode),
        ("the new password", set_password(&[]), Screen::SetPassword),
        ("another new password", set_password(&[Rejection::TooCommon]), Screen::SetPassword),
        ("time", wait(), Screen::Wait),
        ("nothing more", DONE, Screen::Done),
        ("a personal account's own page", leave(LeaveReason::PersonalAccount), Screen::Stopped),
        ("another page", leave(LeaveReason::AnotherPage), Screen::Stopped),
    ]
}

/// Answers that make no sense.
pub(super) fn empty_nexts() -> [Next; 2] {
    [identify(&[]), Next::ChooseMethod(vec![])]
}

/// A problem of each kind.
pub(super) fn every_problem() -> Vec<Problem> {
    vec![
        Problem::Offline,
        Problem::Unreachable,
        Problem::TimedOut,
        Problem::Unavailable,
        Problem::Unreadable,
        Problem::Unexpected,
        Problem::InvalidRequest,
        Problem::TooManyRequests,
        Problem::CaptchaIncorrect,
        Problem::CaptchaExpired,
        Problem::CodeIncorrect { attempts_left: Some(2) },
        Problem::CodeExpired,
        Problem::DeliveryFailed,
        Problem::PasswordRejected(vec![Rejection::TooCommon]),
        Problem::ResetFailed,
        Problem::RecoveryExpired,
        Problem::RecoveryLocked,
        Problem::SelfServiceUnavailable,
        Problem::SignInFailed,
        Problem::SessionRequired,
    ]
}
