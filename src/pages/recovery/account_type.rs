//! Which type of account is it?

use super::{buttons, question};
use crate::components::element::Element;
use crate::components::radio_group::{Answer, chosen, radio_group};
use crate::domain::account::AccountType;
use crate::domain::recovery::{Event, Step};
use crate::i18n::text;
use crate::pages::stage::Stage;

const NAME: &str = "account-type";

/// The screen.
#[must_use]
pub fn account_type(stage: Stage) -> Element {
    let form = stage.recovery_form(NAME);
    let types = stage.recovery.with_untracked(|journey| match journey.step() {
        Step::AccountType(identify) => identify.account_types.clone(),
        _ => vec![],
    });
    let answers = types.iter().map(|account_type| answer(*account_type)).collect();
    let fields = vec![radio_group(NAME, text::ACCOUNT_TYPE_TITLE, answers, form), buttons(stage, text::NEXT, form)];
    let send = move || {
        stage.recover(Event::AccountTypeChosen(chosen(NAME, &types)?));
        Ok(())
    };
    question(stage, text::ACCOUNT_TYPE_TITLE, form, vec![form.element(fields, send)])
}

fn answer(account_type: AccountType) -> Answer {
    let (label, hint) = match account_type {
        AccountType::WorkOrSchool => (text::ACCOUNT_TYPE_WORK, text::ACCOUNT_TYPE_WORK_HINT),
        AccountType::Personal => (text::ACCOUNT_TYPE_PERSONAL, text::ACCOUNT_TYPE_PERSONAL_HINT),
    };
    Answer { label, hint: Some(hint), is_chosen: false }
}
