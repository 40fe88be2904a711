//! Doing something whenever a signal changes. What is done is boxed, so that the code around effects is there once and not once
//! for each.

use leptos::prelude::{Get, RenderEffect, RwSignal, Set, on_cleanup};
use leptos::reactive::graph::{Observer, Subscriber};

/// Runs `react` after what is being made is there, and whenever a signal in it changes, for as long as the screen is there.
pub fn effect(react: impl Fn() + 'static) {
    let react: Box<dyn Fn()> = Box::new(react);
    let is_made = RwSignal::new(false);
    follow(move || {
        if is_made.get() {
            react();
        } else {
            // It follows itself: the next run comes when the browser has time.
            is_made.set(true);
        }
    });
}

/// The same, but at once the first time: for what is being made.
pub fn follow(react: impl Fn() + 'static) {
    let react: Box<dyn Fn()> = Box::new(react);
    let effect = RenderEffect::new(move |_| {
        unsubscribe_when_gone();
        react();
    });
    // It ends when it is dropped.
    on_cleanup(move || drop(effect));
}

/// A signal remembers who has read it until it changes, even when they are gone (`SubscriberSet` in reactive_graph 0.2), and
/// the language of the page, which every text reads, hardly ever does: a page that stays open would only grow.
fn unsubscribe_when_gone() {
    if let Some(reader) = Observer::get() {
        on_cleanup(move || reader.clear_sources(&reader));
    }
}
