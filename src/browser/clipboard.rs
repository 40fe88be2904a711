//! The clipboard, from which everything on the device can read.

use crate::domain::secret::Secret;
use wasm_bindgen_futures::JsFuture;

/// Puts `text` in the place of what is in the clipboard. Says later whether the browser has done it: it refuses where the
/// page is not secure, or where the person has forbidden it (W3C Clipboard API).
pub fn write(text: &Secret) -> impl Future<Output = bool> + 'static {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // Asked for at once, as long as the browser sees that a button was pressed.
    let written = clipboard.filter(|there| !there.is_undefined()).map(|there| there.write_text(text.expose()));
    async move {
        match written {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        }
    }
}
