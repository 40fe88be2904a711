//! The code.

use super::{buttons, question};
use crate::browser::page;
use crate::components::button;
use crate::components::details::details;
use crate::components::element::{Element, element};
use crate::components::form::Slip;
use crate::components::text_field::text_field;
use crate::domain::code::Alphabet;
use crate::domain::moment::Seconds;
use crate::domain::recovery::{CodeSent, Event, Step};
use crate::i18n::{text, wording};
use crate::pages::stage::Stage;
use leptos::prelude::*;

const CODE: &str = "code";

/// The screen.
#[must_use]
pub fn enter_code(stage: Stage) -> Element {
    let form = stage.recovery_form(CODE);
    let sent = Memo::new(move |before: Option<&Option<CodeSent>>| {
        stage.recovery.with(|journey| match journey.step() {
            Step::EnterCode(sent) => Some(sent.clone()),
            // The screen is about to be left.
            _ => before.cloned().flatten(),
        })
    });
    let Some(first) = sent.get_untracked() else { return super::stopped::stopped(stage) };
    let code_form = first.form;
    let user_id = stage.recovery.with_untracked(|journey| journey.user_id().to_owned());
    let fields = vec![
        text_field(CODE, text::CODE_LABEL)
            .hint(wording::code_hint(code_form))
            .autocomplete("one-time-code")
            .secret()
            .keyboard(if code_form.alphabet == Alphabet::Digits { "numeric" } else { "text" })
            .element(form),
        buttons(stage, text::NEXT, form),
    ];
    let send = move || {
        let code = code_form
            .read(&page::typed(CODE))
            .map_err(|problem| vec![Slip::at(CODE, wording::code_problem(problem, code_form))])?;
        page::clear(CODE);
        stage.recover(Event::CodeEntered(code));
        Ok(())
    };
    let sent_lines = element("div").with_live(move || {
        let Some(sent) = sent.get() else { return vec![] };
        let life = sent.expires_in.map(|time| element("p").with(text::code_life(time.into())));
        std::iter::once(element("p").with(wording::code_sent(&sent))).chain(life).collect()
    });
    question(
        stage,
        text::ENTER_CODE_TITLE,
        form,
        vec![
            sent_lines,
            element("p").set("class", "who").with(text::code_for_user(user_id.as_str().into())),
            form.element(fields, send),
            resend(stage, sent),
            details(text::CODE_NOTHING_CAME, element("p").with(text::CODE_NOTHING_CAME_HELP)),
        ],
    )
}

/// Another code: the button, or how long it takes until there is one. The button stays where it is, so that the focus does.
fn resend(stage: Stage, sent: Memo<Option<CodeSent>>) -> Element {
    let wait = move || sent.get().and_then(|sent| sent.resend_at).map(|at| at.seconds_from(stage.now.get()));
    let button = button::action(text::CODE_RESEND, move || stage.recover(Event::ResendAsked))
        .live("aria-disabled", move |_| (wait() != Some(Seconds::ZERO)).then(|| "true".to_owned()));
    let waiting = element("p").set("class", "hint").with_live(move || {
        let time = wait().filter(|time| *time != Seconds::ZERO);
        time.map(|time| element("span").with(text::code_resend_wait(time.into()))).into_iter().collect()
    });
    element("div").set("class", "resend").flag("hidden", move || wait().is_none()).with(button).with(waiting)
}
