//! What the tests stand on: the servers, the browser, and a [`Person`] who uses them.

mod account;
mod afterwards;
mod api;
mod by_script;
mod certificate;
pub mod driver;
mod fields;
mod footprint;
mod journal;
mod journey;
mod keys;
mod language;
pub mod lifeline;
mod line;
pub mod nginx;
mod paper;
mod person;
mod site;
mod support;
mod tour;
mod traces;
mod visit;
mod webassembly;

pub use account::{ADMIN, COLLEAGUE};
pub use api::Server;
pub use certificate::CERTIFICATE;
pub use footprint::Footprint;
pub use journey::{NEW_PASSWORD, Way};
pub use language::Language;
pub use line::noise;
pub use person::Person;
pub use site::Site;
pub use support::REQUESTER;
pub use tour::{Stop, tour_of_stops, tour_of_support, tour_of_the_account, tour_of_the_way};
pub use visit::{Visit, visit};
pub use webassembly::WebAssembly;
