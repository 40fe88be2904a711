//! Asking support for help where one cannot get back in alone: a service request.
//!
//! Support needs to know why, who asks, and for which company. The [`Draft`] grows from screen to screen and holds no
//! secret; the [`ServiceRequest`] is the way from the reason to the reference number.

mod draft;
mod request;

pub use draft::{Draft, Field, FieldProblem, Part, Reason};
pub use request::{Answer, Command, Event, IdempotencyKey, Notice, Receipt, Request, ServiceRequest, Step};
