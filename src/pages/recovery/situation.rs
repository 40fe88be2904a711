//! Which situation is yours?

use super::{buttons, question};
use crate::components::element::{Element, element};
use crate::components::radio_group::{Answer, chosen, radio_group};
use crate::domain::recovery::{Event, Situation};
use crate::i18n::{text, wording};
use crate::pages::stage::Stage;

const NAME: &str = "situation";

/// The screen.
#[must_use]
pub fn situation(stage: Stage) -> Element {
    let form = stage.recovery_form(NAME);
    let answers =
        Situation::ALL.map(|situation| Answer { label: wording::situation(situation), hint: None, is_chosen: false });
    let fields = vec![radio_group(NAME, text::SITUATION_TITLE, answers.into(), form), buttons(stage, text::NEXT, form)];
    let send = move || {
        stage.recover(Event::SituationChosen(chosen(NAME, &Situation::ALL)?));
        Ok(())
    };
    let lead = element("p").with(text::SITUATION_LEAD);
    question(stage, text::SITUATION_TITLE, form, vec![lead, form.element(fields, send)])
}
