//! Leaving the page: for an address outside the app, or because the person goes.

use crate::domain::link::Link;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlInputElement;

/// The fields that hold what nobody else may see. A password that is shown is a field for text.
const SECRET_FIELDS: &str = "input:is([type='password'], [autocomplete$='-password'], [autocomplete='one-time-code'])";

/// Leaves the app for `address`.
pub fn go_to(address: &Link) {
    if let Some(window) = web_sys::window() {
        // It fails only for an address that is none, which a link is not.
        let _ = window.location().assign(address.as_str());
    }
}

/// Empties every secret field and calls `left` whenever the page is left, as long as it lives. A browser may keep the page
/// as it is and show it again to whoever goes back (HTML, `pagehide`).
pub fn on_leave(left: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || {
        clear_secret_fields();
        left();
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("pagehide", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

fn clear_secret_fields() {
    let Some(fields) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(SECRET_FIELDS).ok())
    else {
        return;
    };
    for index in 0..fields.length() {
        if let Some(field) = fields.get(index).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value("");
        }
    }
}
