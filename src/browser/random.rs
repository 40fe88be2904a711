//! Names that nobody can guess.

use crate::domain::captcha::hexadecimal;

/// 128 random bits as 32 hexadecimal digits. `None` if the browser has no source for them.
#[must_use]
pub fn name() -> Option<String> {
    let mut bytes = [0; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(hexadecimal(&bytes))
}
