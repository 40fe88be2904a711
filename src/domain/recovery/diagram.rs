//! The journey as a picture in `docs/journey.md`, drawn by trying everything everywhere.

#![allow(clippy::unwrap_used)]

mod state;
mod trials;

use state::State;
use std::collections::BTreeMap;
use std::fmt::Write;
use trials::{Effect, Trial, every_trial};

const INTRODUCTION: &str = "\
# The journey of a recovery

This page is generated: a test tries every kind of event and every kind of answer at every screen and draws what happens.
After a change of the rules in `src/domain/recovery/transition.rs`, write it anew with `UPDATE_DOCS=1 cargo test diagram`;
the test fails while the page is stale.

A screen sends something to the API, and the answer names the screen that comes next, whichever screen it was sent from.
That is why both meet in one box. What is not drawn keeps the screen as it is: most failures are told to the person, who
tries again. A failure that itself names a step leads there. “Gives it up” tells the API that the recovery is given up,
“begins anew” asks it for a new one, and the user ID is kept. “Comes in” is a button of another page, such as a help page;
while a recovery is under way, it changes nothing.
";

/// How many characters of an arrow's labels stand on one line; the renderers break longer lines anywhere.
const CHARACTERS_PER_LINE: usize = 22;

#[test]
fn the_page_shows_the_journey_as_it_is() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/journey.md");
    let drawn = page(&every_trial());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &drawn).unwrap();
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == drawn, "docs/journey.md is stale: write it anew with `UPDATE_DOCS=1 cargo test diagram`");
}

fn page(trials: &[Trial]) -> String {
    let (mut done, mut answered, mut back) = (Arrows::default(), Arrows::default(), Arrows::default());
    let mut everywhere = String::new();
    for label in in_order(trials.iter().map(|trial| trial.label)) {
        let alike: Vec<&Trial> = trials.iter().filter(|trial| trial.label == label).collect();
        let are_answers = alike.iter().all(|trial| trial.is_answer);
        let arrows = match label {
            trials::BACK => &mut back,
            _ if are_answers => &mut answered,
            _ => &mut done,
        };
        match common_effect(&alike) {
            Some(effect) if are_answers => arrows.add(State::Api, effect, label, ""),
            Some(effect) if in_order(alike.iter().map(|trial| trial.from)).len() == State::SCREENS => {
                let (to, adds) = (effect.to.title(), effect.adds);
                writeln!(everywhere, "\nFrom every screen, **{label}** leads to “{to}” and {adds}.").unwrap();
            }
            _ => alike.iter().for_each(|trial| draw(arrows, trial, &alike)),
        }
    }
    let (done, answered, back) = (done.render(), answered.render(), back.render());
    format!(
        "{INTRODUCTION}\n## What the person does\n\n{done}\n## What the API answers\n\n{answered}\n## Back\n\n{back}{everywhere}"
    )
}

/// Draws what one trial did, with its condition if the same does something else at the same screen in other cases.
fn draw(arrows: &mut Arrows, trial: &Trial, alike: &[&Trial]) {
    let here: Vec<&Trial> = alike.iter().copied().filter(|other| other.from == trial.from).collect();
    let same_case = here.iter().filter(|other| other.condition == trial.condition);
    for other in same_case {
        assert_eq!(other.effect, trial.effect, "“{}” at {:?} ({})", trial.label, trial.from, trial.condition);
    }
    let condition = if common_effect(&here).is_some() { "" } else { trial.condition };
    if trial.effect.to != trial.from {
        arrows.add(trial.from, trial.effect, trial.label, condition);
    }
}

/// The effect that all of `trials` have.
fn common_effect(trials: &[&Trial]) -> Option<Effect> {
    let first = trials.first()?.effect;
    trials.iter().all(|trial| trial.effect == first).then_some(first)
}

fn in_order<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.fold(vec![], |mut seen, one| {
        if !seen.contains(&one) {
            seen.push(one);
        }
        seen
    })
}

/// The labels of every arrow.
#[derive(Default)]
struct Arrows(BTreeMap<(State, State), Vec<String>>);

impl Arrows {
    fn add(&mut self, from: State, effect: Effect, label: &str, condition: &str) {
        let condition = if condition.is_empty() { String::new() } else { format!(" ({condition})") };
        let adds = if effect.adds.is_empty() { String::new() } else { format!(", {}", effect.adds) };
        let label = format!("{label}{condition}{adds}");
        let labels = self.0.entry((from, effect.to)).or_default();
        if !labels.contains(&label) {
            labels.push(label);
        }
    }

    fn render(&self) -> String {
        let mut text = "```mermaid\nstateDiagram-v2\n    direction LR\n".to_owned();
        let is_drawn = |state| self.0.keys().any(|(from, to)| *from == state || *to == state);
        for state in State::ALL.into_iter().filter(|state| is_drawn(*state)) {
            writeln!(text, "    state \"{}\" as {state:?}", state.title()).unwrap();
        }
        for ((from, to), labels) in &self.0 {
            writeln!(text, "    {from:?} --> {to:?}: {}", in_lines(labels)).unwrap();
        }
        text + "```\n"
    }
}

/// The labels in as few lines as hold them, with a dot between two on one line.
fn in_lines(labels: &[String]) -> String {
    let lines = labels.iter().fold(vec![String::new()], |mut lines, label| {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(label),
            Some(line) if line.chars().count() + label.chars().count() < CHARACTERS_PER_LINE => {
                line.push_str(" · ");
                line.push_str(label);
            }
            _ => lines.push(label.clone()),
        }
        lines
    });
    lines.join("<br/>")
}
