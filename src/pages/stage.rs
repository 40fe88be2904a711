//! What the pages see, and whom they tell.

use super::troubles;
use crate::components::captcha::Loader;
use crate::components::element::{Element, element};
use crate::components::form::{Form, Hold};
use crate::components::site::Site;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::recovery::{self, Journey, Step};
use crate::domain::sign_in::{self, SignIn};
use crate::i18n::Message;
use crate::route::Route;
use leptos::prelude::*;
use std::rc::Rc;

/// What a person did.
pub enum Told {
    /// Something in a recovery.
    Recovery(recovery::Event),
    /// Something around signing in.
    SignIn(sign_in::Event),
    /// They cannot sign in. The text is what stands in the user ID field, to be kept.
    LockedOut(String),
    /// They want to go one step back, as with the browser's own button.
    Back,
}

/// The state of the app as the pages see it. A handle.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The site.
    pub site: Site,
    /// The recovery.
    pub recovery: ReadSignal<Journey>,
    /// Signing in.
    pub sign_in: ReadSignal<SignIn>,
    /// The time, as far as something on the page depends on it.
    pub now: ReadSignal<Moment>,
    tell: StoredValue<Rc<dyn Fn(Told)>, LocalStorage>,
    loader: StoredValue<Loader, LocalStorage>,
}

impl Stage {
    /// A stage on which `tell` is told what people do, and `loader` gets the pictures and recordings of challenges.
    #[must_use]
    pub fn new(
        site: Site,
        recovery: ReadSignal<Journey>,
        sign_in: ReadSignal<SignIn>,
        now: ReadSignal<Moment>,
        tell: Rc<dyn Fn(Told)>,
        loader: Loader,
    ) -> Self {
        let (tell, loader) = (StoredValue::new_local(tell), StoredValue::new_local(loader));
        Self { site, recovery, sign_in, now, tell, loader }
    }

    /// Tells what a person did.
    pub fn tell(self, told: Told) {
        // Out of the store before it is called: what it does may use the store.
        let tell = self.tell.get_value();
        tell(told);
    }

    /// Tells what a person did in a recovery.
    pub fn recover(self, event: recovery::Event) {
        self.tell(Told::Recovery(event));
    }

    /// Gets pictures and recordings.
    #[must_use]
    pub fn loader(self) -> Loader {
        self.loader.get_value()
    }

    /// A link to a page, in the language of the site.
    #[must_use]
    pub fn link(self, label: Message, route: Route) -> Element {
        element("a").live("href", move |site: Site| Some(route.href(&site.tag()))).with(label)
    }

    /// A form of the recovery; problems with what was sent belong to `field`.
    #[must_use]
    pub fn recovery_form(self, field: &'static str) -> Form {
        let Self { recovery, now, .. } = self;
        let reported = move || {
            recovery.with(|journey| {
                let policy =
                    if let Step::SetPassword(asked) = journey.step() { asked.policy } else { Default::default() };
                troubles::slips(journey.trouble(), journey.blocked_for(now.get()), field, &policy)
            })
        };
        Form::new(reported, move || recovery.with(|journey| hold(journey.is_waiting(), journey.blocked_for(now.get()))))
    }

    /// A form around signing in; problems with what was sent belong to `field`.
    #[must_use]
    pub fn sign_in_form(self, field: &'static str) -> Form {
        let Self { sign_in, now, .. } = self;
        let reported = move || {
            sign_in.with(|sign_in| {
                let policy = sign_in.session().map(|session| session.password_policy).unwrap_or_default();
                troubles::slips(sign_in.trouble(), sign_in.blocked_for(now.get()), field, &policy)
            })
        };
        Form::new(reported, move || self.sign_in_hold())
    }

    /// Whether a form around signing in can be sent. Follows the sign-in.
    #[must_use]
    pub fn sign_in_hold(self) -> Hold {
        self.sign_in.with(|sign_in| hold(sign_in.is_waiting(), sign_in.blocked_for(self.now.get())))
    }

    /// The API's reference to the recovery's trouble.
    pub fn recovery_reference(self) -> impl Fn() -> Option<String> + Send + Sync + 'static {
        move || self.recovery.with(|journey| journey.trouble()?.reference())
    }

    /// The API's reference to the trouble with signing in.
    pub fn sign_in_reference(self) -> impl Fn() -> Option<String> + Send + Sync + 'static {
        move || self.sign_in.with(|sign_in| sign_in.trouble()?.reference())
    }
}

fn hold(is_waiting: bool, blocked_for: Seconds) -> Hold {
    if is_waiting {
        Hold::Waiting
    } else if blocked_for > Seconds::ZERO {
        Hold::Blocked
    } else {
        Hold::Free
    }
}
