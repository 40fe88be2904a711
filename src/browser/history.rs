//! The browser's history. Each entry carries its number, so that Back and Forward can be told apart. Nothing else is
//! stored in it.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{PopStateEvent, UrlSearchParams};

/// The path that is shown.
#[must_use]
pub fn path() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// Whether the address that is shown goes on after its path.
#[must_use]
pub fn has_more_than_a_path() -> bool {
    let is_something = |part: Result<String, JsValue>| part.is_ok_and(|part| !part.is_empty());
    let location = web_sys::window().map(|window| window.location());
    location.is_some_and(|location| is_something(location.search()) || is_something(location.hash()))
}

/// What the address that is shown says under this name after its question mark.
#[must_use]
pub fn parameter(name: &str) -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&query).ok()?.get(name)
}

/// What an entry of the history remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its number; later entries have higher ones.
    pub number: u32,
    /// Whether it is a later step of a journey, which cannot be shown again from the address alone.
    pub is_later_step: bool,
}

impl Entry {
    /// As the text that the history keeps: the number, and a plus sign for a later step.
    fn encode(self) -> JsValue {
        let step = if self.is_later_step { "+" } else { "" };
        [&self.number.to_string(), step].concat().into()
    }

    fn decode(state: &JsValue) -> Option<Self> {
        let text = state.as_string()?;
        let number = text.strip_suffix('+').unwrap_or(&text);
        Some(Self { number: number.parse().ok()?, is_later_step: text.ends_with('+') })
    }
}

/// The entry that is shown; `None` for one that this app did not make.
#[must_use]
pub fn entry() -> Option<Entry> {
    Entry::decode(&web_sys::window()?.history().ok()?.state().ok()?)
}

/// Adds an entry.
pub fn push(path: &str, entry: Entry) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // It fails only if the page is being left, or when called hundreds of times a minute.
        let _ = history.push_state_with_url(&entry.encode(), "", Some(path));
    }
}

/// Changes the entry that is shown.
pub fn replace(path: &str, entry: Entry) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&entry.encode(), "", Some(path));
    }
}

/// Goes one entry back.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Calls `moved` with the entry whenever the person goes back or forward, as long as the page lives.
pub fn on_move(moved: impl Fn(Option<Entry>) + 'static) {
    let listener =
        Closure::<dyn Fn(PopStateEvent)>::new(move |event: PopStateEvent| moved(Entry::decode(&event.state())));
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
