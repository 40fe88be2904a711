//! The whole page: the frame, and in it the screen that the state asks for.

use crate::components::element::Element;
use crate::components::frame::{Choice, frame};
use crate::components::site::Operator;
use crate::components::state::ReadState;
use crate::config::Config;
use crate::pages;
use crate::pages::stage::Stage;
use crate::route::Route;

/// The page at `route`, in which people can choose among `languages`.
pub(super) fn page(stage: Stage, languages: &[Choice], route: ReadState<Route>) -> Element {
    let main = pages::main(stage, route);
    let help = move |tag: &str| Route::Help(route.get().help()).href(tag);
    frame(stage.site, languages, move |tag| route.get().href(tag), help, main)
}

/// What the operator set, as far as pages show it.
pub(super) fn operator(config: &Config) -> Operator {
    Operator {
        product_name: config.product_name.clone(),
        support: Some(config.support.clone()),
        personal_account: config.personal_account.clone(),
        other_page: config.other_page.clone(),
        portal: config.portal.clone(),
    }
}
