//! How to get the code.

use super::{buttons, question};
use crate::components::element::Element;
use crate::components::radio_group::{Answer, chosen, radio_group};
use crate::domain::recovery::{Event, Step};
use crate::i18n::{text, wording};
use crate::pages::stage::Stage;

const NAME: &str = "method";

/// The screen.
#[must_use]
pub fn choose_method(stage: Stage) -> Element {
    let form = stage.recovery_form(NAME);
    let methods = stage.recovery.with_untracked(|journey| match journey.step() {
        Step::ChooseMethod(methods) => methods.clone(),
        _ => vec![],
    });
    let answers =
        methods.iter().map(|method| Answer { label: wording::method(method), hint: None, is_chosen: false }).collect();
    let fields = vec![radio_group(NAME, text::CHOOSE_METHOD_TITLE, answers, form), buttons(stage, text::NEXT, form)];
    let send = move || {
        stage.recover(Event::MethodChosen(chosen(NAME, &methods)?.id));
        Ok(())
    };
    question(stage, text::CHOOSE_METHOD_TITLE, form, vec![form.element(fields, send)])
}
