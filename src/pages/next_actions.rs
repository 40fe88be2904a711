//! The ways on from where a journey does not go on: the first as a button, the others as links.

use super::stage::Stage;
use crate::components::button;
use crate::components::element::{Element, element};
use crate::domain::recovery::{Event, NextAction};
use crate::i18n::text;
use crate::route::Route;

/// The ways on, the best first.
#[must_use]
pub fn next_actions(stage: Stage, actions: Vec<NextAction>) -> Element {
    let items = actions.into_iter().enumerate().map(|(index, action)| {
        let link = way_on(stage, action);
        element("p").with(if index == 0 {
            link.set("class", "button")
        } else {
            link.set("class", "button button-quiet")
        })
    });
    element("div").set("class", "buttons").with_all(items.collect())
}

fn way_on(stage: Stage, action: NextAction) -> Element {
    let operator = stage.site.operator();
    let support = stage.site.support();
    match action {
        NextAction::StartAgain => element("button")
            .set("type", "button")
            .on("click", move || stage.recover(Event::StartedAgain))
            .with(text::START_AGAIN),
        NextAction::SignIn => stage.link(text::GO_TO_SIGN_IN, Route::SignIn),
        NextAction::AskSupport => support,
        NextAction::PersonalAccountPage => match operator.personal_account {
            Some(address) => button::link(text::STOP_PERSONAL_LINK, address.as_str()).set("rel", "noopener noreferrer"),
            None => support,
        },
        NextAction::OtherPage(address) => {
            button::link(text::STOP_ANOTHER_PAGE_LINK, address.as_str()).set("rel", "noopener noreferrer")
        }
    }
}
