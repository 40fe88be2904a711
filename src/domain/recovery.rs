//! Getting back in: the journey as a state machine.
//!
//! The API drives it: every answer names the [`Next`] step, and the journey accepts any of them after anything that was
//! sent, because APIs skip, repeat and reorder steps. The screens show the [`Step`], tell the [`Journey`] what happened
//! as an [`Event`], and something outside carries out the [`Command`]s it returns.

mod answers;
mod command;
#[cfg(test)]
mod diagram;
mod event;
mod journey;
mod next;
#[cfg(test)]
mod samples;
mod step;
#[cfg(test)]
mod tests;
mod transition;
#[cfg(test)]
mod walk;

pub use command::{Command, Input};
pub use event::{Entrance, Event, Situation};
pub use journey::{Journey, Notice, Place};
pub use next::{LeaveReason, Method, MethodId, Next};
pub use step::{Captcha, CodeSent, Identify, NewPassword, NextAction, Screen, Step, Stop};
