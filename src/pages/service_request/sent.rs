//! It was sent: what proves later whose it is, shown once.

use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::domain::service_request::ServiceRequest;
use crate::i18n::text;
use crate::pages::stage::Stage;
use crate::route::Route;
use leptos::prelude::*;

/// The screen.
#[must_use]
pub fn sent(stage: Stage) -> Element {
    // The access code is written nowhere else, and is gone from here when the page is left.
    let receipt = |request: &ServiceRequest| {
        request.receipt().map(|receipt| (receipt.number.clone(), receipt.access_code.expose().to_owned()))
    };
    let (number, access_code) = stage.service_request.with_untracked(receipt).unwrap_or_default();
    let facts = element("dl")
        .set("class", "receipt")
        .with(element("dt").with(text::SENT_NUMBER))
        .with(element("dd").set("id", "sent-number").with(number))
        .with(element("dt").with(text::SENT_ACCESS_CODE))
        .with(element("dd").set("id", "sent-access-code").with(access_code));
    let status = stage.link(text::LOOK_UP_TITLE, Route::RequestStatus).set("class", "button");
    screen(text::SENT_TITLE).element(
        stage.site,
        vec![
            element("p").with(text::SENT_LEAD),
            facts,
            element("p").with(text::SENT_NEXT),
            element("div").set("class", "buttons").with(status),
        ],
    )
}
