//! An address that leads nowhere.

use super::stage::Stage;
use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::i18n::text;
use crate::route::Route;

/// The screen.
#[must_use]
pub fn not_found(stage: Stage) -> Element {
    let way_on = stage.link(text::GO_TO_SIGN_IN, Route::SignIn).set("class", "button");
    screen(text::NOT_FOUND_TITLE)
        .element(stage.site, vec![element("p").with(text::NOT_FOUND), element("p").with(way_on)])
}
