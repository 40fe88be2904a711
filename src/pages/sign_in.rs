//! Sign in, first step: the user ID.

use super::stage::{Stage, Told};
use super::user_id;
use crate::components::element::{Element, element};
use crate::components::notice::notice;
use crate::components::screen::screen;
use crate::domain::sign_in::Event;
use crate::i18n::{text, wording};
use crate::route::Route;

/// The screen.
#[must_use]
pub fn sign_in(stage: Stage) -> Element {
    let form = stage.sign_in_form(user_id::ID);
    let known = stage.sign_in.with_untracked(|sign_in| sign_in.user_id().to_owned());
    let product = &stage.site.operator().product_name;
    let fields = vec![user_id::field(form, &known), form.submit(text::NEXT)];
    let send = move || {
        stage.tell(Told::SignIn(Event::UserIdEntered(user_id::read()?)));
        Ok(())
    };
    let locked_out = stage
        .link(text::CANNOT_ACCESS, Route::Recover)
        .on("click", move || stage.tell(Told::LockedOut(user_id::typed())));
    screen(text::SIGN_IN_TITLE).summary(form, stage.sign_in_reference()).element(
        stage.site,
        vec![
            notice(move || stage.sign_in.with(|sign_in| sign_in.notice().map(wording::sign_in_notice))),
            element("p").with(text::sign_in_lead(product.as_str().into())),
            form.element(fields, send),
            element("p").set("class", "aside").with(locked_out),
        ],
    )
}
