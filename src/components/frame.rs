//! What surrounds every screen: the way to the content, the product's name, the languages, help and support.

use super::announcement::announcement;
use super::button::link;
use super::element::{Element, element};
use super::notice::notice;
use super::site::Site;
use crate::i18n::text;

/// The id of the main part.
pub const MAIN: &str = "main";

/// A language to choose.
#[derive(Clone)]
pub struct Choice {
    /// Its tag (BCP 47).
    pub tag: String,
    /// Its own name.
    pub name: String,
}

/// The whole page around `main`. `href_in` is the address of the present page in a language, `help_in` that of the help that
/// fits it.
#[must_use]
pub fn frame(
    site: Site,
    languages: &[Choice],
    href_in: impl Fn(&str) -> String + Clone + Send + 'static,
    help_in: impl Fn(&str) -> String + Send + 'static,
    main: Element,
) -> Element {
    let skip = link(text::SKIP_TO_CONTENT, "#main").set("class", "skip");
    let product = element("p").set("class", "product").with(site.operator().product_name.clone());
    let items = languages.iter().map(|language| choice(language.clone(), href_in.clone())).collect();
    let menu = element("nav")
        .say("aria-label", text::LANGUAGE_MENU)
        .with(element("ul").set("class", "languages").with_all(items));
    let help = element("a").live("href", move |site: Site| Some(help_in(&site.tag()))).with(text::FOOTER_HELP);
    let support = site.support().set("id", "support");
    element("div")
        .set("class", "frame")
        .with(skip)
        .with(element("header").with(product).with(menu))
        .with(notice(move || site.trouble()).set("class", "site-trouble"))
        .with(working(site))
        .with(main)
        .with(element("footer").with(element("p").with(help)).with(element("p").with(support)))
        .with(announcement(site))
}

/// Says that what was asked for is on its way.
fn working(site: Site) -> Element {
    element("div").set("class", "site-work").set("role", "status").with_live(move || {
        let said = site.is_working().then(|| element("p").with(text::WORKING));
        said.into_iter().collect()
    })
}

fn choice(language: Choice, href_in: impl Fn(&str) -> String + Send + 'static) -> Element {
    let Choice { tag, name } = language;
    let here = tag.clone();
    let link = element("a")
        .set("lang", &tag)
        .set("hreflang", &tag)
        .live("aria-current", move |site: Site| (site.tag() == here).then(|| "true".to_owned()))
        .live("href", move |_| Some(href_in(&tag)))
        .with(name);
    element("li").with(link)
}
