//! Doing something whenever a signal changes.

use leptos::prelude::Effect;

/// Runs `react` now and whenever a signal in it changes, for as long as the screen is there. It is boxed, so that the code
/// around effects is there once and not once for each.
pub fn effect(react: impl Fn() + 'static) {
    let react: Box<dyn Fn()> = Box::new(react);
    Effect::new(move |_| react());
}
