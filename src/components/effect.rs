//! Doing something whenever a signal changes.

use leptos::prelude::{Effect, RenderEffect, on_cleanup};

/// Runs `react` now and whenever a signal in it changes, for as long as the screen is there. It is boxed, so that the code
/// around effects is there once and not once for each.
pub fn effect(react: impl Fn() + 'static) {
    let react: Box<dyn Fn()> = Box::new(react);
    Effect::new(move |_| react());
}

/// The same, but at once the first time: for what is being made.
pub fn follow(react: impl Fn() + 'static) {
    let react: Box<dyn Fn()> = Box::new(react);
    let effect = RenderEffect::new(move |_| react());
    // It ends when it is dropped.
    on_cleanup(move || drop(effect));
}
