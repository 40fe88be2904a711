//! What each answer of the API does: the step that it asks for, or why it could not be had.

use super::command::{Command, Input};
use super::journey::{Journey, Notice, SentKind};
use super::next::{LeaveReason, Next};
use super::step::{Captcha, CodeSent, Identify, NewPassword, Step, Stop};
use crate::domain::account::AccountType;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};
use crate::domain::ticket::Ticket;

/// The API is never asked more often than this.
const SHORTEST_POLL: Seconds = Seconds::clamped(1);

impl Journey {
    pub(super) fn answered(&mut self, ticket: Ticket, answer: Result<Next, Fault>, now: Moment) -> Vec<Command> {
        let Some(sent) = self.sent.take_if(|sent| sent.ticket == ticket && sent.kind != SentKind::Timer) else {
            return vec![];
        };
        match answer {
            Ok(next) => self.enter(next, sent.kind, now),
            Err(fault) => self.failed(fault, sent.kind, now),
        }
    }

    /// Shows the step that the API asks for.
    fn enter(&mut self, next: Next, sent: SentKind, now: Moment) -> Vec<Command> {
        match next {
            Next::Identify { account_types, captcha } => {
                self.enter_identify(account_types, captcha.map_or(Captcha::NotAsked, Captcha::Ready), sent, now)
            }
            Next::ChooseMethod(methods) => match methods.as_slice() {
                [] => self.failed(Problem::Unreadable.into(), sent, now),
                // An answer to what was sent without the person sends nothing again, so that no API can keep us sending.
                [only]
                    if !matches!(sent, SentKind::Method | SentKind::NewChallenge)
                        && self.blocked_for(now) == Seconds::ZERO =>
                {
                    let id = only.id.clone();
                    self.send(SentKind::Method, Input::Method(id))
                }
                _ => self.show(Step::ChooseMethod(methods)),
            },
            Next::EnterCode { channel, hint, form, resend_after, expires_in } => {
                let methods = match (&self.step, sent) {
                    (Step::ChooseMethod(methods), _) => methods.clone(),
                    (Step::EnterCode(before), SentKind::Resend) => before.methods.clone(),
                    // The same code is asked for again.
                    (Step::EnterCode(before), _) if before.channel == channel && before.hint == hint => {
                        before.methods.clone()
                    }
                    _ => vec![],
                };
                let resend_at = resend_after.map(|wait| now.after(wait));
                let commands =
                    self.show(Step::EnterCode(CodeSent { channel, hint, form, resend_at, expires_in, methods }));
                self.notice = (sent == SentKind::Resend).then_some(Notice::CodeSentAgain);
                commands
            }
            Next::SetPassword { policy, expires_in, rejected } => {
                let trouble = (!rejected.is_empty()).then(|| Problem::PasswordRejected(rejected.clone()));
                let commands = self.show(Step::SetPassword(NewPassword { policy, expires_in, rejected }));
                if let Some(problem) = trouble {
                    self.report(problem, None);
                }
                commands
            }
            Next::Wait { poll_after, give_up_after } => {
                let poll_after = poll_after.at_least(SHORTEST_POLL);
                let give_up_at = match self.step {
                    Step::Wait { give_up_at, .. } => give_up_at,
                    _ => now.after(give_up_after),
                };
                self.show(Step::Wait { poll_after, give_up_at });
                self.poll_later(poll_after, give_up_at, now)
            }
            Next::Done { notice_sent } => self.show(Step::Done { notice_sent }),
            Next::Leave { reason: LeaveReason::PersonalAccount, .. } => self.stop(Stop::PersonalAccount),
            Next::Leave { reason: LeaveReason::AnotherPage, url } => self.stop(Stop::AnotherPage { url }),
        }
    }

    fn enter_identify(
        &mut self,
        account_types: Vec<AccountType>,
        captcha: Captcha,
        sent: SentKind,
        now: Moment,
    ) -> Vec<Command> {
        let chosen = match account_types.as_slice() {
            [] => return self.failed(Problem::Unreadable.into(), sent, now),
            [only] => Some(*only),
            several => self.account_type.filter(|chosen| several.contains(chosen)),
        };
        self.account_type = chosen;
        let identify = Identify { account_types, captcha };
        match chosen {
            Some(AccountType::Personal) => self.give_up_for(Step::Stopped(Stop::PersonalAccount)),
            Some(AccountType::WorkOrSchool) => {
                // A wrong answer to the last challenge is still worth saying when the new one is there; so is why the
                // check is there again after "go back".
                let trouble = if sent == SentKind::NewChallenge { self.trouble.take() } else { None };
                let is_asked_for = sent == SentKind::NewChallenge && trouble.is_none();
                let notice = if is_asked_for { Some(Notice::NewChallenge) } else { self.notice };
                let commands = self.show(Step::Identify(identify));
                self.trouble = trouble;
                self.notice = notice;
                commands
            }
            None => self.show(Step::AccountType(identify)),
        }
    }

    fn failed(&mut self, fault: Fault, sent: SentKind, now: Moment) -> Vec<Command> {
        let blocked_until = fault.blocks_until(now);
        let Fault { problem, next, retry_after, trace, .. } = fault;
        if sent == SentKind::NewPassword && problem.leaves_the_outcome_open() {
            return self.stop(Stop::OutcomeUnknown);
        }
        if let Step::Wait { poll_after, give_up_at } = self.step
            && problem.may_pass()
        {
            return self.poll_later(retry_after.unwrap_or(poll_after).at_least(SHORTEST_POLL), give_up_at, now);
        }
        let stop = match problem {
            Problem::RecoveryExpired => Some(Stop::Expired),
            Problem::RecoveryLocked => Some(Stop::Locked),
            Problem::SelfServiceUnavailable => Some(Stop::NotOffered),
            _ => None,
        };
        if let Some(stop) = stop {
            return self.stop(stop);
        }
        let needs_challenge = matches!(problem, Problem::CaptchaIncorrect | Problem::CaptchaExpired);
        let commands = match next.map(|next| *next) {
            // After a failure nothing is chosen for the person, who would never see what went wrong.
            Some(Next::ChooseMethod(methods)) if !methods.is_empty() => self.show(Step::ChooseMethod(methods)),
            Some(next) => self.enter(next, sent, now),
            // Nobody would ask again.
            None if matches!(self.step, Step::Wait { .. }) => self.stop(Stop::OutcomeUnknown),
            None if needs_challenge => self.replace_challenge(sent),
            None => vec![],
        };
        if problem == Problem::CodeExpired
            && let Step::EnterCode(sent) = &mut self.step
        {
            sent.resend_at = sent.resend_at.map(|_| now);
        }
        self.blocked_until = blocked_until.or(self.blocked_until);
        self.notice = None;
        self.report(problem, trace);
        commands
    }

    /// The challenge is used up and the API did not send another one along. Another one is asked for after an answer of
    /// the person only, never after another request for one.
    fn replace_challenge(&mut self, sent: SentKind) -> Vec<Command> {
        if let Step::Identify(identify) = &mut self.step {
            identify.captcha = Captcha::Missing;
            if sent == SentKind::Identity {
                return self.send(SentKind::NewChallenge, Input::NewChallenge);
            }
        }
        vec![]
    }
}
