//! The HTML pages: one for each route and language, the choice of a language at `/`, and `404.html`.
//!
//! They hold neither inline script nor inline style, as the content security policy allows none.

use std::fs;
use std::path::Path;

use anyhow::{Context, anyhow};
use maud::{DOCTYPE, Markup, html};
use partner_recovery::config::Config;
use partner_recovery::i18n::packs::{PACKS, Pack};
use partner_recovery::i18n::{Message, text};
use partner_recovery::route::Route;

use crate::articles::HelpArticle;
use crate::assets::{Asset, Assets, file};
use crate::help_pages::HelpPage;

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
/// When there is no language, the configuration cannot be read, or a file cannot be written.
pub(crate) fn write(site: &Path, assets: &Assets) -> anyhow::Result<()> {
    let config = fs::read(file(site, "/config.json")).context("config.json cannot be read")?;
    let config = Config::read(&config).map_err(|bad| anyhow!("config.json needs a correction: {}", bad.0))?;
    for (pack, texts) in PACKS.iter().zip(&assets.packs) {
        for route in Route::ALL {
            let url = format!("{}index.html", route.href(pack.tag));
            save(site, &url, &screen(assets, pack, texts, route, &config.product_name))?;
        }
    }
    let default = PACKS.first().context("there is no language")?;
    save(site, "/index.html", &choice_of_language(assets, default))?;
    save(site, "/404.html", &not_found(assets, default))
}

fn save(site: &Path, url: &str, page: &Markup) -> anyhow::Result<()> {
    let path = file(site, url);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, page.0.as_str()).with_context(|| format!("{url} cannot be written"))
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
                link rel="stylesheet" href=(assets.css.url) integrity=(assets.css.integrity);
                (head)
            }
            body { (body) }
        }
    }
}

/// A page that the app takes over. `product` is the name that is configured while the site is built; the app shows the one
/// that is configured when it starts.
fn screen(assets: &Assets, pack: &Pack, texts: &Asset, route: Route, product: &str) -> Markup {
    let help = assets.help.iter().find(|help| help.tag == pack.tag && Route::Help(help.topic) == route);
    // Everything the app needs is asked for at once, not one after the other. The preloads are `crossorigin` because
    // the app's own requests are, in the terms of the Fetch standard; it would be loaded twice otherwise.
    let head = html! {
        link rel="modulepreload" href=(assets.glue.url) integrity=(assets.glue.integrity);
        link rel="preload" as="fetch" type="application/wasm" href=(assets.wasm.url)
            data-integrity=(assets.wasm.integrity) crossorigin;
        link rel="preload" as="fetch" type="application/json" href=(texts.url) crossorigin;
        link rel="preload" as="fetch" type="application/json" href="/config.json" crossorigin;
        @if let Some(help) = help {
            link rel="preload" as="fetch" type="application/json" href=(help.asset.url) crossorigin;
        }
        script type="module" src=(assets.boot.url) integrity=(assets.boot.integrity) {}
        (alternates(assets, route))
        (articles(&assets.help))
    };
    let body = html! {
        @match help {
            Some(HelpArticle { topic, article, .. }) => {
                div #app { (HelpPage { pack, topic: *topic, product }.frame(article)) }
            }
            None => {
                div #app { p .loading role="status" { (pack.text(&text::LOADING)) } }
                noscript { p .page { (pack.text(&text::WITHOUT_SCRIPT)) } }
            }
        }
        (failure(pack))
    };
    // The app adds the product's name, which is the operator's and not known here.
    document(assets, pack, pack.text(&route.title()), &head, &body)
}

/// The same page in every language, for search engines, and for the app: it learns from them which languages there
/// are and where their texts lie.
fn alternates(assets: &Assets, route: Route) -> Markup {
    html! {
        @for (pack, texts) in PACKS.iter().zip(&assets.packs) {
            link rel="alternate" hreflang=(pack.tag) href=(route.href(pack.tag)) title=(pack.text(&text::LANGUAGE_NAME))
                data-pack=(texts.url);
        }
    }
}

/// Where the help articles lie: the app has no list of its own.
fn articles(help: &[HelpArticle]) -> Markup {
    html! {
        @for HelpArticle { topic, tag, asset, .. } in help {
            link rel="help" hreflang=(tag) type="application/json" href=(asset.url) data-help=(topic.name());
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

/// The page at `/`. A script goes on to the best language; without JavaScript one chooses.
fn choice_of_language(assets: &Assets, default: &Pack) -> Markup {
    let head = html! {
        (alternates(assets, Route::SignIn))
        script type="module" src=(assets.choose_language.url) integrity=(assets.choose_language.integrity) {}
    };
    let body = html! {
        main .page {
            @for pack in PACKS {
                p lang=(pack.tag) dir=(pack.text(&text::LANGUAGE_DIRECTION)) { (pack.text(&text::CHOOSE_LANGUAGE)) }
            }
            ul {
                @for pack in PACKS {
                    li {
                        a href=(Route::SignIn.href(pack.tag)) lang=(pack.tag) dir=(pack.text(&text::LANGUAGE_DIRECTION)) hreflang=(pack.tag) {
                            (pack.text(&text::LANGUAGE_NAME))
                        }
                    }
                }
            }
        }
    };
    document(assets, default, default.text(&text::CHOOSE_LANGUAGE), &head, &body)
}

/// The page for addresses that do not exist. Nobody knows its reader's language, so it speaks all of them.
fn not_found(assets: &Assets, default: &Pack) -> Markup {
    let body = html! {
        main .page {
            @for pack in PACKS {
                section lang=(pack.tag) dir=(pack.text(&text::LANGUAGE_DIRECTION)) {
                    h1 { (pack.text(&text::NOT_FOUND_TITLE)) }
                    p { (pack.text(&text::NOT_FOUND)) }
                    p { a href=(Route::SignIn.href(pack.tag)) { (pack.text(&text::GO_TO_SIGN_IN)) } }
                }
            }
        }
    };
    document(assets, default, default.text(&text::NOT_FOUND_TITLE), &html! {}, &body)
}
