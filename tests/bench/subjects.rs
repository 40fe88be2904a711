//! What is measured: our page, and the pages beside it.

use super::gallery::Gallery;
use super::harness::Site;
use super::stand_in::sentinels::DOMAIN;

/// A page that is measured.
pub struct Subject {
    /// What it is called in the tables.
    pub title: &'static str,
    /// Where it is.
    pub url: String,
    /// The field for the user ID; nothing if there is no form.
    pub field: &'static str,
    /// The button that leads on; nothing if it leads nowhere.
    pub button: &'static str,
    /// What has to be there for the press of the button to count as answered. Any reaction at all does if this is empty.
    pub answer: &'static str,
    pub role: Role,
}

/// What a subject is compared as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Ours,
    /// The same page of another build.
    Beside,
    /// Only its bytes are of interest.
    OursInJapanese,
    /// The same page without anything behind it.
    Still,
    /// A page with nothing on it, made with React.
    EmptyReact,
    Peer,
}

impl Role {
    /// How often it is loaded in a round. What the budgets compare is loaded more often, as a fraction of a tenth decides there.
    pub fn loads(self, round: usize) -> usize {
        match self {
            Self::Ours | Self::Beside | Self::Still | Self::EmptyReact => 3,
            Self::Peer => 1,
            // Its bytes are the same in every round.
            Self::OursInJapanese => usize::from(round == 0),
        }
    }
}

/// What a recipe's page has to be filled in.
struct Form {
    name: &'static str,
    title: &'static str,
    field: &'static str,
    button: &'static str,
}

/// Every recipe in `peers/`.
const RECIPES: [Form; 6] = [
    Form { name: "react", title: "empty React page", field: "", button: "" },
    Form { name: "supertokens", title: "supertokens-auth-react", field: "[name=email]", button: "button[type=submit]" },
    Form { name: "msal", title: "msal-browser/custom-auth + React", field: "[name=username]", button: "form button" },
    Form { name: "amplify", title: "@aws-amplify/ui-react", field: "[name=username]", button: "button[type=submit]" },
    Form { name: "okta", title: "okta-signin-widget", field: "[name=identifier]", button: "input[type=submit]" },
    Form { name: "auth0-lock", title: "auth0-lock", field: "[name=email]", button: "button[type=submit]" },
];

impl Subject {
    /// The page of the `site`, that of another build `beside` it, and what is in the gallery.
    pub fn all(site: &Site, beside: Option<&Site>, gallery: &Gallery, peers: &[&str]) -> Vec<Self> {
        let ours = Self {
            title: "partner-recovery",
            url: site_page(site, "en"),
            field: "#user-id",
            button: "main form button[type=submit]",
            answer: "#password",
            role: Role::Ours,
        };
        let still = Self {
            title: "the same page, static",
            url: gallery.still_page(),
            button: "",
            answer: "",
            role: Role::Still,
            ..ours
        };
        let japanese = Self {
            title: "partner-recovery, Japanese",
            url: site_page(site, "ja"),
            role: Role::OursInJapanese,
            ..ours
        };
        let beside = beside.map(|site| Self {
            title: "another build of it",
            url: site_page(site, "en"),
            role: Role::Beside,
            ..ours
        });
        let recipes = peers.iter().map(|name| Self::of_recipe(name, gallery));
        [ours, japanese, still].into_iter().chain(beside).chain(recipes).collect()
    }

    fn of_recipe(name: &str, gallery: &Gallery) -> Self {
        let form = RECIPES.iter().find(|form| form.name == name);
        let &Form { title, field, button, .. } = form.unwrap_or_else(|| panic!("there is no peer {name}"));
        let role = if field.is_empty() { Role::EmptyReact } else { Role::Peer };
        Self { title, url: gallery.page_of(name), field, button, answer: "", role }
    }
}

fn site_page(site: &Site, language: &str) -> String {
    format!("{}/{language}/", site.origin)
}

/// Who signs in.
pub fn user_id() -> String {
    format!("user@{DOMAIN}")
}
