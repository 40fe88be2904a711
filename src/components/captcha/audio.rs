//! The recording of the characters, with buttons to play it as often as one likes.

use super::Loader;
use crate::browser::audio::Player;
use crate::browser::object_url::ObjectUrl;
use crate::browser::{page, spawn};
use crate::components::button;
use crate::components::effect::effect;
use crate::components::element::{Element, element};
use crate::domain::captcha::{Challenge, Media};
use crate::i18n::{Value, text};
use leptos::prelude::*;

const VOLUME: &str = "captcha-volume";

/// The recording of the present challenge. A handle.
#[derive(Clone, Copy)]
pub(super) struct Audio {
    challenge: Memo<Option<Challenge>>,
    load: Loader,
    player: StoredValue<Option<Loaded>, LocalStorage>,
    state: RwSignal<State>,
}

struct Loaded {
    challenge: String,
    slow: bool,
    player: Player,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Silent,
    Loading,
    Playing,
    Failed,
}

impl Audio {
    pub(super) fn new(challenge: Memo<Option<Challenge>>, load: Loader) -> Self {
        let audio = Self { challenge, load, player: StoredValue::new_local(None), state: RwSignal::new(State::Silent) };
        effect(move || {
            challenge.track();
            audio.player.set_value(None);
            audio.state.set(State::Silent);
        });
        audio
    }

    pub(super) fn stop(self) {
        self.player.with_value(|loaded| loaded.iter().for_each(|loaded| loaded.player.stop()));
        self.state.update(|state| {
            if *state == State::Playing {
                *state = State::Silent;
            }
        });
    }

    fn play(self, slow: bool) {
        let Some(id) = self.challenge.get_untracked().map(|challenge| challenge.id) else { return };
        self.stop();
        let is_loaded = self
            .player
            .with_value(|loaded| loaded.as_ref().is_some_and(|loaded| loaded.challenge == id && loaded.slow == slow));
        if is_loaded {
            self.start();
            return;
        }
        self.state.set(State::Loading);
        let recording = (self.load)(id.clone(), Media::Audio { slow });
        spawn(async move {
            let url = recording.await.and_then(|recording| ObjectUrl::of(&recording.bytes, recording.media_type));
            let is_wanted = self.challenge.try_get_untracked().flatten().is_some_and(|challenge| challenge.id == id);
            if !is_wanted || self.state.try_get_untracked() != Some(State::Loading) {
                return;
            }
            let player = url.and_then(|url| Player::new(url, move || self.state.set(State::Silent)));
            match player {
                Some(player) => {
                    self.player.set_value(Some(Loaded { challenge: id, slow, player }));
                    self.start();
                }
                None => self.state.set(State::Failed),
            }
        });
    }

    fn start(self) {
        self.set_volume();
        let plays = self.player.with_value(|loaded| loaded.as_ref().is_some_and(|loaded| loaded.player.play()));
        self.state.set(if plays { State::Playing } else { State::Failed });
    }

    fn set_volume(self) {
        let percent = page::typed(VOLUME).parse().unwrap_or(100);
        self.player.with_value(|loaded| loaded.iter().for_each(|loaded| loaded.player.set_volume(percent)));
    }

    pub(super) fn element(self) -> Element {
        let language =
            self.challenge.get_untracked().and_then(|challenge| challenge.audio_language).unwrap_or_default();
        let language = (!language.is_empty())
            .then(|| element("p").set("class", "hint").with(text::captcha_audio_language(Value::Language(language))));
        let buttons = element("div")
            .set("class", "buttons")
            .with(button::action(text::CAPTCHA_PLAY, move || self.play(false)))
            .with(button::action(text::CAPTCHA_PLAY_SLOWLY, move || self.play(true)))
            .with(button::action(text::CAPTCHA_STOP, move || self.stop()));
        let volume = element("input")
            .set("type", "range")
            .set("id", VOLUME)
            .set("min", "0")
            .set("max", "100")
            .set("step", "10")
            .set("value", "100")
            .on("input", move || self.set_volume());
        let volume = element("div")
            .set("class", "volume")
            .with(element("label").set("for", VOLUME).with(text::CAPTCHA_VOLUME))
            .with(volume);
        let status = element("div").set("role", "status").with_live(move || match self.state.get() {
            State::Silent | State::Playing => vec![],
            State::Loading => vec![element("p").with(text::CAPTCHA_LOADING)],
            State::Failed => vec![element("p").with(text::CAPTCHA_MEDIA_FAILED)],
        });
        element("div")
            .set("class", "captcha-audio")
            .with_all(language.into_iter().collect())
            .with(buttons)
            .with(volume)
            .with(status)
    }
}
