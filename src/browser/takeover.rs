//! From the page that was there at once to the app, with everything that a person has done meanwhile.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit, Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = takePress)]
    fn take_press(field: &str) -> bool;
}

/// Whether the form with the field that has this id was sent already. It is then up to the app to answer, with another screen than
/// the static page shows.
#[must_use]
pub fn takes_press(field: &str) -> bool {
    take_press(field)
}

/// A place for the app that nobody sees yet.
#[must_use]
pub fn new_place() -> Option<HtmlElement> {
    document()?.create_element("div").ok()?.dyn_into().ok()
}

/// Hands the place over to `src/take_over.js`, which puts it where the static page stands.
pub fn hand_over(place: &HtmlElement) {
    let init = CustomEventInit::new();
    init.set_detail(place);
    if let (Some(document), Ok(event)) = (document(), CustomEvent::new_with_event_init_dict("app-mounted", &init)) {
        let _ = document.dispatch_event(&event);
    }
}
