//! Elements as HTML text, for the pages that are written before anybody opens them.
//!
//! Leptos could render them too, but it takes every element for one with an end tag, and leaves marks for a hydration that
//! we do not do (the app takes over by replacing; see docs/architecture.md).

use super::{Attribute, Child, Element, Parts};
use crate::components::site::Site;

/// The elements without an end tag (HTML, §13.1.2).
const VOID: [&str; 5] = ["br", "hr", "img", "input", "source"];

impl Element {
    /// As HTML, as it is now.
    #[must_use]
    pub fn html(self, site: Site) -> String {
        let mut html = String::new();
        write_element(self, site, &mut html);
        html
    }
}

fn write_element(element: Element, site: Site, html: &mut String) {
    let Parts { tag, attributes, children } = *element.0;
    html.push('<');
    html.push_str(tag);
    for attribute in attributes {
        let (name, value) = match attribute {
            Attribute::Fixed(name, value) => (name, Some(value)),
            Attribute::Said(name, message) => (name, Some(site.say(&message))),
            Attribute::Live(name, value) => (name, value(site)),
            Attribute::Flag(name, is_set) => (name, is_set().then(String::new)),
            Attribute::On(..) => continue,
        };
        if let Some(value) = value {
            write_attribute(name, &value, html);
        }
    }
    html.push('>');
    for child in children {
        write_child(child, site, html);
    }
    if !VOID.contains(&tag) {
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        write_text(value, html);
        html.push('"');
    }
}

fn write_child(child: Child, site: Site, html: &mut String) {
    match child {
        Child::Element(element) => write_element(element, site, html),
        Child::Said(message) => write_text(&site.say(&message), html),
        Child::Text(text) => write_text(&text, html),
        Child::Live(children) => children().into_iter().for_each(|child| write_element(child, site, html)),
    }
}

/// Text and values of attributes in quotes, with what has a meaning in HTML escaped (§13.3).
fn write_text(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}
