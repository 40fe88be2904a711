//! The calculation that asks nothing of the person but a little time.

use crate::browser::{page, spawn, work};
use crate::components::button;
use crate::components::effect::effect;
use crate::components::element::{Element, element};
use crate::components::error_summary::error_at;
use crate::components::form::Form;
use crate::components::text_field::problem_id;
use crate::domain::captcha::Challenge;
use crate::domain::secret::Secret;
use crate::i18n::text;
use leptos::prelude::*;

/// The id of the button that starts it.
pub(super) const BUTTON: &str = "captcha-work";

/// The calculation for the present challenge. A handle.
#[derive(Clone, Copy)]
pub(super) struct Work {
    challenge: Memo<Option<Challenge>>,
    state: RwSignal<State>,
    /// How many attempts the running calculation has made.
    tried: RwSignal<u32>,
    proof: StoredValue<Option<Secret>, LocalStorage>,
    /// Grows with each start and each stop; a calculation with an older number ends.
    run: StoredValue<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    NotStarted,
    Running,
    Done,
    Failed,
}

impl Work {
    pub(super) fn new(challenge: Memo<Option<Challenge>>) -> Self {
        let work = Self {
            challenge,
            state: RwSignal::new(State::NotStarted),
            tried: RwSignal::new(0),
            proof: StoredValue::new_local(None),
            run: StoredValue::new(0),
        };
        effect(move || {
            challenge.track();
            work.stop();
        });
        work
    }

    pub(super) fn is_done(self) -> bool {
        self.state.get_untracked() == State::Done
    }

    /// The finished proof, once.
    pub(super) fn take_proof(self) -> Option<Secret> {
        let proof = self.proof.try_update_value(Option::take).flatten();
        if proof.is_some() {
            self.state.set(State::NotStarted);
        }
        proof
    }

    fn stop(self) {
        self.run.update_value(|run| *run += 1);
        self.proof.set_value(None);
        self.state.set(State::NotStarted);
    }

    fn start(self) {
        let Some(task) = self.challenge.get_untracked().and_then(|challenge| challenge.proof_of_work) else { return };
        self.stop();
        let run = self.run.get_value();
        let is_current = move || self.run.try_get_value() == Some(run);
        self.tried.set(0);
        self.state.set(State::Running);
        spawn(async move {
            let report = move |tried| {
                let goes_on = is_current();
                if goes_on {
                    self.tried.set(tried);
                }
                goes_on
            };
            let proof = work::solve(&task, report).await;
            if is_current() {
                self.state.set(if proof.is_some() { State::Done } else { State::Failed });
                self.proof.set_value(proof);
            }
        });
    }

    pub(super) fn element(self, form: Form) -> Element {
        let problem = problem_id(BUTTON);
        let is_startable = move || matches!(self.state.get(), State::NotStarted | State::Failed);
        // It stays where it is, so that the focus does.
        let press = move || {
            if untrack(is_startable) {
                self.start();
            }
        };
        let start = button::action(text::CAPTCHA_WORK_START, press)
            .set("id", BUTTON)
            .live("aria-disabled", move |_| (!is_startable()).then(|| "true".to_owned()))
            .live("aria-describedby", move |_| form.slip_at(BUTTON).map(|_| problem.clone()));
        // Without a known end the bar just shows that something goes on.
        let most = move || self.challenge.get()?.proof_of_work?.attempts;
        let bar = element("progress")
            .say("aria-label", text::CAPTCHA_WORK_PROGRESS)
            .flag("hidden", move || self.state.get() != State::Running)
            .live("max", move |_| most().map(|most| most.to_string()))
            .live("value", move |_| most().map(|_| self.tried.get().to_string()));
        let cancel = move || {
            self.stop();
            page::focus(BUTTON);
        };
        let cancel = button::action(text::CAPTCHA_WORK_CANCEL, cancel)
            .flag("hidden", move || self.state.get() != State::Running);
        let status = element("div").set("role", "status").with_live(move || {
            let said = match self.state.get() {
                State::NotStarted => return vec![],
                State::Running => text::CAPTCHA_WORK_RUNNING,
                State::Done => text::CAPTCHA_WORK_DONE,
                State::Failed => text::CAPTCHA_WORK_FAILED,
            };
            vec![element("p").with(said)]
        });
        element("div")
            .set("class", "captcha-work")
            .with(element("p").with(text::CAPTCHA_WORK_LEAD))
            .with(error_at(form, BUTTON, problem_id(BUTTON)))
            .with(start)
            .with(status)
            .with(bar)
            .with(cancel)
    }
}
