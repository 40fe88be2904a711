//! The HTML pages: one for each route and language, the choice of a language at `/`, and `404.html`.
//!
//! They hold neither inline script nor inline style, as the content security policy allows none. What the operator set is
//! in them as `config.json` says it now; the app shows what it says when a page is opened.

mod loading;
mod without_app;

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use partner_recovery::app;
use partner_recovery::components::frame::Choice;
use partner_recovery::config::Config;
use partner_recovery::help::article::{Article, Kind, Part};
use partner_recovery::help::{Loaded, Reading};
use partner_recovery::i18n::packs::{PACKS, Pack};
use partner_recovery::i18n::{Message, text};
use partner_recovery::route::Route;

use crate::articles::HelpArticle;
use crate::assets::{Asset, Assets, Texts, file};
use crate::hosts::deployment::Deployment;
use crate::speech::Speech;

/// The failures that `boot.js` tells of, each with its heading and what to do.
const FAILURES: [(&str, Message, Message); 4] = [
    ("load", text::FAILURE_LOAD_TITLE, text::FAILURE_LOAD),
    ("unsupported", text::FAILURE_BROWSER_TITLE, text::FAILURE_BROWSER),
    ("slow", text::FAILURE_SLOW_TITLE, text::FAILURE_SLOW),
    ("stopped", text::FAILURE_CRASH_TITLE, text::FAILURE_CRASH),
];

/// Writes every page into `site`.
///
/// # Errors
/// When there is no language, `config.json` cannot be used, a page says what only a browser can say, or a file cannot be
/// written.
pub(crate) fn write(site: &Path, assets: &Assets) -> anyhow::Result<()> {
    let config = fs::read(file(site, "/config.json")).context("config.json cannot be read")?;
    let Deployment { config, site: origin, .. } = Deployment::read(&config)?;
    let origin = origin.as_deref().unwrap_or_default();
    for (pack, texts) in PACKS.iter().zip(&assets.texts) {
        let speech = Speech::of(pack)?;
        for route in Route::ALL {
            let url = format!("{}index.html", route.href(pack.tag));
            save(site, &url, &Screen { assets, pack, texts, config: &config, origin, speech: &speech, route }.page()?)?;
        }
        speech.check()?;
    }
    let default = PACKS.first().context("there is no language")?;
    save(site, "/index.html", &without_app::choice_of_language(assets, default))?;
    save(site, "/404.html", &without_app::not_found(assets, default))
}

fn save(site: &Path, url: &str, page: &Markup) -> anyhow::Result<()> {
    if let Some(id) = id_of_two(page.0.as_str()) {
        bail!("{url} has two elements with the id {id}: one of them would not be found");
    }
    let path = file(site, url);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, page.0.as_str()).with_context(|| format!("{url} cannot be written"))
}

/// An id that is there twice. Articles name their headings as they like.
fn id_of_two(page: &str) -> Option<&str> {
    let mut ids: Vec<_> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    ids.windows(2).find_map(|pair| match pair {
        [one, other] if one == other => Some(*one),
        _ => None,
    })
}

/// What all pages share. `head` and `body` are what this one adds.
fn document(assets: &Assets, pack: &Pack, title: &str, head: &Markup, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(pack.tag) dir=(pack.text(&text::LANGUAGE_DIRECTION)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                (stylesheet(&assets.css))
                (head)
            }
            body { (body) }
        }
    }
}

fn stylesheet(Asset { url, integrity }: &Asset) -> Markup {
    html! { link rel="stylesheet" href=(url) integrity=(integrity); }
}

/// A page that the app takes over.
struct Screen<'a> {
    assets: &'a Assets,
    pack: &'a Pack,
    texts: &'a Texts,
    config: &'a Config,
    /// Where the site is, if `config.json` says so: search engines want whole addresses.
    origin: &'a str,
    speech: &'a Speech,
    route: Route,
}

impl Screen<'_> {
    fn page(&self) -> anyhow::Result<Markup> {
        let Self { assets, pack, origin, route, .. } = *self;
        let help = self.help();
        // The script is small and goes before the rest: it keeps what people do before the app is there. The page is parsed to its
        // end and shown without it (`async`): a proxy that holds it back leaves nobody before an empty page, and browsers look for
        // their fonts while the styles are still on their way.
        let head = html! {
            @if route.area().is_some() { (stylesheet(&assets.areas_css)) }
            script type="module" src=(assets.boot.url) integrity=(assets.boot.integrity) fetchpriority="high" async {}
            (self.preloads())
            meta name="description" content=(self.description());
            @if route.account_page().is_some() || !self.is_offered() { meta name="robots" content="noindex"; }
            link rel="canonical" href={ (origin) (route.href(pack.tag)) };
            (alternates(assets, route, origin))
            link rel="alternate" hreflang="x-default" href={ (origin) "/" };
        };
        let still = app::still(self.speech.spoken(), self.config, &choices(), route, reading(help));
        let body = html! {
            // An article can be read without JavaScript.
            @if help.is_none() { (self.without_script()) }
            div #app { (PreEscaped(still)) }
            template #working { p { (pack.text(&text::WORKING)) } }
            (self.texts()?)
            // The code of an area brings them along (parts/link.js).
            @if route.area().is_none() { template #styles { (stylesheet(&assets.areas_css)) } }
            (self.later())
            (more_files(assets))
            (failure(pack))
        };
        Ok(document(assets, pack, &self.title(), &head, &body))
    }

    /// The article, if this is a help page.
    fn help(&self) -> Option<&HelpArticle> {
        self.assets.help.iter().find(|help| help.tag == self.pack.tag && Route::Help(help.topic) == self.route)
    }

    /// Whether the API can do what the page is for.
    fn is_offered(&self) -> bool {
        self.route.is_offered_by(self.config.driver.capabilities())
    }

    /// The title of the window, as the app sets it.
    fn title(&self) -> String {
        let product = self.config.product_name.as_str().into();
        let heading = if self.is_offered() { self.route.title() } else { text::NOT_OFFERED_TITLE };
        self.speech.say(&text::window_title(heading.into(), product))
    }

    /// What search engines show of the page.
    fn description(&self) -> String {
        let product = || self.config.product_name.as_str().into();
        if let Some(words) = self.help().and_then(|help| beginning(&help.article, &self.config.product_name)) {
            return words;
        }
        if !self.is_offered() {
            return self.speech.say(&text::NOT_OFFERED);
        }
        self.speech.say(&match self.route {
            Route::SignIn => text::sign_in_lead(product()),
            Route::Recover => text::SITUATION_LEAD,
            Route::ServiceRequest => text::REASON_LEAD,
            Route::RequestStatus => text::LOOK_UP_LEAD,
            Route::Users => text::USERS_LEAD,
            Route::Verification => text::VERIFICATION_LEAD,
            Route::Account | Route::ChangePassword | Route::Help(_) | Route::NotFound => return self.title(),
        })
    }

    /// What to do where there is no JavaScript.
    fn without_script(&self) -> Markup {
        html! {
            noscript {
                div .without-script {
                    p { (self.pack.text(&text::WITHOUT_SCRIPT)) }
                    p { a href=(self.config.support.as_str()) { (self.pack.text(&text::FOOTER_SUPPORT)) } }
                }
            }
        }
    }
}

/// What there is to read on a page with this article.
fn reading(help: Option<&HelpArticle>) -> Reading {
    help.map_or(Reading::Loading, |help| {
        Reading::Loaded(Loaded { topic: help.topic, tag: help.tag.to_owned(), article: help.article.clone() })
    })
}

/// The first paragraph of an article.
fn beginning(article: &Article, product: &str) -> Option<String> {
    let paragraph = article.parts.iter().find(|part| part.kind == Kind::Paragraph)?;
    let mut words = String::new();
    say(&paragraph.parts, product, &mut words);
    Some(words)
}

fn say(parts: &[Part], product: &str, words: &mut String) {
    for part in parts {
        words.push_str(if part.kind == Kind::Product { product } else { &part.text });
        say(&part.parts, product, words);
    }
}

/// The languages to choose from.
fn choices() -> Vec<Choice> {
    let choice = |pack: &Pack| Choice { tag: pack.tag.to_owned(), name: pack.text(&text::LANGUAGE_NAME).to_owned() };
    PACKS.iter().map(choice).collect()
}

/// The same page in every language, for search engines, and for the app: it learns from them which languages there
/// are and where their texts lie.
fn alternates(assets: &Assets, route: Route, origin: &str) -> Markup {
    html! {
        @for (pack, texts) in PACKS.iter().zip(&assets.texts) {
            link rel="alternate" hreflang=(pack.tag) href={ (origin) (route.href(pack.tag)) } title=(pack.text(&text::LANGUAGE_NAME))
                data-texts=(texts.first.url) data-later-texts=(texts.later.url);
        }
    }
}

/// Files that nothing gets before it needs them: the help articles, of which the app has no list of its own, and the app as JavaScript,
/// which `boot.js` loads where there is no WebAssembly. Browsers have to work on each `<link>` in the head before they ask for what
/// stands in the body or is of low priority.
fn more_files(assets: &Assets) -> Markup {
    html! {
        template #more-files {
            @for HelpArticle { topic, tag, asset, .. } in &assets.help {
                link rel="help" hreflang=(tag) type="application/json" href=(asset.url) data-help=(topic.name());
            }
            @if let Some(Asset { url, integrity }) = &assets.app.fallback {
                link rel="alternate" type="text/javascript" href=(url) data-integrity=(integrity) data-fallback;
            }
        }
    }
}

/// What `boot.js` shows, with one of the texts, when the app cannot start or has stopped.
fn failure(pack: &Pack) -> Markup {
    html! {
        template #failure {
            section .failure role="alert" tabindex="-1" {
                @for (name, title, what_to_do) in &FAILURES {
                    div data-failure=(name) {
                        h1 { (pack.text(title)) }
                        p { (pack.text(what_to_do)) }
                    }
                }
                p { button .button type="button" { (pack.text(&text::RELOAD)) } }
                p { a hidden { (pack.text(&text::FOOTER_SUPPORT)) } }
            }
        }
    }
}

#[cfg(test)]
mod tests;
