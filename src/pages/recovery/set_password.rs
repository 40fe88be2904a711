//! The new password.

use super::question;
use crate::browser::page;
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::form::Slip;
use crate::components::password_field::{Purpose, password_field, user_id_for_password_managers};
use crate::domain::password::Policy;
use crate::domain::recovery::{Event, Step};
use crate::i18n::{text, wording};
use crate::pages::stage::{Stage, Told};

const PASSWORD: &str = "new-password";

/// The screen.
#[must_use]
pub fn set_password(stage: Stage) -> Element {
    let form = stage.recovery_form(PASSWORD);
    let (policy, expires_in) = stage.recovery.with_untracked(|journey| match journey.step() {
        Step::SetPassword(asked) => (asked.policy, asked.expires_in),
        _ => (Policy::default(), None),
    });
    let user_id = stage.recovery.with_untracked(|journey| journey.user_id().to_owned());
    let buttons = element("div")
        .set("class", "buttons")
        .with(form.submit(text::SET_PASSWORD_SUBMIT))
        .with(button::action(text::BACK, move || stage.tell(Told::Back)));
    let fields = vec![
        user_id_for_password_managers(&user_id),
        password_field(PASSWORD, text::NEW_PASSWORD_LABEL, Purpose::New, None, form),
        buttons,
    ];
    let send = move || {
        let password = page::secret(PASSWORD);
        if password.is_empty() {
            return Err(vec![Slip::at(PASSWORD, text::NEW_PASSWORD_MISSING)]);
        }
        let rejections = policy.rejections(&password);
        if !rejections.is_empty() {
            return Err(rejections
                .into_iter()
                .map(|rule| Slip::at(PASSWORD, wording::rejection(rule, &policy)))
                .collect());
        }
        page::clear(PASSWORD);
        stage.recover(Event::PasswordChosen(password));
        Ok(())
    };
    let time = expires_in.map(|time| element("p").with(text::set_password_time(time.into())));
    let content = [password_rules(&policy)].into_iter().chain(time).chain([form.element(fields, send)]).collect();
    question(stage, text::SET_PASSWORD_TITLE, form, content)
}

/// The rules, before anything is typed.
#[must_use]
pub fn password_rules(policy: &Policy) -> Element {
    let rules = wording::policy(policy).into_iter().map(|rule| element("li").with(rule)).collect();
    element("div")
        .set("class", "password-rules")
        .with(element("p").with(text::PASSWORD_RULES))
        .with(element("ul").with_all(rules))
        .with(element("p").set("class", "hint").with(text::POLICY_TIP))
}
