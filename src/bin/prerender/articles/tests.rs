//! What every article keeps to. What it may hold at all, `markdown` sees to.

#![allow(clippy::indexing_slicing, clippy::panic)]

use super::*;
use partner_recovery::help::start::Start;

/// The article about `topic` in a language, its pictures with their own text as their addresses.
fn article(topic: Topic, pack: &Pack) -> Article {
    read(topic, pack, &mut |_, picture| Ok((picture.light, picture.dark))).unwrap_or_else(|why| panic!("{why:#}"))
}

/// Every part, from the top to the bottom.
fn every_part(parts: &[Part]) -> Vec<&Part> {
    parts.iter().flat_map(|part| std::iter::once(part).chain(every_part(&part.parts))).collect()
}

/// The parts that a translation has in common with the original.
fn outline(article: &Article) -> Vec<(Kind, String)> {
    let words = [Kind::Text, Kind::Product, Kind::Strong];
    let parts = every_part(&article.parts).into_iter().filter(|part| !words.contains(&part.kind));
    parts
        .map(|part| (part.kind, if part.kind == Kind::Picture { String::new() } else { part.target.clone() }))
        .collect()
}

fn every_article() -> impl Iterator<Item = (String, Topic, Article)> {
    let of = |pack: &'static Pack| {
        Topic::ALL.map(|topic| (format!("{}/{}", pack.tag, topic.name()), topic, article(topic, pack)))
    };
    PACKS.iter().flat_map(of)
}

#[test]
fn every_language_says_the_same_in_the_same_order() {
    for topic in Topic::ALL {
        let outlines: Vec<_> = PACKS.iter().map(|pack| (pack.tag, outline(&article(topic, pack)))).collect();
        for pair in outlines.windows(2) {
            let [(tag, one), (other_tag, other)] = pair else { panic!("two languages were expected") };
            let differs = one.iter().zip(other).position(|(one, other)| one != other);
            assert!(
                one == other,
                "{}: {tag} and {other_tag} differ at {differs:?}: {:?}",
                topic.name(),
                differs.map(|at| (&one[at], &other[at]))
            );
        }
    }
}

#[test]
fn every_step_starts_what_it_describes() {
    for (name, _, article) in every_article() {
        for steps in every_part(&article.parts).into_iter().filter(|part| part.kind == Kind::Steps) {
            for step in &steps.parts {
                let starts = step.parts.iter().filter(|part| part.kind == Kind::Start).count();
                assert_eq!(starts, 1, "{name}: {:?} needs one link to start:…", step.parts.first());
            }
        }
    }
}

#[test]
fn every_action_can_be_started_somewhere() {
    let articles: Vec<_> = every_article().collect();
    let started = |start: Start| {
        let mut parts = articles.iter().flat_map(|(_, _, article)| every_part(&article.parts));
        parts.any(|part| part.kind == Kind::Start && part.target == start.name())
    };
    for start in Start::ALL {
        assert!(started(start), "{start:?} is started nowhere");
    }
}

#[test]
fn every_page_ends_with_links_to_the_others() {
    for (name, topic, article) in every_article() {
        let Some([heading, list]) = article.parts.last_chunk() else { panic!("{name} is too short") };
        assert_eq!((heading.kind, heading.target.as_str(), list.kind), (Kind::Heading, "more", Kind::List), "{name}");
        let links: Vec<_> = every_part(&list.parts).into_iter().filter(|part| part.kind == Kind::Topic).collect();
        let linked: Vec<_> = links.iter().map(|part| part.target.as_str()).collect();
        let others: Vec<_> = Topic::ALL.into_iter().filter(|other| *other != topic).map(Topic::name).collect();
        assert_eq!(linked, others, "{name}");
    }
}

#[test]
fn links_to_other_pages_are_called_like_them() {
    for pack in PACKS {
        for topic in Topic::ALL {
            let article = article(topic, pack);
            for link in every_part(&article.parts).into_iter().filter(|part| part.kind == Kind::Topic) {
                let title = Topic::parse(&link.target).map(|other| pack.text(&other.title()));
                assert_eq!(link.parts.first().map(|words| words.text.as_str()), title, "{}/{}", pack.tag, topic.name());
            }
        }
    }
}

#[test]
fn headings_can_be_told_apart() {
    for (name, _, article) in every_article() {
        let ids: Vec<_> = article.headings().map(|heading| heading.target.as_str()).collect();
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[..at].contains(id), "{name}: #{id} is there twice");
            // What the frame around every screen calls its own.
            assert!(
                !["app", "main", "heading", "failure", "support", "announcement"].contains(id),
                "{name}: #{id} is taken"
            );
        }
    }
}

#[test]
fn pictures_are_complete_and_hold_nothing_that_a_strict_policy_forbids() {
    let articles: Vec<_> = every_article().collect();
    let parts: Vec<_> = articles.iter().flat_map(|(_, _, article)| every_part(&article.parts)).collect();
    let pictures: Vec<_> = parts.into_iter().filter(|part| part.kind == Kind::Picture).collect();
    assert!(pictures.len() >= 2 * PACKS.len());
    for picture in pictures {
        assert!(picture.text.chars().count() > 40, "words for those who do not see it: {}", picture.text);
        assert!(picture.width <= 300, "it has to fit a screen 320 pixels wide");
        for svg in [&picture.target, &picture.dark] {
            assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
            for trace in ["{", "<style", " style=", "<script", " href=", "url("] {
                assert!(!svg.contains(trace), "{trace} in {}", picture.text);
            }
            let sizes =
                svg.split("font-size=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<u16>().ok());
            assert!(sizes.min().is_some_and(|smallest| smallest >= 15), "too small to read: {}", picture.text);
        }
        assert_ne!(picture.target, picture.dark, "light and dark");
    }
}
