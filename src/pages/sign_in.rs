//! Sign in, first step: the user ID.

use super::stage::{Stage, Told};
use crate::browser::page;
use crate::components::element::{Element, element};
use crate::components::form::Slip;
use crate::components::notice::notice;
use crate::components::screen::screen;
use crate::components::text_field::text_field;
use crate::domain::account::UserId;
use crate::domain::sign_in::Event;
use crate::i18n::{text, wording};
use crate::route::Route;
use leptos::prelude::*;

const USER_ID: &str = "user-id";

/// The screen.
#[must_use]
pub fn sign_in(stage: Stage) -> Element {
    let form = stage.sign_in_form(USER_ID);
    let user_id = stage.sign_in.with_untracked(|sign_in| sign_in.user_id().to_owned());
    let product = stage.site.operator().product_name;
    let fields = vec![
        text_field(USER_ID, text::USER_ID_LABEL)
            .hint(Some(text::USER_ID_HINT))
            .autocomplete("username")
            .value(&user_id)
            .element(form),
        form.submit(text::NEXT),
    ];
    let send = move || {
        let user_id = UserId::parse(&page::typed(USER_ID))
            .map_err(|problem| vec![Slip::at(USER_ID, wording::user_id_problem(problem))])?;
        stage.tell(Told::SignIn(Event::UserIdEntered(user_id)));
        Ok(())
    };
    let locked_out = stage
        .link(text::CANNOT_ACCESS, Route::Recover)
        .on("click", move || stage.tell(Told::LockedOut(page::typed(USER_ID))));
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
