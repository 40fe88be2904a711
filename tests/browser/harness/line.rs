//! The line between a person and the site.

use super::person::Person;
use serde_json::{Value, json};

/// So slow that the page is there long before the app, in bytes per second.
const SLOW: i32 = 20_000;
/// So slow that the app does not come in time.
const CRAWLING: i32 = 2_000;
/// No limit (Chrome DevTools Protocol, `Network.emulateNetworkConditions`).
const FAST: i32 = -1;

const HAS_STARTED: &str = "return 'started' in document.documentElement.dataset";

/// Text for a comment, of some 400 kB, that no compression makes small.
pub fn noise() -> String {
    (0..20_000_u64).map(|number| format!("{}\n", number.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect()
}

impl Person {
    /// Opens a page in their language on a slow line, and sees it without the app.
    pub async fn opens_on_a_slow_line(&self, path: &str) {
        self.opens_with(SLOW, path).await;
    }

    /// Opens a page in their language, for whose app they wait longer than the page itself does.
    pub async fn opens_on_a_line_that_hardly_moves(&self, path: &str) {
        self.opens_with(CRAWLING, path).await;
    }

    async fn opens_with(&self, bytes_per_second: i32, path: &str) {
        self.has_a_line(bytes_per_second).await;
        self.visits(&format!("/{}/{path}", self.language().tag())).await;
        self.is_without_the_app().await;
    }

    /// The app has not arrived yet.
    pub async fn is_without_the_app(&self) {
        assert_eq!(self.script(HAS_STARTED).await, false, "the app is there already: this tests nothing");
    }

    /// The line is slow from now on.
    pub async fn gets_a_slow_line(&self) {
        self.has_a_line(SLOW).await;
    }

    /// The line is fast again, whereupon the rest of the app comes.
    pub async fn gets_a_fast_line(&self) {
        self.has_a_line(FAST).await;
    }

    /// When something has happened, in milliseconds since the navigation began: what this expression says.
    pub async fn time(&self, expression: &str) -> f64 {
        self.script(&format!("return {expression}")).await.as_f64().expect("it has happened")
    }

    /// When the script was there that starts the app.
    pub async fn time_of_the_script(&self) -> f64 {
        let boot = self.site.asset("boot", "js");
        self.time(&format!("performance.getEntriesByName(`${{location.origin}}/{boot}`)[0].responseEnd")).await
    }

    /// Waits until the app runs.
    pub async fn has_the_app(&self) {
        self.waits_until("the app has started", HAS_STARTED).await;
    }

    /// Their line holds back whatever is asked for with a URL like this, which may have `*` in it.
    pub async fn is_held_up(&self, url: &str) {
        self.intercepts("enable", json!({ "patterns": [{ "urlPattern": url }] })).await;
    }

    /// What was held back is sent now.
    pub async fn is_held_up_no_longer(&self) {
        self.intercepts("disable", json!({})).await;
    }

    /// Requests stop before they are sent, until this is disabled (Chrome DevTools Protocol, `Fetch`).
    async fn intercepts(&self, command: &str, parameters: Value) {
        let cdp = self.driver.cdp();
        cdp.send_raw(&format!("Fetch.{command}"), parameters).await.expect("Chromium knows this command");
    }

    /// Nothing comes and nothing goes any more.
    pub async fn loses_the_line(&self) {
        self.has_conditions(true, FAST).await;
    }

    async fn has_a_line(&self, bytes_per_second: i32) {
        self.has_conditions(false, bytes_per_second).await;
    }

    async fn has_conditions(&self, offline: bool, bytes_per_second: i32) {
        let conditions =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": bytes_per_second, "uploadThroughput": -1 });
        let cdp = self.driver.cdp();
        cdp.send_raw("Network.emulateNetworkConditions", conditions).await.expect("Chromium knows this command");
    }
}
