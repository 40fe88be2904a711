//! What leaves the page on purpose: by the clipboard or on paper.

use super::person::Person;
use serde_json::json;

const READ: &str = "const [done] = arguments; navigator.clipboard.readText().then(done, error => done(String(error)))";

impl Person {
    /// What is in the clipboard. The site itself may not read it; another page in another tab may.
    pub async fn clipboard(&self) -> String {
        let origin = self.site.api.url();
        let wish = json!({ "origin": origin, "permissions": ["clipboardReadWrite"] });
        self.driver.cdp().send_raw("Browser.grantPermissions", wish).await.expect("Chromium knows this command");
        let own = self.driver.window().await.expect("there is a tab");
        let other = self.driver.new_tab().await.expect("there can be another");
        self.driver.switch_to_window(other).await.expect("it is there");
        self.driver.goto(origin).await.expect("the page loads");
        // Only a page with the focus may read it, and without a screen a new tab has none.
        let focus = json!({ "enabled": true });
        self.driver
            .cdp()
            .send_raw("Emulation.setFocusEmulationEnabled", focus)
            .await
            .expect("Chromium knows this command");
        let text = self.driver.execute_async(READ, vec![]).await.expect("the clipboard answers").json().clone();
        self.driver.close_window().await.expect("it can be closed");
        self.driver.switch_to_window(own).await.expect("the first one is still there");
        text.as_str().expect("it is text").to_owned()
    }

    /// Everything that would be on paper.
    pub async fn paper(&self) -> String {
        self.sees_it_as("print").await;
        let paper = self.script_text("return document.body.innerText").await;
        self.sees_it_as("").await;
        paper
    }

    /// Waits until the browser was asked to print, after `press`.
    pub async fn prints_with(&self, press: impl AsyncFnOnce()) {
        self.script("addEventListener('beforeprint', () => document.body.dataset.printed = '')").await;
        press().await;
        self.waits_until("it is printed", "return 'printed' in document.body.dataset").await;
    }

    async fn sees_it_as(&self, medium: &str) {
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": medium }))
            .await
            .expect("Chromium knows this command");
    }
}
