//! A help page as it is before the app has started, and without JavaScript: complete, and laid out like the app's own
//! (`src/pages/help.rs`), which then takes its place.

use maud::{Markup, html};
use partner_recovery::help::Topic;
use partner_recovery::help::article::{Article, Kind, Part};
use partner_recovery::help::start::Start;
use partner_recovery::i18n::packs::{PACKS, Pack};
use partner_recovery::i18n::text;
use partner_recovery::route::Route;

/// A page of one language. `product` is the name that stands in the configuration while the site is built.
pub(crate) struct HelpPage<'a> {
    /// The language.
    pub(crate) pack: &'a Pack,
    /// What the page is about.
    pub(crate) topic: Topic,
    /// The name of what people sign in to.
    pub(crate) product: &'a str,
}

impl HelpPage<'_> {
    /// The page with its article.
    pub(crate) fn frame(&self, article: &Article) -> Markup {
        let Self { pack, topic, product } = *self;
        html! {
            div .frame {
                a .skip href="#main" { (pack.text(&text::SKIP_TO_CONTENT)) }
                header {
                    p .product { (product) }
                    nav aria-label=(pack.text(&text::LANGUAGE_MENU)) { ul .languages {
                        @for other in PACKS {
                            li { a lang=(other.tag) hreflang=(other.tag) href=(Route::Help(topic).href(other.tag))
                                aria-current=[(other.tag == pack.tag).then_some("true")]
                                { (other.text(&text::LANGUAGE_NAME)) } }
                        }
                    } }
                }
                main #main tabindex="-1" {
                    div .screen {
                        h1 #heading tabindex="-1" { (pack.text(&topic.title())) }
                        (self.article(article))
                    }
                }
                footer { p {
                    a href=(Route::Help(Topic::CannotSignIn).href(pack.tag)) { (pack.text(&text::FOOTER_HELP)) }
                } }
            }
        }
    }

    /// The article and its list of contents.
    fn article(&self, article: &Article) -> Markup {
        html! {
            div .help {
                (self.contents(article))
                article lang=(self.pack.tag) { (self.parts(&article.parts)) }
            }
        }
    }

    fn contents(&self, article: &Article) -> Markup {
        html! {
            nav .contents aria-label=(self.pack.text(&text::HELP_CONTENTS)) {
                p { (self.pack.text(&text::HELP_CONTENTS)) }
                ul { @for heading in article.headings() {
                    li { a href={ "#" (heading.target) } { (self.parts(&heading.parts)) } }
                } }
            }
        }
    }

    fn parts(&self, parts: &[Part]) -> Markup {
        html! { @for part in parts { (self.part(part)) } }
    }

    fn part(&self, part: &Part) -> Markup {
        let inner = self.parts(&part.parts);
        match part.kind {
            Kind::Text => html! { (part.text) },
            Kind::Product => html! { bdi { (self.product) } },
            Kind::Strong => html! { strong { (inner) } },
            Kind::Heading => html! { h2 id=(part.target) tabindex="-1" { (inner) } },
            Kind::Paragraph => html! { p { (inner) } },
            Kind::List => html! { ul { (inner) } },
            Kind::Steps => html! { ol { (inner) } },
            Kind::Item => html! { li { (inner) } },
            Kind::Note => html! { div .important { (inner) } },
            Kind::Topic => match Topic::parse(&part.target) {
                Some(topic) => html! { a href=(Route::Help(topic).href(self.pack.tag)) { (inner) } },
                None => inner,
            },
            Kind::Start => match Start::parse(&part.target).and_then(Route::of_start) {
                Some(route) => html! {
                    p .start {
                        a .button.button-quiet href=(route.href(self.pack.tag)) data-start=(part.target) { (inner) }
                    }
                },
                // Support is where the operator says, and that is not known before the app has read it.
                None => html! {},
            },
            Kind::Picture => html! {
                p .picture { picture {
                    source media="(prefers-color-scheme: dark)" srcset=(part.dark);
                    img src=(part.target) width=(part.width) height=(part.height) alt=(part.text);
                } }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    fn page(parts: Vec<Part>) -> String {
        let page = HelpPage { pack: &PACKS[0], topic: Topic::VerifyAccount, product: "A & B" };
        page.frame(&Article { parts }).into_string()
    }

    fn led(kind: Kind, target: &str) -> Part {
        Part { target: target.to_owned(), ..Part::of(kind, vec![Part::text("words")]) }
    }

    #[test]
    fn the_page_is_whole_without_the_app() {
        let tag = PACKS[0].tag;
        let html =
            page(vec![led(Kind::Heading, "more"), led(Kind::Topic, "cannot-sign-in"), led(Kind::Start, "users")]);
        for expected in [
            "<p class=\"product\">A &amp; B</p>".to_owned(),
            format!("<h1 id=\"heading\" tabindex=\"-1\">{}</h1>", PACKS[0].text(&Topic::VerifyAccount.title())),
            "<a href=\"#more\">words</a>".to_owned(),
            "<h2 id=\"more\" tabindex=\"-1\">words</h2>".to_owned(),
            format!("<a href=\"/{tag}/help/\">words</a>"),
            format!("href=\"/{tag}/account/users/\" data-start=\"users\">words</a>"),
            "href=\"/ja/help/verify-account/\"".to_owned(),
        ] {
            assert!(html.contains(&expected), "{expected} is missing in {html}");
        }
    }

    #[test]
    fn nobody_is_sent_to_a_support_that_is_not_known_yet() {
        assert!(!page(vec![led(Kind::Start, "support")]).contains("words"));
    }
}
