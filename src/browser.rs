//! The browser: the only place that names `web_sys`, `js_sys` and `gloo`.
//!
//! Everything here is small and dumb: it does what it is told and knows no step, page or API. Where the browser lacks
//! something or refuses, it says so by an `Option` or a `bool`; nothing here panics.

pub mod audio;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod fetch;
pub mod history;
pub mod intl;
pub mod leaving;
pub mod object_url;
pub mod page;
pub mod random;
pub mod site;
pub mod storage;
pub mod takeover;
pub mod work;

use std::pin::Pin;
pub use web_sys::Event;

/// Whether there is no connection at all. Only the browser's "no" is trustworthy: it says yes in many networks that lead nowhere.
#[must_use]
pub fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

/// Runs `task` beside everything else. It is boxed, so that the code that runs tasks is there once and not once for each.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}
