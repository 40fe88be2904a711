//! Text that must not be seen again once it has been used.

/// A password, a code, a CAPTCHA answer or a token.
///
/// It has no `Debug`, `Display`, `Clone` or `Serialize`, so that it cannot reach a log or a page by accident
/// (OWASP ASVS 5.0, 14.2 and 16.2.5). The only way to read it is [`Secret::expose`], which is easy to search for.
/// The bytes are overwritten on drop; copies that the browser made of them are beyond our reach.
pub struct Secret(String);

impl Secret {
    /// Takes the text as it is: no trimming, no change of case, no normalisation (ASVS 6.2.8).
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself. Call it only where it leaves for the API, is checked by a rule, or is shown to be handed over.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        // Without this the compiler may leave out a write that nobody reads.
        std::hint::black_box(&bytes);
    }
}
