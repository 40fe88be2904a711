//! The way from the reason to the reference number, as a state machine.

use super::command::{Answer, Command, IdempotencyKey, Receipt, Request};
use super::draft::Draft;
use super::event::Event;
use super::field::Part;
use super::reason::Reason;
use super::step::Step;
use crate::domain::captcha::Challenge;
use crate::domain::exchange::Exchange;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};

/// Something good to know that is no problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The page was loaded again, and what was entered is still there.
    Kept,
    /// What was entered is forgotten.
    Discarded,
    /// Another challenge is there.
    NewChallenge,
}

/// A service request on its way to support.
#[derive(Default)]
pub struct ServiceRequest {
    step: Step,
    draft: Draft,
    pub(super) exchange: Exchange,
    /// Whether what is awaited is the answer to the request itself.
    is_sent: bool,
    challenge: Option<Challenge>,
    key: Option<IdempotencyKey>,
    receipt: Option<Receipt>,
    /// Something is changed that was entered before: the way on leads to the check.
    is_changing: bool,
    notice: Option<Notice>,
}

impl ServiceRequest {
    /// Goes on with what was kept. What is missing is asked for first.
    #[must_use]
    pub fn kept(draft: Draft, step: Step, key: Option<IdempotencyKey>) -> Self {
        let notice = (!draft.is_empty()).then_some(Notice::Kept);
        let mut request = Self { draft, key, notice, ..Self::default() };
        request.step = request.first_open().map_or(step, |open| if open.is_before(step) { open } else { step });
        request
    }

    /// What the person sees.
    #[must_use]
    pub fn step(&self) -> Step {
        self.step
    }

    /// What support is told.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The talk with the API.
    #[must_use]
    pub fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// The challenge to answer, if there is one.
    #[must_use]
    pub fn challenge(&self) -> Option<&Challenge> {
        self.challenge.as_ref()
    }

    /// The key under which the draft was sent, if it was.
    #[must_use]
    pub fn key(&self) -> Option<&IdempotencyKey> {
        self.key.as_ref()
    }

    /// What was given for the request.
    #[must_use]
    pub fn receipt(&self) -> Option<&Receipt> {
        self.receipt.as_ref()
    }

    /// Something good to know.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// Whether something was entered that was not sent yet.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.step != Step::Sent && !self.draft.is_empty()
    }

    /// Takes in what happened at the time `now` and says what is to be done. An event that does not fit changes nothing.
    pub fn apply(&mut self, event: Event, now: Moment) -> Vec<Command> {
        match event {
            Event::Answered(ticket, answer) => {
                if !self.exchange.take(ticket) {
                    return vec![];
                }
                match answer {
                    Ok(Answer::Challenge(challenge)) => self.challenged(challenge),
                    Ok(Answer::Created(receipt)) => self.created(receipt),
                    Err(fault) => self.failed(fault, now),
                }
            }
            Event::WentBack => self.go_back(),
            Event::Left => self.leave(),
            Event::Discarded => self.discard(),
            Event::Opened(reason) => self.open(reason),
            _ if self.step == Step::Sent => vec![],
            Event::ReasonChosen(reason) => self.change(|draft| draft.choose(reason)),
            Event::Typed(field, typed) => self.change(|draft| draft.set(field, &typed)),
            person_did if self.exchange.is_free(now) => self.go_on(person_did),
            _ => vec![],
        }
    }

    fn go_on(&mut self, event: Event) -> Vec<Command> {
        match (self.step, event) {
            (step, Event::WentOn) if step.part().is_some_and(|part| self.draft.has(part)) => {
                let next = match step {
                    _ if self.is_changing => Step::Check,
                    Step::Reason => Step::Contact,
                    Step::Contact => Step::Company,
                    Step::Company | Step::Check | Step::Sent => Step::Check,
                };
                // What was kept from a visit before may have a gap.
                let open = self.first_open().filter(|open| open.is_before(next));
                self.show(open.unwrap_or(next))
            }
            (Step::Check, Event::ChangeAsked(part)) => {
                self.is_changing = true;
                self.show(Step::of(part))
            }
            (Step::Check, Event::NewChallengeAsked) => vec![self.ask_for_challenge()],
            (Step::Check, Event::Sent(captcha, new_key)) if self.challenge.take().is_some() => {
                let key = self.key.get_or_insert(new_key).clone();
                self.notice = None;
                self.is_sent = true;
                let ticket = self.exchange.send();
                let request = Request::Create(Box::new(self.draft.clone()), captcha, key);
                // The key first: if the page is gone before the answer comes, the request is still created once only.
                vec![Command::Keep, Command::Ask(ticket, request)]
            }
            _ => vec![],
        }
    }

    /// The draft changes: it is another request then.
    fn change(&mut self, change: impl FnOnce(&mut Draft)) -> Vec<Command> {
        let before = self.draft.clone();
        change(&mut self.draft);
        if self.draft == before {
            return vec![];
        }
        self.key = None;
        vec![Command::Keep]
    }

    fn open(&mut self, reason: Option<Reason>) -> Vec<Command> {
        if self.step == Step::Sent {
            self.begin_anew();
        }
        let commands = reason.map(|reason| self.change(|draft| draft.choose(reason))).unwrap_or_default();
        // Whoever comes for a reason has answered the first question with it, unless there is something to describe.
        if reason.is_some() && self.step == Step::Reason && self.draft.has(Part::Reason) {
            self.show(Step::Contact);
        }
        commands.into_iter().chain(self.ask_if_missing()).collect()
    }

    fn go_back(&mut self) -> Vec<Command> {
        self.exchange.give_up();
        match self.step {
            Step::Reason => vec![],
            _ if self.is_changing => self.show(Step::Check),
            Step::Contact => self.show(Step::Reason),
            Step::Company => self.show(Step::Contact),
            Step::Check => self.show(Step::Company),
            Step::Sent => self.leave(),
        }
    }

    /// What was given is shown once; everything else stays.
    fn leave(&mut self) -> Vec<Command> {
        if self.step == Step::Sent {
            self.begin_anew();
        }
        vec![]
    }

    fn discard(&mut self) -> Vec<Command> {
        self.begin_anew();
        self.notice = Some(Notice::Discarded);
        vec![Command::Forget]
    }

    /// Answers to what was sent before are still told apart, and a block still holds.
    fn begin_anew(&mut self) {
        self.exchange.give_up();
        self.exchange.forget_trouble();
        *self = Self { exchange: std::mem::take(&mut self.exchange), ..Self::default() };
    }

    fn show(&mut self, step: Step) -> Vec<Command> {
        self.step = step;
        self.is_changing &= step != Step::Check;
        self.notice = None;
        self.exchange.forget_trouble();
        std::iter::once(Command::Keep).chain(self.ask_if_missing()).collect()
    }

    /// Where everything is checked, a person has to be there.
    fn ask_if_missing(&mut self) -> Option<Command> {
        let is_missing = self.step == Step::Check && self.challenge.is_none() && !self.exchange.is_waiting();
        is_missing.then(|| self.ask_for_challenge())
    }

    fn ask_for_challenge(&mut self) -> Command {
        self.notice = None;
        self.is_sent = false;
        Command::Ask(self.exchange.send_beside(), Request::Challenge)
    }

    fn challenged(&mut self, challenge: Challenge) -> Vec<Command> {
        let is_another = self.challenge.replace(challenge).is_some();
        self.notice = is_another.then_some(Notice::NewChallenge);
        vec![]
    }

    fn created(&mut self, receipt: Receipt) -> Vec<Command> {
        self.begin_anew();
        self.step = Step::Sent;
        self.receipt = Some(receipt);
        vec![Command::Forget]
    }

    fn failed(&mut self, mut fault: Fault, now: Moment) -> Vec<Command> {
        if !self.is_sent && self.exchange.trouble().is_some() {
            // What happened to the request matters more than that there is no other challenge.
            return vec![];
        }
        let rejected = match &fault.problem {
            Problem::FieldsRejected(fields) => fields.first().map(|(field, _)| field.part()),
            _ => None,
        };
        let mut commands = vec![];
        if let Some(part) = rejected {
            commands = self.show(Step::of(part));
            self.is_changing = true;
        }
        if fault.problem == Problem::IdempotencyConflict {
            self.key = None;
            commands = vec![Command::Keep];
        }
        self.challenge = fault.challenge.take().map(|challenge| *challenge);
        self.exchange.fail(fault, now);
        // The challenge was used up by what was sent. Another one is fetched by itself, but none after that.
        let may_ask = self.is_sent && self.exchange.blocked_for(now) == Seconds::ZERO;
        commands.extend(if may_ask { self.ask_if_missing() } else { None });
        commands
    }

    /// The first step on which something is missing.
    fn first_open(&self) -> Option<Step> {
        Step::ENTERED.into_iter().find(|step| step.part().is_some_and(|part| !self.draft.has(part)))
    }
}
