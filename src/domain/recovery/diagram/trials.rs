//! Everything that can happen, tried at a journey of every kind.

use super::super::samples::*;
use super::super::walk::*;
use super::super::*;
use super::state::State;
use crate::domain::account::AccountType;
use crate::domain::code::Channel;
use crate::domain::problem::Problem;

/// One thing that happened at one screen.
pub(super) struct Trial {
    pub(super) from: State,
    /// The case in which it was tried, should it matter.
    pub(super) condition: &'static str,
    pub(super) label: &'static str,
    pub(super) is_answer: bool,
    pub(super) effect: Effect,
}

/// Where it leads, which is the API if the screen stays and something is sent, and what is done on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    pub(super) to: State,
    pub(super) adds: &'static str,
}

pub(super) fn every_trial() -> Vec<Trial> {
    let mut trials = vec![];
    for (condition, walk) in every_rest() {
        trials.extend(
            every_event(&walk)
                .into_iter()
                .map(|(label, event)| try_out(&walk, condition, label, false, |walk| walk.does(event))),
        );
    }
    for (sent, walk) in Walk::every_awaited() {
        for (label, event) in [(BACK, Event::WentBack), (START_AGAIN, Event::StartedAgain)] {
            trials.push(try_out(&walk, case_of(&walk), label, false, |walk| walk.does(event)));
        }
        for (label, next) in every_answer(&walk, sent) {
            trials.push(try_out(&walk, sent, label, true, |walk| walk.answers(next)));
        }
        for problem in every_problem() {
            trials.push(try_out(&walk, sent, problem_words(&problem, sent), true, |walk| walk.fails(problem)));
        }
    }
    trials.push(try_out(&late_poll(), "", "the time is up", true, |walk| walk.answers(wait())));
    trials
}

fn try_out(
    walk: &Walk,
    condition: &'static str,
    label: &'static str,
    is_answer: bool,
    happens: impl FnOnce(&mut Walk) -> Vec<String>,
) -> Trial {
    let mut walk = walk.clone();
    let from = State::from(walk.screen());
    let commands = happens(&mut walk);
    let to = State::from(walk.screen());
    let says = |words: &str| commands.iter().any(|command| command.starts_with(words));
    let to = match to {
        _ if says("show sign-in") => State::SignIn,
        same if same == from && (says("begin") || says("send")) => {
            if is_answer {
                State::NextRequest
            } else {
                State::Api
            }
        }
        other => other,
    };
    let adds = match to {
        State::Api | State::NextRequest => "",
        _ if says("begin") => "begins anew",
        _ if says("cancel") => "gives it up",
        _ => "",
    };
    Trial { from, condition, label, is_answer, effect: Effect { to, adds } }
}

pub(super) const BACK: &str = "back";
const START_AGAIN: &str = "start again";

/// A journey at every screen, where nothing is under way, and what may matter there.
fn every_rest() -> Vec<(&'static str, Walk)> {
    let mut enter_code = Walk::at_enter_code();
    enter_code.passes(RESEND_AFTER);
    let one_type = Walk::begun().answered(one_type());
    let mut one_method = one_type.clone().having(identified()).answered(one_method()).answered(enter_code_asked());
    one_method.passes(RESEND_AFTER);
    let done = Walk::at_set_password().having(Event::PasswordChosen(secret())).answered(DONE);
    let walks = [
        Walk::at_situation(),
        Walk::at_advice(),
        Walk::at_account_type(),
        Walk::at_identify(),
        one_type,
        Walk::at_choose_method(),
        enter_code,
        one_method,
        Walk::at_set_password(),
        Walk::at_wait(),
        done,
        Walk::at_wait().having(Event::WentBack),
    ];
    walks.into_iter().map(|walk| (case_of(&walk), walk)).collect()
}

fn enter_code_asked() -> Next {
    enter_code(Channel::Email)
}

/// The last poll, answered when the time has passed that the API named.
fn late_poll() -> Walk {
    let mut walk = Walk::at_wait();
    walk.timer_ends_after(GIVE_UP_AFTER);
    walk
}

/// What decides at a step where an event leads.
fn case_of(walk: &Walk) -> &'static str {
    match walk.journey.step() {
        Step::Identify(identify) if identify.account_types.len() > 1 => "several types",
        Step::Identify(_) => "one type",
        Step::EnterCode(sent) if sent.methods.is_empty() => "one method",
        Step::EnterCode(_) => "several methods",
        Step::SetPassword(_) if walk.journey.is_waiting() => "it was sent",
        Step::SetPassword(_) => "nothing is sent yet",
        Step::Situation if walk.journey.is_waiting() => "a recovery begins",
        _ => "",
    }
}

fn every_event(walk: &Walk) -> Vec<(&'static str, Event)> {
    let mut events = vec![
        ("forgot my password", forgot_password()),
        ("work or school account", Event::AccountTypeChosen(AccountType::WorkOrSchool)),
        ("a personal account", Event::AccountTypeChosen(AccountType::Personal)),
        ("user ID and answer", identified()),
        ("new check wanted", new_challenge_asked()),
        ("method", method_chosen()),
        ("code", Event::CodeEntered(secret())),
        ("new code wanted", Event::ResendAsked),
        ("password", Event::PasswordChosen(secret())),
        (BACK, Event::WentBack),
        (START_AGAIN, Event::StartedAgain),
        ("user ID typed", user_id_typed()),
    ];
    events.extend(Entrance::ALL.map(|entrance| (entrance_words(entrance), entered(entrance))));
    let others = Situation::ALL.into_iter().filter(|situation| *situation != Situation::ForgotPassword);
    events.extend(others.map(|situation| ("another situation", Event::SituationChosen(situation))));
    events.extend(walk.tickets.last().map(|ticket| ("time to ask again", Event::PollDue(*ticket))));
    events
}

fn entrance_words(entrance: Entrance) -> &'static str {
    match entrance {
        Entrance::Situation => "comes in",
        Entrance::AccountType => "comes in for the account type",
        Entrance::Identify => "comes in for the user ID",
    }
}

fn every_answer(walk: &Walk, sent: &'static str) -> Vec<(&'static str, Next)> {
    let is_type_open = walk.journey.account_type().is_none();
    let is_automatic = ["the method", "a wish for a new check"].contains(&sent);
    let mut answers = vec![
        (if is_automatic { "choose a method" } else { "the only method is taken" }, one_method()),
        ("only personal accounts", identify(&[AccountType::Personal])),
    ];
    let empty = problem_words(&Problem::Unreadable, sent);
    answers.extend(empty_nexts().map(|next| (empty, next)));
    answers.extend(every_next().into_iter().map(|(_, next, _)| (next_words(&next, is_type_open), next)));
    answers
}

fn next_words(next: &Next, is_type_open: bool) -> &'static str {
    match next {
        Next::Identify { account_types, .. } if is_type_open && account_types.len() > 1 => "say the type of account",
        Next::Identify { .. } => "say who you are",
        Next::ChooseMethod(_) => "choose a method",
        Next::EnterCode { .. } => "enter the code",
        Next::SetPassword { .. } => "choose a password",
        Next::Wait { .. } => "wait",
        Next::Done { .. } => "it is done",
        Next::Leave { reason: LeaveReason::PersonalAccount, .. } => "this account is personal",
        Next::Leave { reason: LeaveReason::AnotherPage, .. } => "go to another page",
    }
}

fn problem_words(problem: &Problem, sent: &str) -> &'static str {
    match problem {
        Problem::Offline => "no connection",
        Problem::Unreachable | Problem::TimedOut => "no answer",
        Problem::Unavailable | Problem::TooManyRequests => "try later",
        Problem::CaptchaIncorrect | Problem::CaptchaExpired if sent == "the user ID" => {
            "after a failed check, a new one is fetched"
        }
        Problem::RecoveryExpired => "too old",
        Problem::RecoveryLocked => "locked",
        Problem::SelfServiceUnavailable => "not offered",
        // After the new password it is not known what happened, as without an answer.
        Problem::Unreadable if sent == "the new password" => "no answer",
        Problem::Unreadable
        | Problem::Unexpected
        | Problem::InvalidRequest
        | Problem::CaptchaIncorrect
        | Problem::CaptchaExpired
        | Problem::CodeIncorrect { .. }
        | Problem::CodeExpired
        | Problem::DeliveryFailed
        | Problem::PasswordRejected(_)
        | Problem::ResetFailed
        | Problem::SignInFailed
        | Problem::PasswordExpired
        | Problem::AnotherPage
        | Problem::SessionRequired
        | Problem::AdminRequired
        | Problem::UserNotFound
        | Problem::ResetNotAllowed
        | Problem::ServiceRequestNotFound
        | Problem::IdempotencyConflict
        | Problem::FieldsRejected(_) => "any other failure",
    }
}
