//! A screen: its heading, where one is, what is wrong, and what happens when it appears.

use super::effect::effect;
use super::element::{Element, element};
use super::error_summary::{self, error_summary};
use super::form::Form;
use super::site::Site;
use crate::browser::page;
use crate::i18n::{Message, text};
use leptos::prelude::untrack;

/// The heading's id, for the focus.
pub const HEADING: &str = "heading";

/// Where one is in a journey.
pub struct Place {
    /// The number of the step, from 1.
    pub step: u32,
    /// The number of steps.
    pub of: u32,
}

/// A screen to be made.
pub struct Screen {
    title: Message,
    place: Option<Place>,
    summary: Option<Element>,
    form: Option<Form>,
}

/// A screen with a heading.
#[must_use]
pub fn screen(title: Message) -> Screen {
    Screen { title, place: None, summary: None, form: None }
}

impl Screen {
    /// With the place in the journey.
    #[must_use]
    pub fn place(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// With the summary of what is wrong in `form`, and the API's reference to it.
    #[must_use]
    pub fn summary(mut self, form: Form, reference: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        self.summary = Some(error_summary(form, reference));
        self.form = Some(form);
        self
    }

    /// As an element with `content`. When it appears after another screen, its heading is announced and takes the
    /// focus, or the summary takes it if something is wrong already (WCAG 2.2, SC 2.4.3 and 4.1.3); the title of the
    /// window follows it and says when something is wrong (SC 2.4.2).
    #[must_use]
    pub fn element(self, site: Site, content: Vec<Element>) -> Element {
        let Self { title, place, summary, form } = self;
        let heading = title.clone();
        let window_title = title.clone();
        effect(move || {
            let product = site.operator().product_name.as_str().into();
            let has_slips = form.is_some_and(Form::has_slips);
            let message = if has_slips { text::window_title_problem } else { text::window_title };
            page::set_title(&site.say(&message(window_title.clone().into(), product)));
        });
        if !site.is_first_screen() {
            effect(move || {
                let has_slips = form.is_some_and(|form| untrack(|| form.has_slips()));
                page::focus(if has_slips { error_summary::ID } else { HEADING });
                page::scroll_to_top();
                site.announce(heading.clone());
            });
        }
        element("div")
            .set("class", "screen")
            .with_all(summary.into_iter().collect())
            .with_all(place.map(place_line).into_iter().collect())
            .with(element("h1").set("id", HEADING).set("tabindex", "-1").with(title))
            .with_all(content)
    }
}

fn place_line(place: Place) -> Element {
    let bar = element("progress")
        .set("value", &place.step.to_string())
        .set("max", &place.of.to_string())
        .set("aria-hidden", "true");
    let words = element("p").set("class", "place").with(text::place(place.step.into(), place.of.into()));
    element("div").set("class", "place-bar").with(words).with(bar)
}
