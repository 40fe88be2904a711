//! One typed builder for all elements, and its rendering through Leptos.
//!
//! Leptos gives every `view!` a type of its own, and every type its own code: 4–5 kB a screen. An [`Element`] is plain
//! data that becomes one Leptos type, whatever it shows.

#[cfg(feature = "prerender")]
mod html;

use super::effect::unsubscribe_when_gone;
use super::site::Site;
use crate::browser::Event;
use crate::i18n::Message;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::view::add_attr::AddAnyAttr;
use std::sync::atomic::{AtomicBool, Ordering};

/// An element with its attributes and what is in it.
///
/// It is one pointer wide, and what its methods have in common is never inlined: a screen is a long row of such calls, and
/// each of them would otherwise move the whole element (measured: 12 kB of the WASM).
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Child>,
}

enum Attribute {
    Fixed(&'static str, String),
    Said(&'static str, Message),
    Live(&'static str, Box<dyn Fn(Site) -> Option<String> + Send>),
    Flag(&'static str, Box<dyn Fn() -> bool + Send>),
    On(&'static str, Box<dyn Fn() + Send>),
}

/// Something in an element.
pub enum Child {
    /// Another element.
    Element(Element),
    /// A message in the language of the page, which may change.
    Said(Message),
    /// A text from outside, as it is.
    Text(String),
    /// Elements that are made anew whenever a signal in them changes. What a person types in must not be in here.
    Live(Box<dyn Fn() -> Vec<Element> + Send>),
}

/// An element with this tag.
#[must_use]
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl Element {
    /// With an attribute that never changes.
    #[must_use]
    #[inline(never)]
    pub fn set(self, name: &'static str, value: &str) -> Self {
        self.with_attribute(Attribute::Fixed(name, value.to_owned()))
    }

    /// With an attribute whose value is a message.
    #[must_use]
    #[inline(never)]
    pub fn say(self, name: &'static str, message: Message) -> Self {
        self.with_attribute(Attribute::Said(name, message))
    }

    /// With an attribute that follows signals; `None` takes it away.
    #[must_use]
    pub fn live(self, name: &'static str, value: impl Fn(Site) -> Option<String> + Send + 'static) -> Self {
        self.with_attribute(Attribute::Live(name, Box::new(value)))
    }

    /// With an attribute that is there, without a value, as long as `is_set` says so.
    #[must_use]
    pub fn flag(self, name: &'static str, is_set: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_attribute(Attribute::Flag(name, Box::new(is_set)))
    }

    /// Calls `happened` on an event. A form is never sent by the browser itself.
    #[must_use]
    pub fn on(self, event: &'static str, happened: impl Fn() + Send + 'static) -> Self {
        self.with_attribute(Attribute::On(event, Box::new(happened)))
    }

    /// With a child.
    #[must_use]
    pub fn with(self, child: impl Into<Child>) -> Self {
        self.with_child(child.into())
    }

    /// With several children.
    #[must_use]
    #[inline(never)]
    pub fn with_all(mut self, children: Vec<Element>) -> Self {
        self.0.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// With children that follow signals.
    #[must_use]
    pub fn with_live(self, children: impl Fn() -> Vec<Element> + Send + 'static) -> Self {
        self.with_child(Child::Live(Box::new(children)))
    }

    #[inline(never)]
    fn with_attribute(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: Child) -> Self {
        self.0.children.push(child);
        self
    }

    /// As a view of Leptos.
    #[must_use]
    #[inline(never)]
    pub fn render(self, site: Site) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        let attributes: Vec<AnyAttribute> =
            attributes.into_iter().map(|attribute| render_attribute(attribute, site)).collect();
        let children: Vec<AnyView> = children.into_iter().map(|child| render_child(child, site)).collect();
        leptos::html::custom(tag).add_any_attr(attributes).child(children).into_any()
    }
}

fn render_attribute(attribute: Attribute, site: Site) -> AnyAttribute {
    // One type of closure for all attributes that change.
    let live = |name, value: Box<dyn Fn() -> Option<String> + Send>| {
        let value: Box<dyn Fn() -> Option<String> + Send> = Box::new(move || {
            unsubscribe_when_gone();
            value()
        });
        custom_attribute(name, value).into_any_attr()
    };
    match attribute {
        Attribute::Fixed(name, value) => custom_attribute(name, value).into_any_attr(),
        Attribute::Said(name, message) => live(name, Box::new(move || Some(site.say(&message)))),
        Attribute::Live(name, value) => live(name, Box::new(move || value(site))),
        Attribute::Flag(name, is_set) => live(name, Box::new(move || is_set().then(String::new))),
        Attribute::On(name, happened) => {
            let is_submit = name == "submit";
            let handler = move |event: Event| {
                if is_submit {
                    event.prevent_default();
                }
                happened();
            };
            on(Custom::<Event>::new(name), handler).into_any_attr()
        }
    }
}

fn render_child(child: Child, site: Site) -> AnyView {
    match child {
        Child::Element(element) => element.render(site),
        Child::Said(message) => (move || {
            unsubscribe_when_gone();
            site.say(&message)
        })
        .into_any(),
        Child::Text(text) => text.into_any(),
        Child::Live(children) => {
            // Leptos patches views of the same type in place: a field would keep what was typed on the screen before.
            // Changing sides each time makes the elements new ones.
            let side = AtomicBool::new(false);
            (move || {
                unsubscribe_when_gone();
                let views: Vec<AnyView> = children().into_iter().map(|element| element.render(site)).collect();
                if side.fetch_xor(true, Ordering::Relaxed) { Either::Left(views) } else { Either::Right(views) }
            })
            .into_any()
        }
    }
}

impl From<Element> for Child {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<Message> for Child {
    fn from(message: Message) -> Self {
        Self::Said(message)
    }
}

impl From<String> for Child {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
