//! The screens on which a service request is looked up.

pub mod look_up;
pub mod report;

use super::stage::{Stage, Told};
use crate::components::element::Element;
use crate::domain::exchange::Exchange;
use crate::domain::request_status::{Event, Step};

/// The screen for a step.
#[must_use]
pub fn request_status(stage: Stage, step: Step) -> Element {
    match step {
        Step::LookUp => look_up::look_up(stage),
        Step::Report => report::report(stage),
    }
}

/// The talk with the API about the request. Follows it.
fn exchange(stage: Stage) -> Exchange {
    stage.request_status.with(|status| status.exchange().clone())
}

/// Tells what happened.
fn tell(stage: Stage, event: Event) {
    stage.tell(Told::RequestStatus(event));
}
