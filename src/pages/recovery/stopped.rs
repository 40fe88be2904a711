//! It does not go on here: why, and what to do instead.

use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::domain::recovery::{Step, Stop};
use crate::i18n::wording;
use crate::pages::next_actions::next_actions;
use crate::pages::stage::Stage;

/// The screen.
#[must_use]
pub fn stopped(stage: Stage) -> Element {
    let stop = stage.recovery.with_untracked(|journey| match journey.step() {
        Step::Stopped(stop) => stop.clone(),
        _ => Stop::Expired,
    });
    let (title, what_to_do) = wording::stop(&stop);
    screen(title).element(stage.site, vec![element("p").with(what_to_do), next_actions(stage, stop.next_actions())])
}
