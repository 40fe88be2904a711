//! What a person does with fields, buttons and links.

use super::person::Person;
use partner_recovery::i18n::Message;
use serde_json::json;
use thirtyfour::prelude::*;

/// A visible thing to press with this label. What is pressed last is what is there now.
const BY_LABEL: &str = "
    const [label] = arguments;
    return [...document.querySelectorAll('a[href], button, summary, label')]
        .find(thing => thing.textContent.trim() === label && thing.checkVisibility({ visibilityProperty: true })) ?? null";

/// The way on.
const SUBMIT: &str = "main form button[type=submit]";

impl Person {
    /// The element that a selector finds, as soon as it is visible.
    pub async fn element(&self, selector: &str) -> WebElement {
        self.until(&format!("{selector} is visible"), async || {
            let element = self.driver.find(By::Css(selector)).await.ok()?;
            element.is_displayed().await.ok()?.then_some(element)
        })
        .await
    }

    /// The visible button, link or answer with this label.
    pub async fn labelled(&self, label: &Message) -> WebElement {
        let words = self.reads(label);
        self.until(&format!("there is “{words}” to press"), async || {
            self.driver.execute(BY_LABEL, vec![json!(words)]).await.ok()?.element().ok()
        })
        .await
    }

    /// Presses a button, follows a link or chooses an answer.
    pub async fn presses(&self, label: &Message) {
        let words = self.reads(label);
        self.until(&format!("“{words}” can be pressed"), async || self.labelled(label).await.click().await.ok()).await;
    }

    /// Presses the button that leads on.
    pub async fn submits(&self) {
        self.until("the way on can be pressed", async || self.element(SUBMIT).await.click().await.ok()).await;
    }

    /// Types into a field, in place of what stands there.
    pub async fn types_into(&self, id: &str, words: &str) {
        let field = self.element(&format!("#{id}")).await;
        field.clear().await.expect("the field can be emptied");
        field.send_keys(words).await.expect("the field can be typed into");
    }

    /// What stands in a field.
    pub async fn typed(&self, id: &str) -> String {
        let value = self.script_with("return document.getElementById(arguments[0])?.value", vec![json!(id)]).await;
        value.as_str().unwrap_or_else(|| panic!("there is no field {id}")).to_owned()
    }

    /// Types into a field and sends the form.
    pub async fn answers(&self, id: &str, words: &str) {
        self.types_into(id, words).await;
        self.submits().await;
    }

    /// Chooses an answer and sends the form.
    pub async fn chooses(&self, answer: &Message) {
        self.presses(answer).await;
        self.submits().await;
    }
}
