//! What will happen when the password of a user is reset, before it does.

use super::{exchange, tell, who};
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::fact_list::fact_list;
use crate::components::form::{Form, Slip};
use crate::components::screen::screen;
use crate::domain::users::{Event, Step};
use crate::i18n::text;
use crate::pages::stage::{Stage, Told};
use crate::pages::troubles;

/// The screen.
#[must_use]
pub fn confirm_reset(stage: Stage) -> Element {
    let chosen = stage.users.with_untracked(|users| match users.step() {
        Step::Confirm { user, .. } => Some(user.clone()),
        Step::List | Step::HandOver(..) | Step::AdminsOnly => None,
    });
    let Some(user) = chosen else { return super::list(stage) };
    let form = form(stage);
    let consequences = [text::CONFIRM_RESET_OLD, text::CONFIRM_RESET_NEW, text::CONFIRM_RESET_USER];
    let buttons = element("div")
        .set("class", "buttons")
        .with(form.submit(text::CONFIRM_RESET_SUBMIT))
        .with(button::action(text::BACK, move || stage.tell(Told::Back)));
    let send = move || {
        tell(stage, Event::ResetAsked);
        Ok(())
    };
    screen(text::CONFIRM_RESET_TITLE).summary(form, stage.reference(exchange)).element(
        stage.site,
        vec![
            fact_list(who(&user)),
            element("p").with(text::CONFIRM_RESET_LEAD),
            element("ul").with_all(consequences.into_iter().map(|said| element("li").with(said)).collect()),
            form.element(vec![buttons], send),
        ],
    )
}

/// Where it is not known whether the password was reset, that is what matters, and not why.
fn form(stage: Stage) -> Form {
    let Stage { users, now, .. } = stage;
    let reported = move || {
        users.with(|users| {
            let trouble = users.exchange().trouble();
            let is_open = trouble.is_none_or(|trouble| trouble.problem.leaves_the_outcome_open());
            if users.is_in_doubt() && is_open {
                return vec![Slip::general(text::CONFIRM_RESET_IN_DOUBT)];
            }
            troubles::slips(trouble, users.exchange().blocked_for(now.get()), "", &Default::default())
        })
    };
    Form::new(reported, move || stage.hold(exchange))
}
