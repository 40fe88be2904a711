//! The picture with characters.

use super::Loader;
use crate::browser::object_url::ObjectUrl;
use crate::browser::spawn;
use crate::components::element::{Element, element};
use crate::domain::captcha::{Challenge, Media};
use crate::i18n::text;
use leptos::prelude::*;

/// The picture of the present challenge. A handle.
#[derive(Clone, Copy)]
pub(super) struct Picture {
    challenge: Memo<Option<Challenge>>,
    load: Loader,
    state: RwSignal<State, LocalStorage>,
    /// The challenge that the picture belongs to, or is being loaded for.
    shown: StoredValue<Option<String>>,
}

enum State {
    Loading,
    Shown(ObjectUrl),
    Failed,
}

impl Picture {
    pub(super) fn new(challenge: Memo<Option<Challenge>>, load: Loader) -> Self {
        Self { challenge, load, state: RwSignal::new_local(State::Loading), shown: StoredValue::new(None) }
    }

    /// Loads the picture of the present challenge, unless it is there already. Follows the challenge.
    pub(super) fn show(self) {
        let id = self.challenge.get().map(|challenge| challenge.id);
        if self.shown.get_value() == id && id.is_some() {
            return;
        }
        self.shown.set_value(id.clone());
        self.state.set(State::Loading);
        let Some(id) = id else { return };
        let picture = (self.load)(id.clone(), Media::Picture);
        spawn(async move {
            let url = picture.await.and_then(|picture| ObjectUrl::of(&picture.bytes, picture.media_type));
            // The page may have been left, and another challenge may have come in between.
            if self.shown.try_get_value().flatten() == Some(id) {
                self.state.set(url.map_or(State::Failed, State::Shown));
            }
        });
    }

    pub(super) fn element(self) -> Element {
        element("div").set("class", "captcha-picture").with_live(move || {
            let shown = self.state.with(|state| match state {
                State::Loading => element("p").set("role", "status").with(text::CAPTCHA_LOADING),
                State::Shown(url) => {
                    element("img").set("src", url.as_str()).say("alt", text::CAPTCHA_PICTURE_DESCRIPTION)
                }
                State::Failed => element("p").set("role", "alert").with(text::CAPTCHA_MEDIA_FAILED),
            });
            vec![shown]
        })
    }
}
