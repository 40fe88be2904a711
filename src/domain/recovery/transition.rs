//! The rules of the journey: what each event does at each step.

use super::command::{Command, Input};
use super::event::{Event, Situation};
use super::journey::{Journey, Notice, SentKind, Ticket};
use super::next::{LeaveReason, Next};
use super::step::{Captcha, CodeSent, Identify, NewPassword, Step, Stop};
use crate::domain::account::AccountType;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};

/// How long to wait after "too many requests" when the API does not say.
const DEFAULT_BLOCK: Seconds = Seconds::clamped(30);
/// The API is never asked more often than this.
const SHORTEST_POLL: Seconds = Seconds::clamped(1);

impl Journey {
    /// Takes in what happened at the time `now` and says what is to be done.
    ///
    /// An event that does not fit the step changes nothing: a second click, a late answer, an answer to a step that was
    /// left.
    pub fn apply(&mut self, event: Event, now: Moment) -> Vec<Command> {
        match event {
            Event::Answered(ticket, answer) => self.answered(ticket, answer, now),
            Event::PollDue(ticket) if self.is_timer(ticket) => self.send(SentKind::Poll, Input::Poll),
            Event::PollDue(_) => vec![],
            Event::WentBack => self.go_back(now),
            Event::StartedAgain => self.start_again(),
            _ if self.is_waiting() => vec![],
            _ if self.blocked_for(now) > Seconds::ZERO => {
                self.report(Problem::TooManyRequests, None);
                vec![]
            }
            person_did => self.go_on(person_did, now),
        }
    }

    fn go_on(&mut self, event: Event, now: Moment) -> Vec<Command> {
        let step = self.step.clone();
        match (step, event) {
            (Step::Situation, Event::SituationChosen(Situation::ForgotPassword)) => {
                self.account_type = None;
                self.begin()
            }
            (Step::Situation, Event::SituationChosen(other)) => self.show(Step::Advice(other)),
            (Step::AccountType(_), Event::AccountTypeChosen(AccountType::Personal)) => {
                self.give_up_for(Step::Stopped(Stop::PersonalAccount))
            }
            (Step::AccountType(identify), Event::AccountTypeChosen(chosen)) => {
                self.account_type = Some(chosen);
                let is_missing = identify.captcha == Captcha::Missing;
                let commands = self.show(Step::Identify(identify));
                if is_missing { self.begin() } else { commands }
            }
            (Step::Identify(identify), Event::Identified(user_id, captcha)) => {
                user_id.as_str().clone_into(&mut self.user_id);
                // There is no challenge to have answered, and perhaps no recovery to send it to.
                if identify.captcha == Captcha::Missing {
                    return self.begin();
                }
                let account_type = self.account_type.unwrap_or(AccountType::WorkOrSchool);
                self.send(SentKind::Identity, Input::Identity { account_type, user_id, captcha })
            }
            (Step::Identify(identify), Event::NewChallengeAsked(typed)) => {
                self.user_id = typed;
                match identify.captcha {
                    Captcha::Ready(_) => self.send(SentKind::NewChallenge, Input::NewChallenge),
                    Captcha::Missing => self.begin(),
                    Captcha::NotAsked => vec![],
                }
            }
            (Step::ChooseMethod(_), Event::MethodChosen(id)) => self.send(SentKind::Method, Input::Method(id)),
            (Step::EnterCode(_), Event::CodeEntered(code)) => self.send(SentKind::Code, Input::Code(code)),
            (Step::EnterCode(sent), Event::ResendAsked) if sent.resend_at.is_some_and(|at| at <= now) => {
                self.send(SentKind::Resend, Input::Resend)
            }
            (Step::SetPassword(_), Event::PasswordChosen(password)) => {
                self.send(SentKind::NewPassword, Input::NewPassword(password))
            }
            _ => vec![],
        }
    }

    fn go_back(&mut self, now: Moment) -> Vec<Command> {
        let left = self.sent.take().map(|sent| sent.kind);
        match self.step.clone() {
            Step::Situation if left.is_some() => self.give_up_for(Step::Situation),
            Step::Situation => self.show(Step::Situation),
            Step::Advice(_) => self.show(Step::Situation),
            Step::AccountType(_) => self.give_up_for(Step::Situation),
            Step::Identify(identify) if identify.account_types.len() > 1 => {
                self.account_type = None;
                // The request that was left may have used the challenge up.
                let captcha = if left.is_some() { Captcha::Missing } else { identify.captcha };
                self.show(Step::AccountType(Identify { captcha, ..identify }))
            }
            Step::Identify(_) => self.give_up_for(Step::Situation),
            Step::EnterCode(sent) if !sent.methods.is_empty() => self.show(Step::ChooseMethod(sent.methods)),
            Step::SetPassword(_) if left == Some(SentKind::NewPassword) => self.stop(Stop::OutcomeUnknown),
            Step::ChooseMethod(_) | Step::EnterCode(_) | Step::SetPassword(_) => self.identify_again(now),
            Step::Wait { .. } => self.stop(Stop::OutcomeUnknown),
            Step::Done { .. } => vec![Command::ShowSignIn],
            Step::Stopped(_) => self.start_again(),
        }
    }

    fn answered(&mut self, ticket: Ticket, answer: Result<Next, Fault>, now: Moment) -> Vec<Command> {
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
        let Fault { problem, next, retry_after, trace } = fault;
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
        match (&problem, &mut self.step) {
            (Problem::TooManyRequests, _) => {
                self.blocked_until = Some(now.after(retry_after.unwrap_or(DEFAULT_BLOCK).at_least(SHORTEST_POLL)));
            }
            (Problem::CodeExpired, Step::EnterCode(sent)) => sent.resend_at = sent.resend_at.map(|_| now),
            _ => {}
        }
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

    /// The check that was passed cannot be passed back: the recovery begins anew, with the user ID kept.
    fn identify_again(&mut self, now: Moment) -> Vec<Command> {
        let account_types = self.account_type.into_iter().collect();
        self.show(Step::Identify(Identify { account_types, captcha: Captcha::Missing }));
        let is_blocked = self.blocked_for(now) > Seconds::ZERO;
        let commands = if is_blocked { vec![] } else { self.begin() };
        self.notice = Some(Notice::CheckedAgain);
        commands
    }

    fn start_again(&mut self) -> Vec<Command> {
        let last_ticket = self.last_ticket;
        *self = Self {
            last_ticket,
            blocked_until: self.blocked_until,
            ..Self::for_user(std::mem::take(&mut self.user_id))
        };
        vec![Command::Cancel]
    }

    fn give_up_for(&mut self, step: Step) -> Vec<Command> {
        self.show(step);
        vec![Command::Cancel]
    }

    fn poll_later(&mut self, poll_after: Seconds, give_up_at: Moment, now: Moment) -> Vec<Command> {
        if now >= give_up_at {
            return self.stop(Stop::WaitedTooLong);
        }
        let ticket = self.take_ticket(SentKind::Timer);
        vec![Command::PollAfter(ticket, poll_after.min(give_up_at.seconds_from(now)))]
    }

    fn stop(&mut self, stop: Stop) -> Vec<Command> {
        self.show(Step::Stopped(stop))
    }

    fn show(&mut self, step: Step) -> Vec<Command> {
        self.step = step;
        self.trouble = None;
        self.notice = None;
        vec![]
    }

    fn begin(&mut self) -> Vec<Command> {
        self.trouble = None;
        self.notice = None;
        let ticket = self.take_ticket(SentKind::Begin);
        vec![Command::Begin(ticket)]
    }

    fn send(&mut self, kind: SentKind, input: Input) -> Vec<Command> {
        self.trouble = None;
        self.notice = None;
        let ticket = self.take_ticket(kind);
        vec![Command::Submit(ticket, input)]
    }
}
