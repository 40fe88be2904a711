//! What the states of the domain are called: one exhaustive function for each closed set.

pub mod account;
pub mod support;

use super::{Message, Value, text};
use crate::domain::account::{UserId, UserIdProblem};
use crate::domain::code::{Alphabet, Channel, CodeForm, CodeProblem};
use crate::domain::moment::Seconds;
use crate::domain::password::{Charset, Policy, Rejection};
use crate::domain::problem::Problem;
use crate::domain::recovery::{self, CodeSent, Method, Situation, Stop};
use crate::domain::sign_in;

/// What a problem says: what happened and what to do. `wait` is how long nothing may be sent.
#[must_use]
pub fn problem(problem: &Problem, wait: Seconds) -> Message {
    match problem {
        Problem::Offline => text::PROBLEM_OFFLINE,
        Problem::Unreachable => text::PROBLEM_UNREACHABLE,
        Problem::TimedOut => text::PROBLEM_TIMED_OUT,
        Problem::Unavailable => text::PROBLEM_UNAVAILABLE,
        Problem::Unreadable => text::PROBLEM_UNREADABLE,
        Problem::Unexpected => text::PROBLEM_UNEXPECTED,
        Problem::InvalidRequest | Problem::FieldsRejected(_) => text::PROBLEM_INVALID_REQUEST,
        Problem::TooManyRequests if wait == Seconds::ZERO => text::PROBLEM_TOO_MANY_REQUESTS_OVER,
        Problem::TooManyRequests => text::problem_too_many_requests(wait.into()),
        Problem::CaptchaIncorrect => text::PROBLEM_CAPTCHA_INCORRECT,
        Problem::CaptchaExpired => text::PROBLEM_CAPTCHA_EXPIRED,
        Problem::CodeIncorrect { attempts_left: None } => text::PROBLEM_CODE_INCORRECT,
        Problem::CodeIncorrect { attempts_left: Some(left) } => text::problem_code_incorrect_left((*left).into()),
        Problem::CodeExpired => text::PROBLEM_CODE_EXPIRED,
        Problem::DeliveryFailed => text::PROBLEM_DELIVERY_FAILED,
        Problem::PasswordRejected(_) => text::PROBLEM_PASSWORD_REJECTED,
        Problem::ResetFailed => text::PROBLEM_RESET_FAILED,
        Problem::SignInFailed => text::PROBLEM_SIGN_IN_FAILED,
        Problem::PasswordExpired => text::PROBLEM_PASSWORD_EXPIRED,
        Problem::AnotherPage => text::PROBLEM_ANOTHER_PAGE,
        Problem::SessionRequired => text::PROBLEM_SESSION_REQUIRED,
        Problem::AdminRequired => text::PROBLEM_ADMIN_REQUIRED,
        Problem::UserNotFound => text::PROBLEM_USER_NOT_FOUND,
        Problem::ResetNotAllowed => text::PROBLEM_RESET_NOT_ALLOWED,
        Problem::ServiceRequestNotFound => text::PROBLEM_SERVICE_REQUEST_NOT_FOUND,
        Problem::IdempotencyConflict => text::PROBLEM_IDEMPOTENCY_CONFLICT,
        Problem::RecoveryExpired | Problem::RecoveryLocked | Problem::SelfServiceUnavailable => {
            text::PROBLEM_RECOVERY_ENDED
        }
    }
}

/// What is wrong with a user ID.
#[must_use]
pub fn user_id_problem(problem: UserIdProblem) -> Message {
    match problem {
        UserIdProblem::Missing => text::USER_ID_MISSING,
        UserIdProblem::TooLong => text::user_id_too_long(Value::Number(UserId::LONGEST as u32)),
    }
}

/// What is wrong with a code of this form.
#[must_use]
pub fn code_problem(problem: CodeProblem, form: CodeForm) -> Message {
    let length = Value::Number(form.length.unwrap_or_default().into());
    match (problem, form.alphabet) {
        (CodeProblem::Missing, _) => text::CODE_MISSING,
        (CodeProblem::TooShort, _) => text::code_too_short(length),
        (CodeProblem::TooLong, _) => text::code_too_long(length),
        (CodeProblem::OtherCharacters, Alphabet::Digits) => text::CODE_OTHER_CHARACTERS_DIGITS,
        (CodeProblem::OtherCharacters, Alphabet::LettersAndDigits) => text::CODE_OTHER_CHARACTERS,
    }
}

/// What a code looks like, if that is known.
#[must_use]
pub fn code_hint(form: CodeForm) -> Option<Message> {
    let length = Value::Number(form.length?.into());
    Some(match form.alphabet {
        Alphabet::Digits => text::code_hint_digits(length),
        Alphabet::LettersAndDigits => text::code_hint_characters(length),
    })
}

/// That a code is on its way. It is conditional, because it is also said when there is no such account.
#[must_use]
pub fn code_sent(sent: &CodeSent) -> Message {
    match (sent.channel, sent.hint.as_deref().map(Value::from)) {
        (Channel::Email, None) => text::CODE_SENT_EMAIL,
        (Channel::Email, Some(hint)) => text::code_sent_email_to(hint),
        (Channel::Sms, None) => text::CODE_SENT_SMS,
        (Channel::Sms, Some(hint)) => text::code_sent_sms_to(hint),
        (Channel::Call, None) => text::CODE_SENT_CALL,
        (Channel::Call, Some(hint)) => text::code_sent_call_to(hint),
        (Channel::App, _) => text::CODE_FROM_APP,
    }
}

/// A way to get the code.
#[must_use]
pub fn method(method: &Method) -> Message {
    match (method.channel, method.hint.as_deref().map(Value::from)) {
        (Channel::Email, None) => text::METHOD_EMAIL,
        (Channel::Email, Some(hint)) => text::method_email_to(hint),
        (Channel::Sms, None) => text::METHOD_SMS,
        (Channel::Sms, Some(hint)) => text::method_sms_to(hint),
        (Channel::Call, None) => text::METHOD_CALL,
        (Channel::Call, Some(hint)) => text::method_call_to(hint),
        (Channel::App, _) => text::METHOD_APP,
    }
}

/// The rules of a policy, as the list that is shown before typing.
#[must_use]
pub fn policy(policy: &Policy) -> Vec<Message> {
    let mut rules =
        vec![text::policy_length(policy.min_length.into()), text::policy_length_most(policy.max_length.into())];
    rules.extend(policy.min_classes.map(|count| text::policy_classes(Value::Number(count.into()))));
    if policy.charset == Charset::Ascii {
        rules.push(text::POLICY_ASCII);
    }
    rules
}

/// Why a password was refused, and what to do about it.
#[must_use]
pub fn rejection(rejection: Rejection, policy: &Policy) -> Message {
    match rejection {
        Rejection::TooShort => text::rejection_too_short(policy.min_length.into()),
        Rejection::TooLong => text::rejection_too_long(policy.max_length.into()),
        Rejection::TooFewClasses => text::REJECTION_TOO_FEW_CLASSES,
        Rejection::InvalidCharacters => text::REJECTION_INVALID_CHARACTERS,
        Rejection::TooCommon => text::REJECTION_TOO_COMMON,
        Rejection::Breached => text::REJECTION_BREACHED,
        Rejection::ContainsUserId => text::REJECTION_CONTAINS_USER_ID,
        Rejection::RecentlyUsed => text::REJECTION_RECENTLY_USED,
    }
}

/// A situation, as an answer to choose.
#[must_use]
pub fn situation(situation: Situation) -> Message {
    match situation {
        Situation::ForgotPassword => text::SITUATION_FORGOT_PASSWORD,
        Situation::OnlyAdminLockedOut => text::SITUATION_ONLY_ADMIN_LOCKED_OUT,
        Situation::AdminHasLeft => text::SITUATION_ADMIN_HAS_LEFT,
        Situation::ColleagueLockedOut => text::SITUATION_COLLEAGUE_LOCKED_OUT,
        Situation::TemporaryPassword => text::SITUATION_TEMPORARY_PASSWORD,
    }
}

/// The heading and the text for a reason to stop.
#[must_use]
pub fn stop(stop: &Stop) -> (Message, Message) {
    match stop {
        Stop::NotOffered => (text::STOP_NOT_OFFERED_TITLE, text::STOP_NOT_OFFERED),
        Stop::Locked => (text::STOP_LOCKED_TITLE, text::STOP_LOCKED),
        Stop::Expired => (text::STOP_EXPIRED_TITLE, text::STOP_EXPIRED),
        Stop::PersonalAccount => (text::STOP_PERSONAL_TITLE, text::STOP_PERSONAL),
        Stop::AnotherPage { .. } => (text::STOP_ANOTHER_PAGE_TITLE, text::STOP_ANOTHER_PAGE),
        Stop::WaitedTooLong => (text::STOP_WAITED_TITLE, text::STOP_WAITED),
        Stop::OutcomeUnknown => (text::STOP_UNKNOWN_TITLE, text::STOP_UNKNOWN),
    }
}

/// Something good to know during a recovery.
#[must_use]
pub fn recovery_notice(notice: recovery::Notice) -> Message {
    match notice {
        recovery::Notice::StartedAgain => text::NOTICE_STARTED_AGAIN,
        recovery::Notice::CodeSentAgain => text::NOTICE_CODE_SENT_AGAIN,
        recovery::Notice::NewChallenge => text::NOTICE_NEW_CHALLENGE,
        recovery::Notice::CheckedAgain => text::NOTICE_CHECKED_AGAIN,
    }
}

/// Something good to know around signing in.
#[must_use]
pub fn sign_in_notice(notice: sign_in::Notice) -> Message {
    match notice {
        sign_in::Notice::PasswordChanged => text::ACCOUNT_NOTICE_PASSWORD_CHANGED,
        sign_in::Notice::SignedOut => text::SIGN_IN_NOTICE_SIGNED_OUT,
        sign_in::Notice::Recovered => text::SIGN_IN_NOTICE_RECOVERED,
    }
}
