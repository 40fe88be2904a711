//! What to do in a situation that recovery is not for.

use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::screen::screen;
use crate::domain::capabilities::Ability;
use crate::domain::recovery::Situation;
use crate::i18n::text;
use crate::pages::next_actions::next_actions;
use crate::pages::stage::{Stage, Told};

/// The screen.
#[must_use]
pub fn advice(stage: Stage, situation: Situation) -> Element {
    let product = &stage.site.operator().product_name;
    let (title, advice) = match situation {
        Situation::OnlyAdminLockedOut => (text::ADVICE_ONLY_ADMIN_TITLE, text::ADVICE_ONLY_ADMIN),
        Situation::AdminHasLeft => (text::ADVICE_ADMIN_LEFT_TITLE, text::ADVICE_ADMIN_LEFT),
        Situation::ColleagueLockedOut if stage.can(Ability::Users) => {
            (text::ADVICE_COLLEAGUE_TITLE, text::advice_colleague(product.as_str().into()))
        }
        Situation::ColleagueLockedOut => (text::ADVICE_COLLEAGUE_TITLE, text::ADVICE_COLLEAGUE_ELSEWHERE),
        Situation::ForgotPassword | Situation::TemporaryPassword => {
            (text::ADVICE_TEMPORARY_TITLE, text::ADVICE_TEMPORARY)
        }
    };
    let back = button::action(text::BACK, move || stage.tell(Told::Back));
    screen(title).element(
        stage.site,
        vec![element("p").with(advice), next_actions(stage, situation.next_actions()).with(element("p").with(back))],
    )
}
