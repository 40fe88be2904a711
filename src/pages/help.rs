//! A help page: its article, and what is under way meanwhile.

use super::stage::{Stage, Told};
use crate::components::button;
use crate::components::element::{Child, Element, element};
use crate::components::screen::screen;
use crate::domain::recovery::Journey;
use crate::help::article::{Article, Kind, Part};
use crate::help::start::Start;
use crate::help::{Loaded, Reading, Topic};
use crate::i18n::text;
use crate::route::Route;
use leptos::prelude::*;

/// The screen.
#[must_use]
pub fn help(stage: Stage, topic: Topic) -> Element {
    let text = element("div").set("class", "help").with_live(move || {
        stage.reading.with(|reading| match reading {
            Reading::Loading => vec![element("p").set("role", "status").with(text::HELP_LOADING)],
            Reading::Loaded(loaded) => article(stage, loaded),
            Reading::Unreachable => unreachable(stage),
        })
    });
    screen(topic.title()).element(stage.site, vec![open_recovery(stage), text])
}

/// A recovery that is under way is not lost by reading, and says so.
fn open_recovery(stage: Stage) -> Element {
    let is_open = Memo::new(move |_| stage.recovery.with(Journey::is_under_way));
    element("div").with_live(move || {
        let go_on = stage.link(text::HELP_GO_ON, Route::Recover).set("class", "button");
        let words = element("p").with(text::HELP_RECOVERY_OPEN);
        let notice = element("div").set("class", "notice").with(words).with(element("p").with(go_on));
        if is_open.get() { vec![notice] } else { vec![] }
    })
}

fn unreachable(stage: Stage) -> Vec<Element> {
    let again = button::action(text::TRY_AGAIN, move || stage.tell(Told::ReadAgain));
    let support = stage.site.support().set("class", "button button-quiet");
    vec![
        element("p").set("role", "alert").with(text::HELP_UNREACHABLE),
        element("div").set("class", "buttons").with(again).with(support),
    ]
}

fn article(stage: Stage, loaded: &Loaded) -> Vec<Element> {
    let text = element("article").set("lang", &loaded.tag);
    vec![contents(stage, &loaded.article), filled(stage, text, &loaded.article.parts)]
}

fn contents(stage: Stage, article: &Article) -> Element {
    let items = article.headings().map(|heading| {
        let link = element("a").set("href", &["#", &heading.target].concat());
        element("li").with(filled(stage, link, &heading.parts))
    });
    element("nav")
        .set("class", "contents")
        .say("aria-label", text::HELP_CONTENTS)
        .with(element("p").with(text::HELP_CONTENTS))
        .with(element("ul").with_all(items.collect()))
}

/// `element` with `parts` in it.
fn filled(stage: Stage, element: Element, parts: &[Part]) -> Element {
    parts.iter().fold(element, |element, part| element.with(child(stage, part)))
}

fn child(stage: Stage, part: &Part) -> Child {
    let element = match part.kind {
        Kind::Text => return part.text.clone().into(),
        Kind::Product => element("bdi").with(stage.site.operator().product_name.clone()),
        Kind::Strong => element("strong"),
        Kind::Heading => element("h2").set("id", &part.target).set("tabindex", "-1"),
        Kind::Paragraph => element("p"),
        Kind::List => element("ul"),
        Kind::Steps => element("ol"),
        Kind::Item => element("li"),
        Kind::Note => element("div").set("class", "important"),
        // The build lets no link through that leads nowhere.
        Kind::Topic => stage.link_to(Topic::parse(&part.target).map_or(Route::NotFound, Route::Help)),
        Kind::Start => return start(stage, part).into(),
        Kind::Picture => return picture(part).into(),
    };
    filled(stage, element, &part.parts).into()
}

/// The app does what is to be done first when the link is followed (`data-start`); in another tab it is a plain link. What is
/// not offered here leads to support.
fn start(stage: Stage, part: &Part) -> Element {
    let link = match Start::parse(&part.target).and_then(Route::of_start).filter(|route| stage.offers(*route)) {
        Some(route) => filled(stage, stage.link_to(route).set("data-start", &part.target), &part.parts),
        None => stage.site.support(),
    };
    element("p").set("class", "start").with(link.set("class", "button button-quiet"))
}

fn picture(part: &Part) -> Element {
    let dark = element("source").set("media", "(prefers-color-scheme: dark)").set("srcset", &part.dark);
    let light = element("img")
        .set("src", &part.target)
        .set("width", &part.width.to_string())
        .set("height", &part.height.to_string())
        .set("alt", &part.text);
    element("p").set("class", "picture").with(element("picture").with(dark).with(light))
}
