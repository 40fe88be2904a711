//! The addresses of the pages. [`Route::parse`] and [`Route::path`] are inverses.

use crate::i18n::{Message, text};

/// A page with an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Sign in.
    SignIn,
    /// Get back in. Its steps share the address: a later step cannot be opened from outside.
    Recover,
    /// The account of the person who is signed in.
    Account,
    /// Change the password.
    ChangePassword,
    /// There is no such page.
    NotFound,
}

impl Route {
    /// The pages that have an address.
    pub const ALL: [Self; 4] = [Self::SignIn, Self::Recover, Self::Account, Self::ChangePassword];

    /// The path below the language, without slashes at its ends. A page that does not exist has none of its own.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::SignIn | Self::NotFound => "",
            Self::Recover => "recover",
            Self::Account => "account",
            Self::ChangePassword => "account/password",
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

    /// The page's heading when it is opened.
    #[must_use]
    pub fn title(self) -> Message {
        match self {
            Self::SignIn => text::SIGN_IN_TITLE,
            Self::Recover => text::SITUATION_TITLE,
            Self::Account => text::ACCOUNT_TITLE,
            Self::ChangePassword => text::CHANGE_PASSWORD_TITLE,
            Self::NotFound => text::NOT_FOUND_TITLE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_listed_and_leads_back_to_its_page() {
        let addresses = Route::ALL.map(|route| route.href("ja"));
        assert_eq!(addresses, ["/ja/", "/ja/recover/", "/ja/account/", "/ja/account/password/"]);
        for route in Route::ALL {
            assert_eq!(Route::parse(&route.href("pt-BR")), ("pt-BR", route));
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
