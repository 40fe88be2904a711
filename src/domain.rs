//! The rules of signing in and getting back in, as pure values.
//!
//! Nothing here knows a browser, an API's wire format, a language or the time of day: time enters as an argument,
//! effects leave as values. That is what makes every rule testable natively in milliseconds.

pub mod account;
pub mod capabilities;
pub mod captcha;
pub mod code;
pub mod exchange;
pub mod link;
pub mod moment;
pub mod password;
pub mod problem;
pub mod recovery;
pub mod request_status;
pub mod return_to;
pub mod secret;
pub mod service_request;
pub mod session;
pub mod sign_in;
pub mod ticket;
pub mod timestamp;
pub mod typed_text;
pub mod users;
pub mod verification;
