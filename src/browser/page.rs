//! The page itself: its title, its language, its focus and what stands in its fields.

use crate::domain::secret::Secret;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, MouseEvent};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn text_area(id: &str) -> Option<HtmlTextAreaElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the language of the page (BCP 47) and its direction (`ltr` or `rtl`).
pub fn set_language(tag: &str, direction: &str) {
    mark("lang", tag);
    mark("dir", direction);
}

/// Sets an attribute of the root element. Setting it again would make the browser work out the styles of the whole page.
fn mark(attribute: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element())
        && root.get_attribute(attribute).as_deref() != Some(value)
    {
        let _ = root.set_attribute(attribute, value);
    }
}

/// Moves the focus to the element with this id, and so the view.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The site that the page belongs to, as the beginning of an address: `https://host`.
#[must_use]
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Moves the view to the top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// What stands in a field that holds no secret.
#[must_use]
pub fn typed(id: &str) -> String {
    let line = input(id).map(|input| input.value());
    line.or_else(|| Some(text_area(id)?.value())).unwrap_or_default()
}

/// What stands in a field that holds a secret.
#[must_use]
pub fn secret(id: &str) -> Secret {
    Secret::new(typed(id))
}

/// Empties a field.
pub fn clear(id: &str) {
    if let Some(input) = input(id) {
        input.set_value("");
    }
}

/// The value of the radio button that is chosen in a group.
#[must_use]
pub fn chosen(group: &str) -> Option<String> {
    let selector = ["input[name='", group, "']:checked"].concat();
    let chosen = document()?.query_selector(&selector).ok()??;
    chosen.dyn_into::<HtmlInputElement>().ok().map(|input| input.value())
}

/// Calls `follow` with the path of every link within this site that is clicked, and with what its `data-start` says; where
/// it returns `true`, the browser does not load the page anew. A link to a place on this page moves the focus there: as a
/// new entry of the history it would be a step that one could go back from. Clicks that ask for a new tab or a download
/// stay the browser's.
pub fn on_link(follow: impl Fn(&str, Option<&str>) -> bool + 'static) {
    let listener = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let Some((address, start)) = address_of(&event) else { return };
        let is_followed = match address.strip_prefix('#') {
            Some(id) => {
                focus(id);
                true
            }
            None => follow(&address, start.as_deref()),
        };
        if is_followed {
            event.prevent_default();
        }
    });
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Lets the second click of a double click do nothing, as long as the page lives: the first one may have brought another
/// screen, on which nothing was meant to be pressed.
pub fn ignore_double_clicks() {
    let listener = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| {
        // The keyboard's clicks count as none.
        if event.detail() > 1 {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    if let Some(document) = document() {
        let listener = listener.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback_and_bool("click", listener, true);
    }
    listener.forget();
}

/// The path or the place on this page that a click leads to, and what the link starts.
fn address_of(event: &MouseEvent) -> Option<(String, Option<String>)> {
    let is_plain =
        event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a:is([href^='/'], [href^='#'])").ok()??;
    let is_here = !link.has_attribute("target") && !link.has_attribute("download");
    // `//host/` is another site.
    let address = link.get_attribute("href").filter(|href| !href.starts_with("//"))?;
    (is_plain && is_here && !event.default_prevented()).then(|| (address, link.get_attribute("data-start")))
}
