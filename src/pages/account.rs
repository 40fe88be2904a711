//! The account of the person who is signed in.

use super::stage::{Stage, Told};
use crate::components::element::{Child, Element, element};
use crate::components::notice::notice;
use crate::components::screen::screen;
use crate::domain::session::Role;
use crate::domain::sign_in::Event;
use crate::i18n::{Message, text, wording};
use crate::route::Route;
use leptos::prelude::*;

/// The screen.
#[must_use]
pub fn account(stage: Stage) -> Element {
    let form = stage.sign_in_form("");
    let Some(session) = stage.sign_in.with_untracked(|sign_in| sign_in.session().cloned()) else {
        return super::checking::checking(stage);
    };
    let mut roles: Vec<Element> = session.roles.into_iter().map(|role| element("dd").with(role_name(role))).collect();
    if roles.is_empty() {
        roles.push(element("dd").with(text::ACCOUNT_NO_ROLES));
    }
    let facts = element("dl")
        .with_all(fact(text::ACCOUNT_NAME, session.display_name))
        .with_all(fact(text::ACCOUNT_USER_ID, session.user_id))
        .with(element("dt").with(text::ACCOUNT_ROLES))
        .with_all(roles);
    let sign_out = move || {
        stage.tell(Told::SignIn(Event::SignedOut));
        Ok(())
    };
    screen(text::ACCOUNT_TITLE).summary(form, stage.sign_in_reference()).element(
        stage.site,
        vec![
            notice(move || stage.sign_in.with(|sign_in| sign_in.notice().map(wording::sign_in_notice))),
            facts,
            element("p").with(stage.link(text::ACCOUNT_CHANGE_PASSWORD, Route::ChangePassword)),
            form.element(vec![form.submit(text::SIGN_OUT)], sign_out),
        ],
    )
}

fn fact(name: Message, value: String) -> Vec<Element> {
    vec![element("dt").with(name), element("dd").with(element("bdi").with(value))]
}

fn role_name(role: Role) -> Child {
    match role {
        Role::GlobalAdmin => text::ROLE_GLOBAL_ADMIN.into(),
        Role::Other(name) => element("bdi").with(name).into(),
    }
}
