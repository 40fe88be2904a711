//! Why do you need support?

use super::{buttons, exchange, fields, question, tell};
use crate::components::element::{Element, element};
use crate::components::radio_group::{Answer, chosen, radio_group};
use crate::domain::service_request::{Event, Field, Part, Reason};
use crate::i18n::{text, wording};
use crate::pages::stage::Stage;
use crate::route::Route;

const NAME: &str = "reason";

/// The screen.
#[must_use]
pub fn reason(stage: Stage) -> Element {
    let form = stage.form(NAME, exchange);
    let before = stage.service_request.with_untracked(|request| request.draft().reason());
    let answers = Reason::ALL.map(|reason| Answer {
        label: wording::support::reason(reason),
        hint: None,
        is_chosen: before == Some(reason),
    });
    let keep = move || {
        if let Ok(reason) = chosen(NAME, &Reason::ALL) {
            tell(stage, Event::ReasonChosen(reason));
        }
    };
    let fields = vec![
        radio_group(NAME, text::REASON_TITLE, answers.into(), form).on("change", keep),
        fields::element(stage, Field::Details, form),
        buttons(stage, text::NEXT, form),
    ];
    let send = move || {
        tell(stage, Event::ReasonChosen(chosen(NAME, &Reason::ALL)?));
        fields::go_on(stage, Part::Reason)
    };
    let earlier = element("p").set("class", "aside").with(stage.link(text::LOOK_UP_TITLE, Route::RequestStatus));
    question(stage, text::REASON_TITLE, text::REASON_LEAD, form, vec![form.element(fields, send), earlier])
}
