//! What screen readers are told beside what has the focus (WCAG 2.2, SC 4.1.3).

use super::element::{Element, element};
use super::site::Site;

/// The region that is always there, so that what appears in it is announced politely.
#[must_use]
pub fn announcement(site: Site) -> Element {
    element("div").set("class", "visually-hidden").set("role", "status").set("id", "announcement").with_live(
        move || {
            let said = site.announcement().map(|message| element("p").with(message));
            said.into_iter().collect()
        },
    )
}
