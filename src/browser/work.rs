//! The calculation that stands in for reading a picture: ALTCHA v2, solved with the browser's own WebCrypto, so that no
//! hash function enters the WASM.

use crate::domain::captcha::ProofOfWork;
use crate::domain::secret::Secret;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// How many attempts run at once: enough to keep the browser's crypto thread busy, few enough to stop soon when asked.
const AT_ONCE: u32 = 8;
/// The most attempts, where the API does not say: some minutes' work.
const MOST_ATTEMPTS: u32 = 100_000;

/// Solves `task`. Calls `report` with the number of attempts made so far; where it returns `false`, the work stops.
///
/// `None` if the work was stopped, or if the browser cannot do it.
pub async fn solve(task: &ProofOfWork, report: impl Fn(u32) -> bool) -> Option<Secret> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    let mut counter = 0;
    let most = task.attempts.unwrap_or(MOST_ATTEMPTS);
    while counter < most && report(counter) {
        let attempts = Array::new();
        for offset in 0..AT_ONCE {
            attempts.push(&begin(&subtle, task, counter + offset)?.into());
        }
        let keys: Array = JsFuture::from(Promise::all(&attempts)).await.ok()?.dyn_into().ok()?;
        for (offset, key) in (0..AT_ONCE).zip(keys.iter()) {
            let bytes = Uint8Array::new(&key).to_vec();
            if task.is_solved_by(&bytes) {
                return encode(&task.payload(counter + offset, &bytes));
            }
        }
        counter += AT_ONCE;
    }
    None
}

/// Starts one attempt; its result is the derived key.
fn begin(subtle: &SubtleCrypto, task: &ProofOfWork, counter: u32) -> Option<Promise> {
    let password = Uint8Array::from(task.password(counter).as_slice());
    let usages = Array::of1(&"deriveBits".into());
    let imported = subtle.import_key_with_str("raw", &password, "PBKDF2", false, &usages).ok()?;
    let settings = Object::new();
    let salt = Uint8Array::from(task.salt.as_slice());
    for (name, value) in [
        ("name", JsValue::from("PBKDF2")),
        ("hash", JsValue::from("SHA-256")),
        ("iterations", JsValue::from(task.cost)),
        ("salt", JsValue::from(salt)),
    ] {
        Reflect::set(&settings, &name.into(), &value).ok()?;
    }
    let subtle = subtle.clone();
    let bits = task.key_length.saturating_mul(8);
    Some(wasm_bindgen_futures::future_to_promise(async move {
        let key: CryptoKey = JsFuture::from(imported).await?.dyn_into()?;
        JsFuture::from(subtle.derive_bits_with_object(&settings, &key, bits)?).await
    }))
}

/// `payload` in Base64. It is ASCII, as [`ProofOfWork::payload`] writes it from JSON that came as ASCII; anything else is
/// refused by the browser.
fn encode(payload: &str) -> Option<Secret> {
    web_sys::window()?.btoa(payload).ok().map(Secret::new)
}
