//! Which request is it?

use super::{exchange, tell};
use crate::browser::page;
use crate::components::details::details;
use crate::components::element::{Element, element};
use crate::components::form::Slip;
use crate::components::screen::screen;
use crate::components::text_field::text_field;
use crate::domain::request_status::{Access, Event};
use crate::domain::service_request;
use crate::i18n::text;
use crate::pages::stage::{Stage, Told};
use crate::route::Route;

const NUMBER: &str = "number";
const CODE: &str = "access-code";

/// The screen.
#[must_use]
pub fn look_up(stage: Stage) -> Element {
    let form = stage.form(NUMBER, exchange);
    let known = stage.request_status.with_untracked(|status| status.number().to_owned());
    let fields = vec![
        text_field(NUMBER, text::NUMBER_LABEL).value(&known).element(form),
        text_field(CODE, text::ACCESS_CODE_LABEL).hint(Some(text::ACCESS_CODE_HINT)).secret().element(form),
        form.submit(text::LOOK_UP_SUBMIT),
    ];
    let send = move || {
        let access = Access::read(&page::typed(NUMBER), &page::typed(CODE));
        let missing = [
            (access.number.is_empty(), Slip::at(NUMBER, text::NUMBER_MISSING)),
            (access.code.is_empty(), Slip::at(CODE, text::ACCESS_CODE_MISSING)),
        ];
        let slips: Vec<Slip> =
            missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, slip)| slip).collect();
        if !slips.is_empty() {
            return Err(slips);
        }
        tell(stage, Event::LookedUp(access));
        Ok(())
    };
    screen(text::LOOK_UP_TITLE).summary(form, stage.reference(exchange)).element(
        stage.site,
        vec![
            element("p").with(text::LOOK_UP_LEAD),
            form.element(fields, send),
            details(
                text::LOOK_UP_LOST,
                element("div")
                    .with(element("p").with(text::LOOK_UP_LOST_HELP))
                    .with(element("p").with(new_request(stage)))
                    .with(element("p").with(stage.site.support())),
            ),
        ],
    )
}

/// The way to another request.
pub(super) fn new_request(stage: Stage) -> Element {
    let open = move || stage.tell(Told::ServiceRequest(service_request::Event::Opened(None)));
    stage.link(text::NEW_REQUEST, Route::ServiceRequest).on("click", open)
}
