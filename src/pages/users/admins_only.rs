//! Only a Global admin may reset passwords: whom to ask.

use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::i18n::text;
use crate::pages::stage::Stage;
use crate::route::Route;

/// The screen.
#[must_use]
pub fn admins_only(stage: Stage) -> Element {
    let request = Route::ServiceRequest;
    let support = if stage.offers(request) { stage.link(request.title(), request) } else { stage.site.support() };
    let ways_on = [
        support.set("class", "button"),
        stage.link(text::ACCOUNT_TITLE, Route::Account).set("class", "button button-quiet"),
    ];
    let ways_on = ways_on.into_iter().map(|link| element("p").with(link)).collect();
    screen(text::ADMINS_ONLY_TITLE).element(
        stage.site,
        vec![
            element("p").with(text::ADMINS_ONLY_ASK),
            element("p").with(text::ADMINS_ONLY_NOBODY),
            element("div").set("class", "buttons").with_all(ways_on),
        ],
    )
}
