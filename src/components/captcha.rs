//! The check that a person is there: a picture, a recording, or a calculation, as three equal choices.

mod audio;
mod picture;
mod work;

use super::button;
use super::effect::effect;
use super::element::{Element, element};
use super::error_summary::error_at;
use super::form::{Form, Slip};
use super::site::Site;
use super::text_field::{bare_input, hint_id, problem_id};
use crate::browser::page;
use crate::domain::captcha::{AnswerKind, CaptchaAnswer, Challenge, Media, Medium, Recording, read_characters};
use crate::i18n::{Message, text};
use audio::Audio;
use leptos::prelude::*;
use picture::Picture;
use std::pin::Pin;
use work::Work;

/// The id of the field for the characters.
pub const ANSWER: &str = "captcha-answer";
/// The name of the group of ways.
const WAY: &str = "captcha-way";

/// Gets a picture or a recording of a challenge; `None` if it cannot be had.
pub type Loader = fn(String, Media) -> Pin<Box<dyn Future<Output = Option<Recording>>>>;

/// The check on a page. A handle: copies are the same check.
#[derive(Clone, Copy)]
pub struct Captcha {
    challenge: Memo<Option<Challenge>>,
    way: RwSignal<Medium>,
    picture: Picture,
    audio: Audio,
    work: Work,
    form: Form,
}

impl Captcha {
    /// A check in `form` that follows `challenge`. While there is none, a new one is on its way.
    #[must_use]
    pub fn new(challenge: Memo<Option<Challenge>>, loader: Loader, form: Form) -> Self {
        let first = challenge
            .with_untracked(|challenge| challenge.as_ref().and_then(|challenge| challenge.media().first().copied()));
        let way = RwSignal::new(first.unwrap_or(Medium::Picture));
        let captcha = Self {
            challenge,
            way,
            picture: Picture::new(challenge, loader),
            audio: Audio::new(challenge, loader),
            work: Work::new(challenge),
            form,
        };
        let before = StoredValue::new(None);
        effect(move || {
            // Characters belong to one challenge only. When another one comes, the way on is its answer.
            let id = challenge.get().map(|challenge| challenge.id);
            let before = before.try_update_value(|before| std::mem::replace(before, id.clone())).flatten();
            if before.is_some() && before != id {
                page::clear(ANSWER);
                if !untrack(|| form.has_slips()) {
                    page::focus(ANSWER);
                }
            }
        });
        effect(move || {
            if way.get() == Medium::Picture {
                captcha.picture.show();
            }
            // A recording that nobody sees the buttons of must not go on.
            if way.get() != Medium::Audio {
                captcha.audio.stop();
            }
        });
        captcha
    }

    /// Whether there is a challenge to answer.
    #[must_use]
    pub fn is_ready(self) -> bool {
        self.challenge.with_untracked(Option::is_some)
    }

    /// What is missing for an answer to the challenge.
    #[must_use]
    pub fn missing(self) -> Vec<Slip> {
        let typed = || read_characters(&page::typed(ANSWER)).is_some();
        let slip = match self.way.get_untracked() {
            Medium::Picture if !typed() => Slip::at(ANSWER, text::CAPTCHA_PICTURE_MISSING),
            Medium::Audio if !typed() => Slip::at(ANSWER, text::CAPTCHA_AUDIO_MISSING),
            Medium::Work if !self.work.is_done() => Slip::at(work::BUTTON, text::CAPTCHA_WORK_MISSING),
            Medium::Picture | Medium::Audio | Medium::Work => return vec![],
        };
        vec![slip]
    }

    /// The answer, taken off the page.
    ///
    /// # Errors
    /// What is [`missing`](Self::missing).
    pub fn take_answer(self) -> Result<CaptchaAnswer, Vec<Slip>> {
        let kind = match self.way.get_untracked() {
            Medium::Work => self.work.take_proof().map(AnswerKind::Proof),
            Medium::Picture | Medium::Audio => read_characters(&page::typed(ANSWER)).map(AnswerKind::Characters),
        };
        let (Some(challenge), Some(kind)) = (self.challenge.get_untracked(), kind) else { return Err(self.missing()) };
        page::clear(ANSWER);
        Ok(CaptchaAnswer { challenge: challenge.id, kind })
    }

    /// The check as an element. `ask_for_another` is called when the person wants another challenge.
    #[must_use]
    pub fn element(self, site: Site, ask_for_another: impl Fn() + Clone + Send + 'static) -> Element {
        let ways = Memo::new(move |_| {
            self.challenge.with(|challenge| challenge.as_ref().map(Challenge::media).unwrap_or_default())
        });
        let choices = element("div")
            .set("class", "captcha-ways")
            .with_live(move || ways.get().into_iter().map(|way| self.choice(way)).collect());
        let way = self.way;
        let is_there = Memo::new(move |_| self.challenge.with(Option::is_some));
        let shown = element("div").set("class", "captcha-shown").with_live(move || {
            vec![match way.get() {
                _ if !is_there.get() => self.missing_challenge(),
                Medium::Picture => self.picture.element(),
                Medium::Audio => self.audio.element(),
                Medium::Work => self.work.element(self.form),
            }]
        });
        let another = button::action(text::CAPTCHA_NEW, ask_for_another);
        let another = element("div").flag("hidden", move || way.get() == Medium::Work && is_there.get()).with(another);
        let person = element("p")
            .set("class", "hint")
            .with(element("span").with(text::CAPTCHA_PERSON))
            .with(" ".to_owned())
            .with(site.support());
        element("fieldset")
            .set("class", "captcha")
            .with(element("legend").with(text::CAPTCHA_LEGEND))
            .with(element("p").set("class", "hint").with(text::CAPTCHA_CHOICE))
            .with(choices)
            .with(shown)
            .with(self.answer_field())
            .with(another)
            .with(person)
    }

    /// Another challenge is on its way, or could not be had.
    fn missing_challenge(self) -> Element {
        let said = if self.form.is_waiting() { text::CAPTCHA_WAITING } else { text::CAPTCHA_MEDIA_FAILED };
        element("p").set("role", "status").with(said)
    }

    fn choice(self, medium: Medium) -> Element {
        let (id, label): (&str, Message) = match medium {
            Medium::Picture => ("captcha-way-picture", text::CAPTCHA_PICTURE),
            Medium::Audio => ("captcha-way-audio", text::CAPTCHA_AUDIO),
            Medium::Work => ("captcha-way-work", text::CAPTCHA_WORK),
        };
        let way = self.way;
        let input = element("input")
            .set("type", "radio")
            .set("name", WAY)
            .set("id", id)
            .set("value", id)
            .live("checked", move |_| (way.get_untracked() == medium).then(String::new))
            .on("change", move || way.set(medium));
        element("div").set("class", "answer").with(input).with(element("label").set("for", id).with(label))
    }

    /// One field for the characters, whether they are seen or heard: what is typed stays when one changes the way.
    fn answer_field(self) -> Element {
        let Self { way, form, .. } = self;
        let label =
            move || if way.get() == Medium::Audio { text::CAPTCHA_AUDIO_LABEL } else { text::CAPTCHA_PICTURE_LABEL };
        let input = bare_input(ANSWER, "off", form, true).set("type", "text").set("inputmode", "text");
        element("div")
            .live("class", move |_| {
                Some(if form.slip_at(ANSWER).is_some() { "field field-wrong" } else { "field" }.to_owned())
            })
            .flag("hidden", move || way.get() == Medium::Work)
            .with(element("label").set("for", ANSWER).with_live(move || vec![element("span").with(label())]))
            .with(element("p").set("class", "hint").set("id", &hint_id(ANSWER)).with(text::CAPTCHA_ANSWER_HINT))
            .with(error_at(form, ANSWER, problem_id(ANSWER)))
            .with(input)
    }
}
