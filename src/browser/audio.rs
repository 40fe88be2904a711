//! A recording that is played.

use super::object_url::ObjectUrl;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlAudioElement;

/// A recording in memory. It stops when it is dropped.
pub struct Player {
    element: HtmlAudioElement,
    _ended: Closure<dyn Fn()>,
    _source: ObjectUrl,
}

impl Player {
    /// A player for the recording at `source`; calls `ended` when it has been played to its end. `None` if the browser
    /// plays nothing.
    #[must_use]
    pub fn new(source: ObjectUrl, ended: impl Fn() + 'static) -> Option<Self> {
        let element = HtmlAudioElement::new_with_src(source.as_str()).ok()?;
        let ended = Closure::<dyn Fn()>::new(ended);
        element.set_onended(Some(ended.as_ref().unchecked_ref()));
        Some(Self { element, _ended: ended, _source: source })
    }

    /// Plays from the beginning. `false` if the browser refuses.
    pub fn play(&self) -> bool {
        self.element.set_current_time(0.0);
        let playing = self.element.play();
        let is_playing = playing.is_ok();
        if let Ok(playing) = playing {
            // It also fails when somebody stops the recording before it begins, which is nothing to report.
            super::spawn(async move { drop(JsFuture::from(playing).await) });
        }
        is_playing
    }

    /// Stops.
    pub fn stop(&self) {
        let _ = self.element.pause();
    }

    /// Sets the volume, in percent.
    pub fn set_volume(&self, percent: u32) {
        self.element.set_volume(f64::from(percent.min(100)) / 100.0);
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.stop();
        self.element.set_onended(None);
    }
}
