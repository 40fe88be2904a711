//! The account of the person who is signed in.

use super::stage::{Stage, Told};
use crate::components::button;
use crate::components::element::{Child, Element, element};
use crate::components::fact_list::{fact, fact_list, from_outside};
use crate::components::notice::notice;
use crate::components::screen::screen;
use crate::domain::capabilities::Ability;
use crate::domain::session::Role;
use crate::domain::sign_in::{Event, Page};
use crate::i18n::{text, wording};
use crate::route::Route;

/// The screen.
#[must_use]
pub fn account(stage: Stage) -> Element {
    let form = stage.sign_in_form("");
    let Some(session) = stage.sign_in.with_untracked(|sign_in| sign_in.session().cloned()) else {
        return super::checking::checking(stage, Page::Account);
    };
    let is_admin = session.roles.contains(&Role::GlobalAdmin);
    let mut roles: Vec<Child> = session.roles.into_iter().map(role_name).collect();
    if roles.is_empty() {
        roles.push(text::ACCOUNT_NO_ROLES.into());
    }
    let mut facts = vec![
        fact(text::ACCOUNT_NAME, vec![from_outside(&session.display_name)]),
        fact(text::ACCOUNT_USER_ID, vec![from_outside(&session.user_id)]),
    ];
    // A role is what lets one help others.
    if stage.can(Ability::Users) {
        facts.push(fact(text::ACCOUNT_ROLES, roles));
    }
    let sign_out = move || {
        stage.tell(Told::SignIn(Event::SignedOut));
        Ok(())
    };
    screen(text::ACCOUNT_TITLE).summary(form, stage.sign_in_reference()).element(
        stage.site,
        vec![
            notice(move || stage.sign_in.with(|sign_in| sign_in.notice().map(wording::sign_in_notice))),
            fact_list(facts),
            element("ul").set("class", "ways-on").with_all(ways_on(stage, is_admin)),
            form.element(vec![form.submit(text::SIGN_OUT)], sign_out),
        ],
    )
}

fn ways_on(stage: Stage, is_admin: bool) -> Vec<Element> {
    let operator = stage.site.operator();
    let portal = operator.portal.as_ref().map(|address| {
        button::link(text::account_portal(operator.product_name.as_str().into()), address.as_str())
            .set("rel", "noopener noreferrer")
    });
    let pages = [
        (text::USERS_TITLE, Route::Users),
        (text::ACCOUNT_CHANGE_PASSWORD, Route::ChangePassword),
        (text::VERIFICATION_TITLE, Route::Verification),
    ];
    let is_there = |route| stage.offers(route) && (is_admin || route != Route::Users);
    let pages = pages.into_iter().filter(|(_, route)| is_there(*route)).map(|(label, route)| stage.link(label, route));
    portal.into_iter().chain(pages).map(|link| element("li").with(link)).collect()
}

fn role_name(role: Role) -> Child {
    match role {
        Role::GlobalAdmin => text::ROLE_GLOBAL_ADMIN.into(),
        Role::Other(name) => from_outside(&name),
    }
}
