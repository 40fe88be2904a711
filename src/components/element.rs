//! One typed builder for all elements, and how the page is made of them.
//!
//! Leptos gives every `view!` a type of its own, and every type its own code: 4–5 kB a screen. An [`Element`] is plain data.
//! What in it follows Leptos' signals is an effect that changes one node of the page; its own renderer would be 9 kB more
//! (docs/performance.md).

#[cfg(feature = "prerender")]
mod html;

use super::effect::follow;
use super::site::Site;
use crate::browser::Event;
use crate::browser::dom::{self, Node};
use crate::i18n::Message;
use std::cell::RefCell;

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

    /// As a node of the page, which follows the signals in it for as long as the present owner lives.
    #[must_use]
    #[inline(never)]
    pub fn build(self, site: Site) -> Node {
        let Parts { tag, attributes, children } = *self.0;
        let node = dom::element(tag);
        for attribute in attributes {
            put(&node, attribute, site);
        }
        for child in children {
            match child {
                Child::Element(element) => node.append(&element.build(site)),
                Child::Text(text) => node.append(&dom::text(&text)),
                Child::Said(message) => {
                    let text = dom::text("");
                    node.append(&text);
                    follow(move || text.say(&site.say(&message)));
                }
                Child::Live(children) => {
                    let end = dom::text("");
                    node.append(&end);
                    keep_up(end, children, site);
                }
            }
        }
        node
    }
}

fn put(node: &Node, attribute: Attribute, site: Site) {
    let node = node.clone();
    match attribute {
        Attribute::Fixed(name, value) => node.set(name, Some(&value)),
        Attribute::Said(name, message) => follow(move || node.set(name, Some(&site.say(&message)))),
        Attribute::Live(name, value) => follow(move || node.set(name, value(site).as_deref())),
        Attribute::Flag(name, is_set) => follow(move || node.set(name, is_set().then_some(""))),
        Attribute::On(name, happened) => {
            let is_submit = name == "submit";
            node.listen(
                name,
                Box::new(move |event: Event| {
                    if is_submit {
                        event.prevent_default();
                    }
                    happened();
                }),
            );
        }
    }
}

/// Keeps `children` before `end`, made anew whenever a signal in them changes.
fn keep_up(end: Node, children: Box<dyn Fn() -> Vec<Element> + Send>, site: Site) {
    let shown = RefCell::new(Vec::<Node>::new());
    follow(move || {
        let nodes: Vec<Node> = children().into_iter().map(|element| element.build(site)).collect();
        for old in shown.replace(nodes.clone()) {
            old.remove();
        }
        for node in &nodes {
            end.precede_by(node);
        }
    });
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
