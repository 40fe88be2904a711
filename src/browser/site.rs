//! What the site's own files say: its languages, its texts, its help articles, its configuration.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlTemplateElement};

/// A language of the site, as the page's `<link rel="alternate">` declares it. The app has no list of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47).
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// Where the texts are that every page needs.
    pub texts: String,
    /// Where the other texts are.
    pub later_texts: String,
}

/// The languages of the site, in the order of the page.
#[must_use]
pub fn languages() -> Vec<Language> {
    let Some(links) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all("link[hreflang][data-texts]").ok())
    else {
        return vec![];
    };
    let elements = (0..links.length()).filter_map(|index| links.get(index)?.dyn_into::<Element>().ok());
    elements
        .filter_map(|link| {
            Some(Language {
                tag: link.get_attribute("hreflang")?,
                name: link.get_attribute("title")?,
                texts: link.get_attribute("data-texts")?,
                later_texts: link.get_attribute("data-later-texts")?,
            })
        })
        .collect()
}

/// Where the help article about `topic` in the language `tag` is, as the page declares it.
#[must_use]
pub fn help_article(topic: &str, tag: &str) -> Option<String> {
    let selector = ["link[data-help='", topic, "'][hreflang='", tag, "']"].concat();
    let files =
        web_sys::window()?.document()?.get_element_by_id("more-files")?.dyn_into::<HtmlTemplateElement>().ok()?;
    files.content().query_selector(&selector).ok()??.get_attribute("href")
}

#[wasm_bindgen]
extern "C" {
    /// The content of a file that came with the page or that `src/boot.js` got for it, the first time it is asked for.
    #[wasm_bindgen(js_name = takeFile)]
    fn take_file(path: &str) -> Option<Uint8Array>;

    /// The content of any other file, which that script gets now.
    #[wasm_bindgen(js_name = getFile, catch)]
    async fn get_file(path: &str) -> Result<Uint8Array, JsValue>;
}

/// A file of the site. `None` if it cannot be had.
pub async fn file(path: &str) -> Option<Vec<u8>> {
    let content = match take_file(path) {
        // Not by way of a promise: what belongs to it would be compiled before the first screen is there.
        Some(content) => content,
        None => get_file(path).await.ok()?,
    };
    Some(content.to_vec())
}
