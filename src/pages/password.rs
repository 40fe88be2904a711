//! Sign in, second step: the password.

use super::next_actions::other_page;
use super::stage::{Stage, Told, sign_in_exchange};
use super::user_id;
use crate::browser::page;
use crate::components::button;
use crate::components::element::{Element, element};
use crate::components::form::Slip;
use crate::components::password_field::{Purpose, password_field, user_id_for_password_managers};
use crate::components::screen::screen;
use crate::domain::problem::Problem;
use crate::domain::sign_in::Event;
use crate::i18n::text;
use crate::route::Route;

const PASSWORD: &str = "password";

/// The screen.
#[must_use]
pub fn password(stage: Stage) -> Element {
    let form = stage.sign_in_form(PASSWORD);
    let known = stage.sign_in.with_untracked(|sign_in| sign_in.user_id().to_owned());
    let fields = vec![
        // So named, it is kept if the page is loaded again, which begins with the user ID.
        user_id_for_password_managers(&known).set("id", user_id::ID),
        password_field(PASSWORD, text::PASSWORD_LABEL, Purpose::Current, None, form),
        form.submit(text::SIGN_IN_SUBMIT),
    ];
    let send = move || {
        let password = page::secret(PASSWORD);
        if password.is_empty() {
            return Err(vec![Slip::at(PASSWORD, text::PASSWORD_MISSING)]);
        }
        page::clear(PASSWORD);
        stage.tell(Told::SignIn(Event::PasswordEntered(password)));
        Ok(())
    };
    let elsewhere = element("div").with_live(move || {
        let is_elsewhere =
            sign_in_exchange(stage).trouble().is_some_and(|trouble| trouble.problem == Problem::AnotherPage);
        // Just this one: the other ways on, which no sign-in needs, come with the code of the pages that do.
        let way_on =
            is_elsewhere.then(|| other_page(stage).unwrap_or_else(|| stage.site.support()).set("class", "button"));
        way_on.map(|link| element("div").set("class", "buttons").with(link)).into_iter().collect()
    });
    let kept = known.clone();
    let locked_out =
        stage.link(text::CANNOT_ACCESS, Route::Recover).on("click", move || stage.tell(Told::LockedOut(kept.clone())));
    let another = button::action(text::ANOTHER_USER_ID, move || stage.tell(Told::Back));
    screen(text::PASSWORD_TITLE).summary(form, stage.sign_in_reference()).element(
        stage.site,
        vec![
            element("p").set("class", "who").with(text::password_for(known.as_str().into())),
            form.element(fields, send),
            elsewhere,
            element("p").set("class", "aside").with(locked_out),
            element("p").set("class", "aside").with(another),
        ],
    )
}
