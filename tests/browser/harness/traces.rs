//! Everywhere where something secret could stay.

use super::person::Person;

/// What scripts can read of the stores, the history and the page.
const TRACES: &str = "
    const fields = [...document.querySelectorAll('input, textarea')].map(field => field.value);
    return JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, name,
        document.title, fields, document.documentElement.outerHTML])";

impl Person {
    /// All of it as one text.
    pub async fn traces(&self) -> String {
        let traces = self.script_text(TRACES).await;
        assert!(traces.contains("<html"), "{traces}");
        traces
    }
}
