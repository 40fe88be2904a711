//! A page for something that the API cannot do: who can help instead.

use super::stage::Stage;
use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::i18n::text;
use crate::route::Route;

/// The screen.
#[must_use]
pub fn not_offered(stage: Stage) -> Element {
    let ways_on = [
        stage.site.support().set("class", "button"),
        stage.link(text::GO_TO_SIGN_IN, Route::SignIn).set("class", "button button-quiet"),
    ];
    let ways_on = ways_on.into_iter().map(|link| element("p").with(link)).collect();
    screen(text::NOT_OFFERED_TITLE).element(
        stage.site,
        vec![element("p").with(text::NOT_OFFERED), element("div").set("class", "buttons").with_all(ways_on)],
    )
}
