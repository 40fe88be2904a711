//! The rules of the journey: what each event does at each step. What an answer of the API does is in `answers`.

use super::command::{Command, Input};
use super::event::{Entrance, Event, Situation};
use super::journey::{Journey, Notice, SentKind};
use super::step::{Captcha, Identify, Step, Stop};
use crate::domain::account::AccountType;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::Problem;

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
            Event::Entered(entrance, user_id) => self.enter_at(entrance, user_id, now),
            Event::UserIdTyped(typed) => self.keep_typed(typed),
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

    /// A recovery that is under way is never lost: it goes on where it is.
    fn enter_at(&mut self, entrance: Entrance, user_id: String, now: Moment) -> Vec<Command> {
        if self.is_under_way() {
            return vec![];
        }
        self.begin_anew(user_id);
        self.account_type = match entrance {
            Entrance::Situation => return vec![],
            Entrance::AccountType => None,
            Entrance::Identify => Some(AccountType::WorkOrSchool),
        };
        if self.blocked_for(now) > Seconds::ZERO {
            self.report(Problem::TooManyRequests, None);
            return vec![];
        }
        self.begin()
    }

    fn keep_typed(&mut self, typed: String) -> Vec<Command> {
        if matches!(self.step, Step::Identify(_)) && !self.has_sent_identity() {
            self.user_id = typed;
        }
        vec![]
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
        let user_id = std::mem::take(&mut self.user_id);
        self.begin_anew(user_id);
        vec![Command::Cancel]
    }

    pub(super) fn give_up_for(&mut self, step: Step) -> Vec<Command> {
        self.show(step);
        vec![Command::Cancel]
    }

    pub(super) fn poll_later(&mut self, poll_after: Seconds, give_up_at: Moment, now: Moment) -> Vec<Command> {
        if now >= give_up_at {
            return self.stop(Stop::WaitedTooLong);
        }
        let ticket = self.take_ticket(SentKind::Timer);
        vec![Command::PollAfter(ticket, poll_after.min(give_up_at.seconds_from(now)))]
    }

    pub(super) fn stop(&mut self, stop: Stop) -> Vec<Command> {
        self.show(Step::Stopped(stop))
    }

    pub(super) fn show(&mut self, step: Step) -> Vec<Command> {
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

    pub(super) fn send(&mut self, kind: SentKind, input: Input) -> Vec<Command> {
        self.trouble = None;
        self.notice = None;
        let ticket = self.take_ticket(kind);
        vec![Command::Submit(ticket, input)]
    }
}
