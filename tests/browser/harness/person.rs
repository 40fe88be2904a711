//! A person at the browser: where they go and what they see. Everything that is seen is waited for, with a time limit.

use super::journal::Journal;
use super::language::Language;
use super::site::Site;
use partner_recovery::i18n::{Message, text};
use serde_json::Value;
use std::sync::Mutex;
use std::time::Duration;
use thirtyfour::WebDriver;
use tokio::time::{Instant, interval};

/// How long a person waits for something before they give up.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often they look.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What stands in the main part of the page, as far as it is visible.
const SHOWN: &str = "return (document.querySelector('main') ?? document.body).innerText";

/// Somebody who uses the site.
pub struct Person {
    pub driver: WebDriver,
    pub site: Site,
    pub journal: Journal,
    language: Mutex<Language>,
}

impl Person {
    pub fn new(journal: Journal, driver: WebDriver, site: Site, language: Language) -> Self {
        Self { driver, site, journal, language: Mutex::new(language) }
    }

    /// The language that they read now.
    pub fn language(&self) -> Language {
        *self.language.lock().unwrap()
    }

    /// What they would read.
    pub fn reads(&self, message: &Message) -> String {
        self.language().say(message)
    }

    /// What they would read of `message` before its first value.
    pub fn reads_before_the_value(&self, message: &Message) -> String {
        let whole = self.reads(message);
        whole.split('\u{2068}').next().unwrap_or_default().trim().to_owned()
    }

    /// Opens a page in their language, such as `recover/`, and waits until the app runs.
    pub async fn opens(&self, path: &str) {
        self.visits(&format!("/{}/{path}", self.language().tag())).await;
        self.has_the_app().await;
    }

    /// Follows an address within the site, whatever is there.
    pub async fn visits(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.site.origin)).await.expect("the page loads");
    }

    pub async fn goes_back(&self) {
        self.driver.back().await.expect("there is a page to go back to");
    }

    pub async fn goes_forward(&self) {
        self.driver.forward().await.expect("there is a page to go forward to");
    }

    pub async fn loads_the_page_again(&self) {
        self.driver.refresh().await.expect("the page loads");
        self.has_the_app().await;
    }

    /// Chooses the other language in the menu, and waits until the page speaks it.
    pub async fn switches_the_language(&self) {
        let language = self.language().other();
        let link = format!("header a[hreflang={}]", language.tag());
        self.element(&link).await.click().await.expect("the link can be clicked");
        self.waits_until(
            "the page speaks the language",
            &format!("return document.documentElement.lang === '{}'", language.tag()),
        )
        .await;
        *self.language.lock().unwrap() = language;
    }

    /// Sees a text in the main part of the page.
    pub async fn sees(&self, message: &Message) {
        self.sees_text(&self.reads(message)).await;
    }

    /// Sees these very words in the main part of the page.
    pub async fn sees_text(&self, words: &str) {
        self.until(&format!("“{words}” is seen"), async || self.shown().await.contains(words).then_some(())).await;
    }

    /// Does not see a text any more.
    pub async fn sees_no_longer(&self, message: &Message) {
        let words = self.reads(message);
        self.until(&format!("“{words}” is gone"), async || (!self.shown().await.contains(&words)).then_some(())).await;
    }

    /// Is on the screen with this heading, and nothing is wrong there.
    pub async fn is_at(&self, heading: &Message) {
        let title = self.reads(&text::window_title(heading.clone().into(), "Partner Center".into()));
        self.until(&format!("the screen is “{}”", self.reads(heading)), async || {
            (self.heading().await == self.reads(heading) && self.title().await == title).then_some(())
        })
        .await;
    }

    /// Is on the screen with this heading, whether something is wrong there or not.
    pub async fn is_still_at(&self, heading: &Message) {
        assert_eq!(self.heading().await, self.reads(heading));
    }

    /// Is not on the screen with this heading any more.
    pub async fn has_left(&self, heading: &Message) {
        let heading = self.reads(heading);
        self.until(&format!("“{heading}” is left"), async || (self.heading().await != heading).then_some(())).await;
    }

    /// Sees in the summary that something is wrong; the focus is there, and the title of the window says so as well.
    pub async fn sees_problem(&self, problem: &Message) {
        let words = self.reads(problem);
        self.until(&format!("the problem “{words}” is told"), async || {
            let told = self.script("const s = document.getElementById('problem-summary'); return s?.querySelector('h2') ? s.innerText : ''");
            told.await.as_str().is_some_and(|told| told.contains(&words)).then_some(())
        })
        .await;
        self.has_focus_on("problem-summary").await;
        let heading = self.heading().await;
        let start = self.reads_before_the_value(&text::window_title_problem("".into(), "".into()));
        self.until("the title tells of a problem", async || {
            let title = self.title().await;
            (title.starts_with(&start) && title.contains(&heading)).then_some(())
        })
        .await;
    }

    /// The focus is on the element with this id.
    pub async fn has_focus_on(&self, id: &str) {
        self.until(&format!("the focus is on {id}"), async || (self.focused().await == id).then_some(())).await;
    }

    /// The id of what has the focus.
    pub async fn focused(&self) -> String {
        self.script_text("return document.activeElement?.id").await
    }

    pub async fn heading(&self) -> String {
        self.script_text("return document.querySelector('h1')?.innerText").await
    }

    pub async fn title(&self) -> String {
        self.script_text("return document.title").await
    }

    /// The path of the address.
    pub async fn path(&self) -> String {
        self.script_text("return location.pathname + location.search + location.hash").await
    }

    /// The visible text of the main part.
    pub async fn shown(&self) -> String {
        self.script_text(SHOWN).await
    }

    /// What a script gives back.
    pub async fn script(&self, script: &str) -> Value {
        self.script_with(script, vec![]).await
    }

    /// What a script with arguments gives back.
    pub async fn script_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver.execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// The text that a script gives back.
    pub async fn script_text(&self, script: &str) -> String {
        self.script(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a script gives back `true`.
    pub async fn waits_until(&self, what: &str, script: &str) {
        self.until(what, async || (self.script(script).await == true).then_some(())).await;
    }

    /// Looks again and again until there is something; gives up after a while, and says what is to be seen instead.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        let mut ticks = interval(LOOK_EVERY);
        while Instant::now() < end {
            ticks.tick().await;
            if let Some(found) = look().await {
                return found;
            }
        }
        let (title, path, shown) = (self.title().await, self.path().await, self.shown().await);
        panic!(
            "It does not happen that {what}.\nTitle: {title}\nPath: {path}\nFocus: {}\n\n{shown}",
            self.focused().await
        );
    }
}
