//! One person's visit to the site, from an empty browser to the look back at what happened.

use super::afterwards;
use super::api::Server;
use super::driver;
use super::journal::Journal;
use super::language::Language;
use super::person::Person;
use super::site::Site;
use super::webassembly::WebAssembly;
use serde_json::{Value, json};
use std::convert::Infallible;

/// What is special about a visit.
pub struct Visit {
    pub language: Language,
    /// The API behind the site.
    pub server: Server,
    /// Changes what the operator set.
    pub config: fn(&mut Value),
    /// Further words that the console may say, because the test spoils something.
    pub console_may_say: &'static [&'static str],
    /// How addresses begin that the operator lets people be led to.
    pub may_lead_to: &'static [&'static str],
    pub webassembly: WebAssembly,
    /// Whether the app may come as JavaScript although WebAssembly works, because the test takes files away.
    pub may_fall_back: bool,
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            language: Language::English,
            server: Server::StandIn,
            config: |_| (),
            console_may_say: &[],
            may_lead_to: &[],
            webassembly: WebAssembly::of_this_run(),
            may_fall_back: false,
        }
    }
}

/// What violates the policy is said on the console too, where it is found afterwards.
const REPORT_VIOLATIONS: &str = "addEventListener('securitypolicyviolation', event => \
    console.error('CSP', event.violatedDirective, event.blockedURI, event.sample))";

impl Visit {
    /// A visit in this language.
    pub fn in_language(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// Lets `story` happen. Whatever it was, nothing may be wrong afterwards.
    pub async fn take(self, story: impl AsyncFnOnce(&Person)) {
        let site = Site::start_with(self.webassembly, self.server, self.config).await;
        let driver = driver::session(self.language.tag()).await;
        let language = self.language;
        let result = driver
            .run_and_quit(|driver| async move {
                for script in [REPORT_VIOLATIONS, self.webassembly.script()] {
                    let script = json!({ "source": script });
                    let cdp = driver.cdp();
                    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script)
                        .await
                        .expect("Chromium knows this command");
                }
                let person = Person::new(Journal::new(driver.clone()), driver, site, language);
                story(&person).await;
                afterwards::check(&person, &self).await;
                Ok::<(), Infallible>(())
            })
            .await;
        result.expect("the session ends");
    }
}

/// A visit in English with nothing special about it.
pub async fn visit(story: impl AsyncFnOnce(&Person)) {
    Visit::default().take(story).await;
}
