//! What outlives a reload of the page, and ends with the tab (HTML, `sessionStorage`). Nothing secret is kept here.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Keeps `value` under `name`; nothing is kept of an empty one. Where the browser keeps nothing, nothing happens.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = if value.is_empty() { storage.remove_item(name) } else { storage.set_item(name, value) };
    }
}

/// What was kept under `name`; empty if nothing was.
#[must_use]
pub fn kept(name: &str) -> String {
    storage().and_then(|storage| storage.get_item(name).ok()?).unwrap_or_default()
}
