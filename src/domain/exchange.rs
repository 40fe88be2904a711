//! One request at a time: the answer that is awaited, what went wrong last, and how long nothing may be sent.

use super::moment::{Moment, Seconds};
use super::problem::{Fault, Problem, Trouble};
use super::ticket::Ticket;

/// What a state machine remembers of its talk with the API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    awaited: Option<Ticket>,
    last_ticket: Ticket,
    trouble: Option<Trouble>,
    blocked_until: Option<Moment>,
}

impl Exchange {
    /// Whether an answer is awaited. Until it comes, nothing else is sent.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.awaited.is_some()
    }

    /// What went wrong last, until something else is tried.
    #[must_use]
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// How long nothing may be sent, because there were too many requests.
    #[must_use]
    pub fn blocked_for(&self, now: Moment) -> Seconds {
        self.blocked_until.map_or(Seconds::ZERO, |until| until.seconds_from(now))
    }

    /// Whether something can be sent now. If there were too many requests, that is the trouble again.
    pub(super) fn is_free(&mut self, now: Moment) -> bool {
        if self.is_waiting() {
            return false;
        }
        let is_blocked = self.blocked_for(now) > Seconds::ZERO;
        if is_blocked {
            self.report(Problem::TooManyRequests);
        }
        !is_blocked
    }

    /// Something is sent: the ticket that its answer comes with.
    pub(super) fn send(&mut self) -> Ticket {
        self.last_ticket = self.last_ticket.next();
        self.awaited = Some(self.last_ticket);
        self.trouble = None;
        self.last_ticket
    }

    /// Something is sent beside what went wrong, which stays told.
    pub(super) fn send_beside(&mut self) -> Ticket {
        let trouble = self.trouble.take();
        let ticket = self.send();
        self.trouble = trouble;
        ticket
    }

    /// An answer has come; `false` if it is not the awaited one and has to be dropped.
    pub(super) fn take(&mut self, ticket: Ticket) -> bool {
        self.awaited.take_if(|awaited| *awaited == ticket).is_some()
    }

    /// Nobody waits for the answer any more.
    pub(super) fn give_up(&mut self) {
        self.awaited = None;
    }

    /// The awaited answer is a fault.
    pub(super) fn fail(&mut self, fault: Fault, now: Moment) {
        self.blocked_until = fault.blocks_until(now).or(self.blocked_until);
        self.trouble = Some(Trouble { problem: fault.problem, trace: fault.trace });
    }

    /// Something is wrong.
    pub(super) fn report(&mut self, problem: Problem) {
        self.trouble = Some(Trouble { problem, trace: None });
    }

    /// What went wrong no longer matters.
    pub(super) fn forget_trouble(&mut self) {
        self.trouble = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_milliseconds(1_000);

    #[test]
    fn only_the_answer_to_the_newest_request_is_taken() {
        let mut exchange = Exchange::default();
        let old = exchange.send();
        exchange.give_up();
        let new = exchange.send();
        assert!(!exchange.take(old));
        assert!(exchange.is_waiting());
        assert!(exchange.take(new));
        assert!(!exchange.take(new), "an answer comes once");
    }

    #[test]
    fn too_many_requests_hold_everything_back_for_as_long_as_the_api_says() {
        let mut exchange = Exchange::default();
        let ticket = exchange.send();
        assert!(!exchange.is_free(NOW), "an answer is awaited");
        assert!(exchange.take(ticket));
        let fault = Fault { retry_after: Some(Seconds::clamped(20)), ..Problem::TooManyRequests.into() };
        exchange.fail(fault, NOW);
        exchange.forget_trouble();
        assert!(!exchange.is_free(NOW));
        assert_eq!(exchange.trouble().map(|trouble| &trouble.problem), Some(&Problem::TooManyRequests));
        assert!(exchange.is_free(NOW.after(Seconds::clamped(20))));
    }
}
