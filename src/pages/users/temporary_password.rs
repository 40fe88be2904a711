//! The temporary password of a user: shown once, to be handed over.

use super::{tell, who};
use crate::components::copying::copying;
use crate::components::element::{Element, element};
use crate::components::fact_list::{fact, fact_list};
use crate::components::printed_sheet::{print_button, sheet};
use crate::components::screen::screen;
use crate::domain::secret::Secret;
use crate::domain::timestamp::Timestamp;
use crate::domain::users::{Event, Step, User};
use crate::i18n::text;
use crate::pages::stage::Stage;
use crate::route::Route;

/// How many characters stand together, so that they can be read out and typed.
const GROUP: usize = 4;

/// The screen.
#[must_use]
pub fn temporary_password(stage: Stage) -> Element {
    let sheet = stage.users.with_untracked(|users| match users.step() {
        Step::HandOver(user, given) => Some(hand_over_sheet(stage, user, &given.password, given.expires_at.as_ref())),
        Step::List | Step::Confirm { .. } | Step::AdminsOnly => None,
    });
    let Some(sheet) = sheet else { return super::list(stage) };
    let handed_over = element("button")
        .set("type", "button")
        .set("class", "button")
        .on("click", move || tell(stage, Event::HandedOver))
        .with(text::TEMPORARY_PASSWORD_HANDED_OVER);
    screen(text::TEMPORARY_PASSWORD_TITLE).element(
        stage.site,
        vec![
            element("p").set("class", "warning").with(text::TEMPORARY_PASSWORD_ONCE),
            sheet,
            copying(text::TEMPORARY_PASSWORD_COPY, move || shown_now(stage)),
            element("p").with(print_button(text::TEMPORARY_PASSWORD_PRINT)),
            element("p").with(handed_over),
        ],
    )
}

/// The password, as long as it is shown.
fn shown_now(stage: Stage) -> Option<Secret> {
    stage.users.with_untracked(|users| match users.step() {
        Step::HandOver(_, given) => Some(Secret::new(given.password.expose().to_owned())),
        Step::List | Step::Confirm { .. } | Step::AdminsOnly => None,
    })
}

fn hand_over_sheet(stage: Stage, user: &User, password: &Secret, expires_at: Option<&Timestamp>) -> Element {
    let product = &stage.site.operator().product_name;
    let mut facts = who(user);
    facts.push(fact(text::TEMPORARY_PASSWORD_LABEL, vec![grouped(password).into()]));
    let expiry = expires_at.map(|at| {
        let time =
            element("time").set("datetime", at.as_str()).with(text::temporary_password_expires(at.clone().into()));
        element("p").with(time)
    });
    let address = stage.address(Route::SignIn);
    let steps = vec![
        element("li").with(element("span").with(text::HAND_OVER_STEP_OPEN)).with(" ".to_owned()).with(address),
        element("li").with(text::HAND_OVER_STEP_SIGN_IN),
        element("li").with(text::HAND_OVER_STEP_CHOOSE),
    ];
    let content = [element("h2").with(text::hand_over_title(product.as_str().into())), fact_list(facts)]
        .into_iter()
        .chain(expiry)
        .chain([element("p").with(text::HAND_OVER_LEAD), element("ol").with_all(steps)])
        .collect();
    sheet(content)
}

/// The password in groups that are apart for the eye only: what is selected and copied is the password. One with anything
/// but letters and digits is left alone: it may have groups of its own.
fn grouped(password: &Secret) -> Element {
    let whole = element("code").set("class", "temporary-password").set("dir", "ltr").set("translate", "no");
    let text = password.expose();
    if !text.chars().all(char::is_alphanumeric) {
        return whole.with(text.to_owned());
    }
    let characters: Vec<char> = text.chars().collect();
    let groups = characters.chunks(GROUP).map(|group| element("span").with(group.iter().collect::<String>()));
    whole.with_all(groups.collect())
}
