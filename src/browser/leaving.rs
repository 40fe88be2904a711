//! Leaving the page: for an address outside the app, or because the person goes.

use crate::domain::link::Link;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// `src/boot.js` loads the page again, where that may help.
    #[wasm_bindgen(js_name = loadAgain, catch)]
    async fn load_again_once() -> Result<JsValue, JsValue>;
}

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

/// Loads this page anew, if it can be had and this was not done before for the same build. What was typed stays, but for secrets.
/// Returns only if that is not done.
pub async fn load_again() {
    if load_again_once().await.is_ok_and(|begins| begins.is_truthy()) {
        std::future::pending::<()>().await;
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
