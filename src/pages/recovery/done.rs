//! The new password holds.

use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::domain::recovery::{NextAction, Step};
use crate::i18n::text;
use crate::pages::next_actions::next_actions;
use crate::pages::stage::Stage;

/// The screen.
#[must_use]
pub fn done(stage: Stage) -> Element {
    let notice_sent =
        stage.recovery.with_untracked(|journey| matches!(journey.step(), Step::Done { notice_sent: true }));
    let notice = notice_sent.then(|| element("p").with(text::DONE_NOTICE));
    let lead = element("p").with(text::DONE_LEAD);
    let content = [lead].into_iter().chain(notice).chain([next_actions(stage, vec![NextAction::SignIn])]).collect();
    screen(text::DONE_TITLE).element(stage.site, content)
}
