//! The users of the company, and resetting the password of one.

pub mod admins_only;
pub mod confirm_reset;
pub mod temporary_password;

use super::stage::{Stage, Told};
use crate::browser::page;
use crate::components::button;
use crate::components::effect::effect;
use crate::components::element::{Element, element};
use crate::components::fact_list::{fact, from_outside};
use crate::components::form::{Form, Hold};
use crate::components::notice::notice;
use crate::components::screen::screen;
use crate::components::text_field::text_field;
use crate::domain::exchange::Exchange;
use crate::domain::session::Role;
use crate::domain::users::{Event, Found, Screen, User};
use crate::i18n::{text, wording};
use crate::route::Route;
use leptos::prelude::*;

const QUERY: &str = "query";

/// The screen for a step.
#[must_use]
pub fn users(stage: Stage, screen: Screen) -> Element {
    match screen {
        Screen::List => list(stage),
        Screen::ConfirmReset => confirm_reset::confirm_reset(stage),
        Screen::TemporaryPassword => temporary_password::temporary_password(stage),
        Screen::AdminsOnly => admins_only::admins_only(stage),
    }
}

/// The talk with the API about users. Follows it.
#[must_use]
pub fn exchange(stage: Stage) -> Exchange {
    stage.users.with(|users| users.exchange().clone())
}

fn tell(stage: Stage, event: Event) {
    stage.tell(Told::Users(event));
}

fn list(stage: Stage) -> Element {
    let form = stage.form(QUERY, exchange);
    let known = stage.users.with_untracked(|users| users.query().to_owned());
    let fields = vec![
        text_field(QUERY, text::USERS_QUERY_LABEL)
            .hint(Some(text::USERS_QUERY_HINT))
            .value(&known)
            .prose()
            .typed(move |query| tell(stage, Event::QueryTyped(query)))
            .element(form),
        form.submit(text::USERS_SEARCH),
    ];
    let search = move || {
        tell(stage, Event::Searched(page::typed(QUERY)));
        Ok(())
    };
    // Made anew only when something else is found, so that the focus stays where it is.
    let found = Memo::new(move |_| stage.users.with(|users| users.found().cloned()));
    let count = element("div").set("role", "status").with_live(move || found.get().iter().map(count).collect());
    let users = element("ul")
        .set("class", "users")
        .flag("hidden", move || found.with(|found| found.as_ref().is_none_or(|found| found.users.is_empty())))
        .with_live(move || {
            let users = found.get().map(|found| found.users).unwrap_or_default();
            users.into_iter().enumerate().map(|(index, user)| choice(stage, index, user)).collect()
        });
    screen(text::USERS_TITLE).summary(form, stage.reference(exchange)).element(
        stage.site,
        vec![
            notice(move || stage.users.with(|users| users.notice().map(wording::account::users_notice))),
            element("p").with(text::USERS_LEAD),
            form.element(fields, search).set("role", "search"),
            count,
            users,
            more(stage, form, found),
            element("p").set("class", "aside").with(stage.link(text::ACCOUNT_TITLE, Route::Account)),
        ],
    )
}

fn count(found: &Found) -> Element {
    let said = match u32::try_from(found.users.len()) {
        Ok(0) => text::USERS_NONE,
        Ok(count) if found.has_more() => text::users_found_more(count.into()),
        count => text::users_found(count.unwrap_or(u32::MAX).into()),
    };
    element("p").with(said)
}

/// A user to choose. What the button says is who it is.
fn choice(stage: Stage, index: usize, user: User) -> Element {
    let User { id, display_name, user_id, roles } = user;
    let name = (!display_name.is_empty()).then(|| element("bdi").set("class", "name").with(display_name));
    let role =
        roles.contains(&Role::GlobalAdmin).then(|| element("span").set("class", "hint").with(text::ROLE_GLOBAL_ADMIN));
    let button = element("button")
        .set("type", "button")
        .set("class", "user")
        .set("id", &choice_id(index))
        .on("click", move || tell(stage, Event::Chosen(id.clone())))
        .with_all(name.into_iter().collect())
        .with(element("bdi").with(user_id))
        .with_all(role.into_iter().collect());
    element("li").with(button)
}

fn choice_id(index: usize) -> String {
    ["user-", &index.to_string()].concat()
}

/// More of the list. The first one that was added takes the focus: the button may be gone, and the reading goes on there.
fn more(stage: Stage, form: Form, found: Memo<Option<Found>>) -> Element {
    let is_new = StoredValue::new(true);
    effect(move || {
        let added_at = found.with(|found| found.as_ref().and_then(|found| found.added_at));
        let was_new = is_new.try_update_value(|is_new| std::mem::replace(is_new, false)).unwrap_or(true);
        // A list that is shown again does not take the focus from the heading.
        if let (false, Some(index)) = (was_new, added_at) {
            page::focus(&choice_id(index));
        }
    });
    let button = button::action(text::USERS_MORE, move || tell(stage, Event::MoreAsked))
        .live("aria-disabled", move |_| (form.hold() != Hold::Free).then(|| "true".to_owned()));
    element("div").flag("hidden", move || !found.with(|found| found.as_ref().is_some_and(Found::has_more))).with(button)
}

/// Who it is about, as facts.
fn who(user: &User) -> Vec<Vec<Element>> {
    let name =
        (!user.display_name.is_empty()).then(|| fact(text::ACCOUNT_NAME, vec![from_outside(&user.display_name)]));
    name.into_iter().chain([fact(text::ACCOUNT_USER_ID, vec![from_outside(&user.user_id)])]).collect()
}
