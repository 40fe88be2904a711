//! Leaving the page: for an address outside the app, or because the person goes.

use crate::domain::link::Link;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Leaves the app for `address`.
pub fn go_to(address: &Link) {
    if let Some(window) = web_sys::window() {
        // It fails only for an address that is none, which a link is not.
        let _ = window.location().assign(address.as_str());
    }
}

/// Loads a page of the site anew, from the server.
pub fn load_page(path: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().assign(path);
    }
}

/// Calls `left` whenever the page is left, as long as it lives. A browser may keep the page as it is and show it again to
/// whoever goes back (HTML, `pagehide`). The fields are emptied by src/boot.js.
pub fn on_leave(left: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(left);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("pagehide", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
