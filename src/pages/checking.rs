//! A page for people who are signed in, while it is not known whether somebody is.

use super::stage::{Stage, Told};
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::domain::sign_in::{Event, Page};
use crate::i18n::text;
use crate::route::Route;

/// The screen, for the page that waits.
#[must_use]
pub fn checking(stage: Stage, page: Page) -> Element {
    let form = stage.sign_in_form("");
    let is_waiting = move || stage.sign_in.with(|sign_in| sign_in.exchange().is_waiting());
    let again = button::action(text::TRY_AGAIN, move || stage.tell(Told::SignIn(Event::AccountOpened(page))));
    screen(Route::of(page).title()).summary(form, stage.sign_in_reference()).element(
        stage.site,
        vec![
            element("div")
                .set("role", "status")
                .with_live(move || if is_waiting() { vec![element("p").with(text::WORKING)] } else { vec![] }),
            element("p").flag("hidden", is_waiting).with(again),
            element("p").set("class", "aside").with(stage.link(text::GO_TO_SIGN_IN, Route::SignIn)),
        ],
    )
}
