//! What must be true after every visit, whatever happened in it.

use super::journal::Request;
use super::person::Person;
use super::site::Site;
use super::visit::{Visit, visit};
use super::webassembly::WebAssembly;

/// The browser says this by itself where a server refuses or cannot be reached.
const REFUSED: &str = "Failed to load resource";

/// How the app as JavaScript is called.
const FALLBACK: &str = "/assets/fallback.";

/// Every request went to the site, to its API or to where people may be led, and the console has nothing to say but refusals and
/// what it may: so no policy was violated, nothing crashed, and nothing was logged. Where WebAssembly works, nobody asked for the
/// app as JavaScript.
pub async fn check(person: &Person, visit: &Visit) {
    let may_be_asked_for = visit.may_fall_back || visit.webassembly != WebAssembly::Works;
    let own = [format!("{}/", person.site.origin), format!("{}/", person.site.api.url()), "blob:".to_owned()];
    // The browser has a page of its own for addresses where there is nobody.
    let is_of_the_site = |request: &Request| !request.page.starts_with("chrome-error:");
    for request in person.journal.requests().await.into_iter().filter(is_of_the_site) {
        let mut known = own.iter().map(String::as_str).chain(visit.may_lead_to.iter().copied());
        assert!(known.any(|start| request.url.starts_with(start)), "a request left the site: {request:?}");
        assert!(may_be_asked_for || !request.url.contains(FALLBACK), "an ordinary browser: {request:?}");
    }
    let may_say = || visit.console_may_say.iter().chain(visit.webassembly.console_may_say());
    for line in person.journal.lines().await {
        let is_known = line.contains(REFUSED) || may_say().any(|words| line.contains(words));
        assert!(is_known, "the console says: {line:?}");
    }
}

#[tokio::test]
#[should_panic(expected = "the console says")]
async fn a_violation_of_the_policy_is_noticed() {
    visit(async |person| {
        person.opens("").await;
        person.script("try { document.body.innerHTML = '<b>markup</b>' } catch {}").await;
    })
    .await;
}

#[tokio::test]
#[should_panic(expected = "a request left the site")]
async fn a_request_to_somebody_else_is_noticed() {
    visit(async |person| {
        person.opens("").await;
        let other = Site::start(|_| ()).await;
        person.driver.goto(&other.origin).await.expect("the page loads");
    })
    .await;
}
