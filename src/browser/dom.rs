//! Nodes of the page: made, filled, and put where they belong.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event};

/// A node. A handle: copies are the same node. Where the browser cannot make one, it is nothing, and so is what is done to it.
#[derive(Clone)]
pub struct Node(Option<web_sys::Node>);

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// A new element.
#[must_use]
pub fn element(tag: &str) -> Node {
    Node(document().and_then(|document| document.create_element(tag).ok()).map(Into::into))
}

/// A new text.
#[must_use]
pub fn text(text: &str) -> Node {
    Node(document().map(|document| document.create_text_node(text).into()))
}

impl Node {
    /// Sets an attribute, or takes it away.
    pub fn set(&self, name: &str, value: Option<&str>) {
        if let Some(element) = self.0.as_ref().and_then(JsCast::dyn_ref::<Element>) {
            // It fails only for names that are none.
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    }

    /// Sets the text of a text node.
    pub fn say(&self, text: &str) {
        if let Some(node) = &self.0 {
            node.set_text_content(Some(text));
        }
    }

    /// Puts a node at the end of this one.
    pub fn append(&self, child: &Self) {
        if let (Some(node), Some(child)) = (&self.0, &child.0) {
            let _ = node.append_child(child);
        }
    }

    /// Puts a node before this one.
    pub fn precede_by(&self, other: &Self) {
        if let (Some(node), Some(other)) = (&self.0, &other.0) {
            let _ = node.parent_node().map(|parent| parent.insert_before(other, Some(node)));
        }
    }

    /// Takes the node off the page.
    pub fn remove(&self) {
        if let Some(node) = &self.0 {
            let _ = node.parent_node().map(|parent| parent.remove_child(node));
        }
    }

    /// Calls `happened` on an event, as long as the node lives.
    pub fn listen(&self, event: &str, happened: Box<dyn Fn(Event)>) {
        if let Some(node) = &self.0 {
            // The browser frees it together with the node.
            let listener = Closure::wrap(happened).into_js_value();
            let _ = node.add_event_listener_with_callback(event, listener.unchecked_ref());
        }
    }
}

impl From<web_sys::HtmlElement> for Node {
    fn from(element: web_sys::HtmlElement) -> Self {
        Self(Some(element.into()))
    }
}
