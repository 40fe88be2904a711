//! Bytes as an address that the page's own `<img>` and `<audio>` can show.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// A `blob:` address. It is revoked when it is dropped, so that an old picture does not stay in memory.
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// An address for `bytes`. `None` if the browser refuses.
    #[must_use]
    pub fn of(bytes: &[u8], media_type: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}
