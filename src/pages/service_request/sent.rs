//! It was sent: what proves later whose it is, shown once, to be copied or printed.

use crate::components::copying::copying;
use crate::components::element::{Element, element};
use crate::components::printed_sheet::{print_button, sheet};
use crate::components::screen::screen;
use crate::domain::secret::Secret;
use crate::domain::service_request::ServiceRequest;
use crate::i18n::text;
use crate::pages::stage::Stage;
use crate::route::Route;

/// The screen.
#[must_use]
pub fn sent(stage: Stage) -> Element {
    // The access code is written nowhere else, and is gone from here when the page is left.
    let (number, access_code) = shown_now(stage).unwrap_or_else(|| (String::new(), Secret::new(String::new())));
    let facts = element("dl")
        .set("class", "receipt")
        .with(element("dt").with(text::SENT_NUMBER))
        .with(element("dd").set("id", "sent-number").with(number))
        .with(element("dt").with(text::SENT_ACCESS_CODE))
        .with(element("dd").set("id", "sent-access-code").with(access_code.expose().to_owned()));
    let place = element("p")
        .with(element("span").with(text::SENT_SHEET_PLACE))
        .with(" ".to_owned())
        .with(stage.address(Route::RequestStatus));
    let product = &stage.site.operator().product_name;
    let title = element("h2").with(text::sent_sheet_title(product.as_str().into()));
    // Both in one, each in a line of its own.
    let both = move || {
        shown_now(stage).map(|(number, access_code)| Secret::new([&number, "\n", access_code.expose()].concat()))
    };
    let status = stage.link(text::LOOK_UP_TITLE, Route::RequestStatus).set("class", "button");
    screen(text::SENT_TITLE).element(
        stage.site,
        vec![
            element("p").set("class", "warning").with(text::SENT_LEAD),
            sheet(vec![title, facts, place]),
            copying(text::SENT_COPY, both),
            element("p").with(print_button(text::SENT_PRINT)),
            element("p").with(text::SENT_NEXT),
            element("div").set("class", "buttons").with(status),
        ],
    )
}

/// The number and the access code, as long as they are shown.
fn shown_now(stage: Stage) -> Option<(String, Secret)> {
    let receipt = |request: &ServiceRequest| {
        request.receipt().map(|receipt| (receipt.number.clone(), Secret::new(receipt.access_code.expose().to_owned())))
    };
    stage.service_request.with_untracked(receipt)
}
