//! Asking support for help where one cannot get back in alone: a service request.
//!
//! Support needs to know why, who asks, and for which company. The [`Draft`] grows from screen to screen and holds no
//! secret; the [`ServiceRequest`] is the way from the reason to the reference number.

mod command;
mod draft;
mod event;
mod field;
mod reason;
mod request;
mod step;
#[cfg(test)]
mod tests;

pub use command::{Answer, Command, IdempotencyKey, Receipt, Request};
pub use draft::Draft;
pub use event::Event;
pub use field::{Field, FieldProblem, Part};
pub use reason::Reason;
pub use request::{Notice, ServiceRequest};
pub use step::Step;
