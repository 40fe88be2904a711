//! The ways on from where a journey does not go on: the first as a button, the others as links.

use super::stage::{Stage, Told};
use crate::components::button;
use crate::components::element::{Element, element};
use crate::domain::link::Link;
use crate::domain::recovery::{Event, NextAction};
use crate::domain::service_request;
use crate::i18n::{Message, text};
use crate::route::{Destination, destination};

/// The ways on, the best first.
#[must_use]
pub fn next_actions(stage: Stage, actions: Vec<NextAction>) -> Element {
    let mut has_support = false;
    // Where several ways on are missing, support is named once.
    let links = actions.into_iter().filter_map(|action| {
        way_on(stage, action).or_else(|| (!std::mem::replace(&mut has_support, true)).then(|| stage.site.support()))
    });
    let items = links.enumerate().map(|(index, link)| {
        element("p").with(if index == 0 {
            link.set("class", "button")
        } else {
            link.set("class", "button button-quiet")
        })
    });
    element("div").set("class", "buttons").with_all(items.collect())
}

/// The link to the page of the operator where one goes on, if there is one.
#[must_use]
pub fn other_page(stage: Stage) -> Option<Element> {
    stage.site.operator().other_page.as_ref().map(|address| outside(text::STOP_ANOTHER_PAGE_LINK, address))
}

/// A way on; `None` if it leads to support, as it was meant or because there is no other here.
fn way_on(stage: Stage, action: NextAction) -> Option<Element> {
    let link = match destination(&action) {
        Destination::Page(route) => stage.offers(route).then(|| stage.link(label(&action), route)),
        Destination::Support => None,
        Destination::PersonalAccount => {
            stage.site.operator().personal_account.as_ref().map(|address| outside(label(&action), address))
        }
        Destination::OtherPage => other_page(stage),
        Destination::Outside(address) => Some(outside(label(&action), &address)),
    }?;
    Some(match action {
        NextAction::StartAgain => link.on("click", move || stage.recover(Event::StartedAgain)),
        NextAction::ServiceRequest(reason) => {
            let open = move || stage.tell(Told::ServiceRequest(service_request::Event::Opened(Some(reason))));
            link.on("click", open)
        }
        NextAction::SignIn
        | NextAction::AskSupport
        | NextAction::ResetColleague
        | NextAction::PersonalAccountPage
        | NextAction::OtherPage(_) => link,
    })
}

fn label(action: &NextAction) -> Message {
    match action {
        NextAction::StartAgain => text::START_AGAIN,
        NextAction::SignIn => text::GO_TO_SIGN_IN,
        NextAction::ServiceRequest(_) => text::ASK_SUPPORT,
        NextAction::ResetColleague => text::RESET_COLLEAGUE,
        NextAction::AskSupport => text::FOOTER_SUPPORT,
        NextAction::PersonalAccountPage => text::STOP_PERSONAL_LINK,
        NextAction::OtherPage(_) => text::STOP_ANOTHER_PAGE_LINK,
    }
}

fn outside(label: Message, address: &Link) -> Element {
    button::link(label, address.as_str()).set("rel", "noopener noreferrer")
}
