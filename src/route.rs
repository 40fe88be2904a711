//! The addresses of the pages. [`Route::parse`] and [`Route::path`] are inverses.

use crate::domain::capabilities::{Ability, Capabilities};
use crate::domain::link::Link;
use crate::domain::recovery::NextAction;
use crate::domain::sign_in::Page;
use crate::help::Topic;
use crate::help::start::Start;
use crate::i18n::{Message, text};

/// A page with an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Sign in.
    SignIn,
    /// Get back in. Its steps share the address: a later step cannot be opened from outside.
    Recover,
    /// Ask support for help: a service request. Its steps share the address too.
    ServiceRequest,
    /// What has become of a service request.
    RequestStatus,
    /// The account of the person who is signed in.
    Account,
    /// Change the password.
    ChangePassword,
    /// Reset the password of a colleague.
    Users,
    /// What is verified of the company.
    Verification,
    /// A help page.
    Help(Topic),
    /// There is no such page.
    NotFound,
}

/// Pages that belong together: their code comes in one file, when the first of them is opened. What is in none of them is
/// there from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Getting back in.
    Recovery,
    /// Service requests.
    Support,
    /// The pages for people who are signed in.
    Account,
    /// The help pages.
    Help,
}

impl Area {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Recovery, Self::Support, Self::Account, Self::Help];

    /// Its name, which the build knows its file by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Recovery => "recovery",
            Self::Support => "support",
            Self::Account => "account",
            Self::Help => "help",
        }
    }
}

impl Route {
    /// The pages that have an address.
    pub const ALL: [Self; 12] = [
        Self::SignIn,
        Self::Recover,
        Self::ServiceRequest,
        Self::RequestStatus,
        Self::Account,
        Self::ChangePassword,
        Self::Users,
        Self::Verification,
        Self::Help(Topic::CannotSignIn),
        Self::Help(Topic::VerifyAccount),
        Self::Help(Topic::ResetMyPassword),
        Self::Help(Topic::ResetUserPassword),
    ];

    /// The address of a page that signing in leads to.
    #[must_use]
    pub fn of(page: Page) -> Self {
        match page {
            Page::SignIn => Self::SignIn,
            Page::Account => Self::Account,
            Page::ChangePassword => Self::ChangePassword,
            Page::Users => Self::Users,
            Page::Verification => Self::Verification,
        }
    }

    /// Which page for people who are signed in this is, if it is one.
    #[must_use]
    pub fn account_page(self) -> Option<Page> {
        let pages = [Page::Account, Page::ChangePassword, Page::Users, Page::Verification];
        pages.into_iter().find(|page| Self::of(*page) == self)
    }

    /// Which area the page belongs to, if its code is not there from the start.
    #[must_use]
    pub fn area(self) -> Option<Area> {
        match self {
            Self::SignIn | Self::NotFound => None,
            Self::Recover => Some(Area::Recovery),
            Self::ServiceRequest | Self::RequestStatus => Some(Area::Support),
            Self::Account | Self::ChangePassword | Self::Users | Self::Verification => Some(Area::Account),
            Self::Help(_) => Some(Area::Help),
        }
    }

    /// The path below the language, without slashes at its ends. A page that does not exist has none of its own.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::SignIn | Self::NotFound => "",
            Self::Recover => "recover",
            Self::ServiceRequest => "request",
            Self::RequestStatus => "request/status",
            Self::Account => "account",
            Self::ChangePassword => "account/password",
            Self::Users => "account/users",
            Self::Verification => "account/verification",
            Self::Help(Topic::CannotSignIn) => "help",
            Self::Help(Topic::VerifyAccount) => "help/verify-account",
            Self::Help(Topic::ResetMyPassword) => "help/reset-my-password",
            Self::Help(Topic::ResetUserPassword) => "help/reset-user-password",
        }
    }

    /// The address of the page in the language `tag`, as a path with slashes at both ends.
    #[must_use]
    pub fn href(self, tag: &str) -> String {
        match self.path() {
            "" => ["/", tag, "/"].concat(),
            path => ["/", tag, "/", path, "/"].concat(),
        }
    }

    /// The language and the page of a path.
    #[must_use]
    pub fn parse(path: &str) -> (&str, Self) {
        let path = path.trim_matches('/');
        let (tag, rest) = path.split_once('/').unwrap_or((path, ""));
        let route = Self::ALL.into_iter().find(|route| route.path() == rest);
        (tag, route.unwrap_or(Self::NotFound))
    }

    /// The page on which an action starts; `None` for one that does not start on this site.
    #[must_use]
    pub fn of_start(start: Start) -> Option<Self> {
        match start {
            Start::SignIn => Some(Self::SignIn),
            Start::Recovery | Start::AccountType | Start::Identify | Start::NewPassword => Some(Self::Recover),
            Start::ServiceRequest => Some(Self::ServiceRequest),
            Start::RequestStatus => Some(Self::RequestStatus),
            Start::ChangePassword => Some(Self::ChangePassword),
            Start::Users => Some(Self::Users),
            Start::Verification => Some(Self::Verification),
            Start::Account => Some(Self::Account),
            Start::Support => None,
        }
    }

    /// What the API must be able to do for the page to be there.
    #[must_use]
    pub fn needs(self) -> Option<Ability> {
        match self {
            Self::ServiceRequest | Self::RequestStatus => Some(Ability::ServiceRequests),
            Self::ChangePassword => Some(Ability::ChangePassword),
            Self::Users => Some(Ability::Users),
            Self::Verification => Some(Ability::Verification),
            Self::SignIn | Self::Recover | Self::Account | Self::Help(_) | Self::NotFound => None,
        }
    }

    /// Whether the page is there, with an API that can do this.
    #[must_use]
    pub fn is_offered_by(self, api: Capabilities) -> bool {
        self.needs().is_none_or(|ability| api.has(ability))
    }

    /// The help that fits the page.
    #[must_use]
    pub fn help(self) -> Topic {
        match self {
            Self::Recover | Self::ChangePassword => Topic::ResetMyPassword,
            Self::Users => Topic::ResetUserPassword,
            Self::Verification => Topic::VerifyAccount,
            Self::SignIn
            | Self::ServiceRequest
            | Self::RequestStatus
            | Self::Account
            | Self::Help(_)
            | Self::NotFound => Topic::CannotSignIn,
        }
    }

    /// The page's heading when it is opened.
    #[must_use]
    pub fn title(self) -> Message {
        match self {
            Self::SignIn => text::SIGN_IN_TITLE,
            Self::Recover => text::SITUATION_TITLE,
            Self::ServiceRequest => text::REASON_TITLE,
            Self::RequestStatus => text::LOOK_UP_TITLE,
            Self::Account => text::ACCOUNT_TITLE,
            Self::ChangePassword => text::CHANGE_PASSWORD_TITLE,
            Self::Users => text::USERS_TITLE,
            Self::Verification => text::VERIFICATION_TITLE,
            Self::Help(topic) => topic.title(),
            Self::NotFound => text::NOT_FOUND_TITLE,
        }
    }
}

/// Where a way on leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To a page of the app.
    Page(Route),
    /// To where the operator's support is found.
    Support,
    /// To where personal accounts are recovered, or to support where that is not known.
    PersonalAccount,
    /// To the page of the operator where a recovery goes on, or to support where there is none.
    OtherPage,
    /// To an address that the API named.
    Outside(Link),
}

/// Where each way on leads.
#[must_use]
pub fn destination(action: &NextAction) -> Destination {
    match action {
        NextAction::StartAgain => Destination::Page(Route::Recover),
        NextAction::SignIn => Destination::Page(Route::SignIn),
        NextAction::ServiceRequest(_) => Destination::Page(Route::ServiceRequest),
        NextAction::ResetColleague => Destination::Page(Route::Users),
        NextAction::AskSupport => Destination::Support,
        NextAction::PersonalAccountPage => Destination::PersonalAccount,
        NextAction::OtherPage(None) => Destination::OtherPage,
        NextAction::OtherPage(Some(address)) => Destination::Outside(address.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_listed_and_leads_back_to_its_page() {
        let addresses = Route::ALL.map(|route| route.href("ja"));
        assert_eq!(
            addresses,
            [
                "/ja/",
                "/ja/recover/",
                "/ja/request/",
                "/ja/request/status/",
                "/ja/account/",
                "/ja/account/password/",
                "/ja/account/users/",
                "/ja/account/verification/",
                "/ja/help/",
                "/ja/help/verify-account/",
                "/ja/help/reset-my-password/",
                "/ja/help/reset-user-password/",
            ]
        );
        for route in Route::ALL {
            assert_eq!(Route::parse(&route.href("pt-BR")), ("pt-BR", route));
        }
    }

    #[test]
    fn every_start_leads_to_a_page_or_to_support_and_what_enters_the_recovery_leads_there() {
        for start in Start::ALL {
            let route = Route::of_start(start);
            assert_eq!(route.is_none(), start == Start::Support, "{start:?}");
            assert_eq!(route == Some(Route::Recover), start.entrance().is_some(), "{start:?}");
        }
    }

    #[test]
    fn a_missing_slash_does_not_matter_and_anything_else_is_not_found() {
        assert_eq!(Route::parse("/en"), ("en", Route::SignIn));
        assert_eq!(Route::parse("/en/recover"), ("en", Route::Recover));
        for path in ["/en/nothing", "/en/recover/password", "/en//recover"] {
            assert_eq!(Route::parse(path).1, Route::NotFound, "{path}");
        }
    }
}
