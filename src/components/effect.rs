//! Doing something whenever a signal changes.

use leptos::prelude::{Effect, on_cleanup};
use leptos::reactive::graph::{Observer, Subscriber};

/// Runs `react` now and whenever a signal in it changes, for as long as the screen is there. It is boxed, so that the code
/// around effects is there once and not once for each.
pub fn effect(react: impl Fn() + 'static) {
    let react: Box<dyn Fn()> = Box::new(react);
    Effect::new(move |_| {
        unsubscribe_when_gone();
        react();
    });
}

/// To be called wherever signals are read that outlive the reader. A signal remembers who has read it until it changes, even
/// when they are gone (`SubscriberSet` in reactive_graph 0.2), and the language of the page, which every text reads, hardly
/// ever does: a page that stays open would only grow.
pub fn unsubscribe_when_gone() {
    if let Some(reader) = Observer::get() {
        on_cleanup(move || reader.clear_sources(&reader));
    }
}
