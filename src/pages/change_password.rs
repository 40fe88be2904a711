//! Change one's own password, also where a temporary one has to be changed.

use super::recovery::set_password::password_rules;
use super::stage::{Stage, Told, sign_in_exchange};
use crate::browser::page;
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::form::{Form, Slip};
use crate::components::password_field::{Purpose, password_field, user_id_for_password_managers};
use crate::components::screen::screen;
use crate::domain::problem::Problem;
use crate::domain::sign_in::{Event, Page};
use crate::i18n::{text, wording};
use crate::route::Route;

const CURRENT: &str = "current-password";
const NEW: &str = "new-password";

/// The screen.
#[must_use]
pub fn change_password(stage: Stage) -> Element {
    let Some(session) = stage.sign_in.with_untracked(|sign_in| sign_in.session().cloned()) else {
        return super::checking::checking(stage, Page::ChangePassword);
    };
    let policy = session.password_policy;
    let form = form(stage);
    let current_label =
        if session.must_change_password { text::TEMPORARY_PASSWORD_LABEL } else { text::CURRENT_PASSWORD_LABEL };
    let fields = vec![
        user_id_for_password_managers(&session.user_id),
        password_field(CURRENT, current_label, Purpose::Current, None, form),
        password_rules(&policy),
        password_field(NEW, text::NEW_PASSWORD_LABEL, Purpose::New, None, form),
        form.submit(text::CHANGE_PASSWORD_SUBMIT),
    ];
    let send = move || {
        let (current, new) = (page::secret(CURRENT), page::secret(NEW));
        let mut slips = vec![];
        if current.is_empty() {
            slips.push(Slip::at(CURRENT, text::CURRENT_PASSWORD_MISSING));
        }
        if new.is_empty() {
            slips.push(Slip::at(NEW, text::NEW_PASSWORD_MISSING));
        } else {
            slips.extend(
                policy.rejections(&new).into_iter().map(|rule| Slip::at(NEW, wording::rejection(rule, &policy))),
            );
        }
        if !slips.is_empty() {
            return Err(slips);
        }
        page::clear(CURRENT);
        page::clear(NEW);
        stage.tell(Told::SignIn(Event::PasswordChangeAsked { current, new }));
        Ok(())
    };
    let forced = session.must_change_password.then(|| element("p").with(text::CHANGE_PASSWORD_FORCED));
    // Whoever does not know the current password, or does not want a new one, gets out of here.
    let way_out = if session.must_change_password {
        button::action(text::SIGN_OUT, move || stage.tell(Told::SignIn(Event::SignedOut)))
    } else {
        stage.link(text::ACCOUNT_TITLE, Route::Account)
    };
    let way_out = element("p").set("class", "aside").with(way_out);
    let content = forced.into_iter().chain([form.element(fields, send), way_out]).collect();
    screen(text::CHANGE_PASSWORD_TITLE).summary(form, stage.sign_in_reference()).element(stage.site, content)
}

/// Here "sign-in failed" means that the current password was wrong; everything else is about the new one.
fn form(stage: Stage) -> Form {
    let Stage { sign_in, now, .. } = stage;
    let reported = move || {
        sign_in.with(|sign_in| {
            let trouble = sign_in.exchange().trouble();
            if trouble.is_some_and(|trouble| trouble.problem == Problem::SignInFailed) {
                return vec![Slip::at(CURRENT, text::PROBLEM_CURRENT_PASSWORD)];
            }
            let policy = sign_in.session().map(|session| session.password_policy).unwrap_or_default();
            super::troubles::slips(trouble, sign_in.exchange().blocked_for(now.get()), NEW, &policy)
        })
    };
    Form::new(reported, move || stage.hold(sign_in_exchange))
}
