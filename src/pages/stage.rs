//! What the pages see, and whom they tell.

use super::troubles;
use crate::browser::page;
use crate::components::captcha::Loader;
use crate::components::element::{Element, element};
use crate::components::form::{Form, Hold};
use crate::components::site::Site;
use crate::components::state::ReadState;
use crate::domain::capabilities::{Ability, Capabilities};
use crate::domain::exchange::Exchange;
use crate::domain::moment::{Moment, Seconds};
use crate::domain::recovery::{self, Journey, Step};
use crate::domain::request_status::{self, RequestStatus};
use crate::domain::service_request::{self, ServiceRequest};
use crate::domain::sign_in::{self, SignIn};
use crate::domain::users::{self, Users};
use crate::domain::verification::{self, Verification};
use crate::help::Reading;
use crate::i18n::Message;
use crate::route::Route;

/// What a person did.
pub enum Told {
    /// Something in a recovery.
    Recovery(recovery::Event),
    /// Something around signing in.
    SignIn(sign_in::Event),
    /// Something for a colleague.
    Users(users::Event),
    /// Something about what is verified.
    Verification(verification::Event),
    /// Something while a service request is told.
    ServiceRequest(service_request::Event),
    /// Something while a service request is looked at.
    RequestStatus(request_status::Event),
    /// Support has agreed: they go on with resetting the password.
    Approved,
    /// They cannot sign in. The text is what stands in the user ID field, to be kept.
    LockedOut(String),
    /// They want to try again to read the help page that they see.
    ReadAgain,
    /// They want to go one step back, as with the browser's own button.
    Back,
}

/// The state of the app as the pages see it. A handle.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The site.
    pub site: Site,
    /// What the API can do.
    pub api: Capabilities,
    /// The recovery.
    pub recovery: ReadState<Journey>,
    /// Signing in.
    pub sign_in: ReadState<SignIn>,
    /// The users of the company.
    pub users: ReadState<Users>,
    /// What is verified of the company.
    pub verification: ReadState<Verification>,
    /// The service request that is being told.
    pub service_request: ReadState<ServiceRequest>,
    /// The service request that is looked at.
    pub request_status: ReadState<RequestStatus>,
    /// What there is to read on a help page.
    pub reading: ReadState<Reading>,
    /// The time, as far as something on the page depends on it.
    pub now: ReadState<Moment>,
    /// Told what people do.
    pub teller: fn(Told),
    /// Makes the screen of a page whose code comes in a file of its own; `None` until it is here, which can be followed.
    pub screens: fn(Self, Route) -> Option<Element>,
    /// Gets the pictures and recordings of challenges.
    pub loader: Loader,
}

impl Stage {
    /// Tells what a person did.
    pub fn tell(self, told: Told) {
        (self.teller)(told);
    }

    /// Tells what a person did in a recovery.
    pub fn recover(self, event: recovery::Event) {
        self.tell(Told::Recovery(event));
    }

    /// Whether the API can do this.
    #[must_use]
    pub fn can(self, ability: Ability) -> bool {
        self.api.has(ability)
    }

    /// Whether there is something to do at this page.
    #[must_use]
    pub fn offers(self, route: Route) -> bool {
        route.is_offered_by(self.api)
    }

    /// The screen of a page whose code comes in a file of its own. Follows its arrival.
    #[must_use]
    pub fn screen_at(self, route: Route) -> Option<Element> {
        (self.screens)(self, route)
    }

    /// A link to a page, in the language of the site.
    #[must_use]
    pub fn link(self, label: Message, route: Route) -> Element {
        self.link_to(route).with(label)
    }

    /// A link to a page, in the language of the site, with nothing in it yet.
    #[must_use]
    pub fn link_to(self, route: Route) -> Element {
        element("a").live("href", move |site: Site| Some(route.href(&site.tag())))
    }

    /// The address of a page in full, for whoever has it on paper only.
    #[must_use]
    pub fn address(self, route: Route) -> Element {
        element("bdi").set("class", "address").with_live(move || {
            let address = [page::origin(), route.href(&self.site.tag())].concat();
            vec![element("span").with(address)]
        })
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

    /// A form whose talk with the API is `exchange`; problems with what was sent belong to `field`.
    #[must_use]
    pub fn form(self, field: &'static str, exchange: fn(Self) -> Exchange) -> Form {
        let reported = move || {
            let exchange = exchange(self);
            let policy = self.sign_in.with(|sign_in| sign_in.session().map(|session| session.password_policy));
            troubles::slips(
                exchange.trouble(),
                exchange.blocked_for(self.now.get()),
                field,
                &policy.unwrap_or_default(),
            )
        };
        Form::new(reported, move || self.hold(exchange))
    }

    /// Whether a form with this talk with the API can be sent. Follows it.
    #[must_use]
    pub fn hold(self, exchange: fn(Self) -> Exchange) -> Hold {
        let exchange = exchange(self);
        hold(exchange.is_waiting(), exchange.blocked_for(self.now.get()))
    }

    /// A form around signing in; problems with what was sent belong to `field`.
    #[must_use]
    pub fn sign_in_form(self, field: &'static str) -> Form {
        self.form(field, sign_in_exchange)
    }

    /// The API's reference to the recovery's trouble.
    pub fn recovery_reference(self) -> impl Fn() -> Option<String> + Send + Sync + 'static {
        move || self.recovery.with(|journey| journey.trouble()?.reference())
    }

    /// The API's reference to the trouble in `exchange`.
    pub fn reference(self, exchange: fn(Self) -> Exchange) -> impl Fn() -> Option<String> + Send + Sync + 'static {
        move || exchange(self).trouble()?.reference()
    }

    /// The API's reference to the trouble with signing in.
    pub fn sign_in_reference(self) -> impl Fn() -> Option<String> + Send + Sync + 'static {
        self.reference(sign_in_exchange)
    }
}

/// The talk with the API around signing in. Follows it.
#[must_use]
pub fn sign_in_exchange(stage: Stage) -> Exchange {
    stage.sign_in.with(|sign_in| sign_in.exchange().clone())
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
