//! One load of a page, in a browser that has never seen it, on a slow line and a slow processor.

use super::harness::{Footprint, driver};
use super::subjects::{Subject, user_id};
use super::traffic::{Bytes, Traffic};
use super::{machine, memory};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::WebDriver;
use tokio::time::{sleep, timeout};

/// 1.6 Mbit/s down and 750 kbit/s up, in bytes per second.
const DOWN: u32 = 200_000;
const UP: u32 = 93_750;
/// What every request waits, in milliseconds.
const LATENCY: u32 = 150;
/// How many times slower the processor is.
const SLOWER: u32 = 4;

/// So long nothing may happen for a page to have come to rest, in milliseconds.
const REST: u32 = 1000;
const LOOK_EVERY: Duration = Duration::from_millis(200);
const PATIENCE: Duration = Duration::from_secs(60);

const PROBE: &str = include_str!("probe.js");

const NEWS: &str = "return { ...bench, began: performance.timeOrigin }";

/// What is seen of a page that is only looked at and typed into.
pub struct LookedAt {
    pub first_paint: f64,
    pub largest_paint: f64,
    pub typing_accepted: Option<f64>,
    pub layout_shift: f64,
    pub long_tasks: f64,
    pub renderer_bytes: f64,
    pub wasm_bytes: f64,
    /// Everything that was asked for until the page came to rest.
    pub bytes: Bytes,
}

/// What is seen when the button is pressed as soon as it is there.
pub struct Answered {
    pub after: f64,
    /// What was asked for until then. What a peer asks for because of the press does not count.
    pub bytes: Bytes,
}

/// Looks at a page, and types into it, until it has come to rest.
pub async fn looked_at(subject: &Subject) -> LookedAt {
    in_a_new_browser(async |driver| {
        Footprint::watch(driver).await;
        let (news, traffic) = watch(driver, subject, false).await;
        full_speed(driver).await;
        let first_paint = number(&news, "paint").expect("something is painted");
        LookedAt {
            first_paint,
            largest_paint: number(&news, "largest").expect("something is painted"),
            // The probe is a moment faster than the eye.
            typing_accepted: number(&news, "typed").map(|typed| typed.max(first_paint)),
            layout_shift: number(&news, "shift").unwrap_or_default(),
            long_tasks: number(&news, "longTasks").unwrap_or_default(),
            renderer_bytes: memory::of_the_renderer() as f64,
            wasm_bytes: Footprint::of(driver).await.wasm_bytes as f64,
            bytes: traffic.in_all(),
        }
    })
    .await
}

/// Types a user ID and presses the button. Nothing if the page has none.
pub async fn answered(subject: &Subject) -> Option<Answered> {
    if subject.button.is_empty() {
        return None;
    }
    let answered = in_a_new_browser(async |driver| {
        let (news, traffic) = watch(driver, subject, true).await;
        let after = number(&news, "answered").expect("it was waited for");
        let works = if subject.answer.is_empty() { number(&news, "pressed").expect("it was pressed") } else { after };
        Answered { after, bytes: traffic.until(number(&news, "began").expect("it began") + works) }
    })
    .await;
    Some(answered)
}

async fn in_a_new_browser<T>(look: impl AsyncFnOnce(&WebDriver) -> T) -> T {
    let driver = driver::session("en").await;
    let result = look(&driver).await;
    driver.quit().await.expect("the session ends");
    result
}

/// Opens the page and waits until nothing more happens. Gives back what the probe has seen, and every request.
async fn watch(driver: &WebDriver, subject: &Subject, presses: bool) -> (Value, Traffic) {
    let typing = if presses { user_id() } else { "a".to_owned() };
    let Subject { field, button, answer, .. } = subject;
    let task = json!({ "field": field, "button": button, "answer": answer, "typing": typing, "presses": presses, "rest": REST });
    let line = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP });
    tell(driver, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": format!("{}({task})", PROBE.trim_end()) }))
        .await;
    tell(driver, "Network.emulateNetworkConditions", line).await;
    // The browser makes itself slow by working for nothing, so there is no rest afterwards.
    machine::rests().await;
    tell(driver, "Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
    driver.goto(&subject.url).await.expect("the page loads");

    let comes_to_rest = timeout(PATIENCE, comes_to_rest(driver)).await;
    let news = driver.execute(NEWS, vec![]).await.expect("the page has its probe").json().clone();
    match comes_to_rest {
        Ok(traffic) => (news, traffic),
        Err(_) => {
            let lines = driver.browser_log().await.expect("chromedriver keeps this log");
            let lines: Vec<_> = lines.into_iter().map(|line| line.message).collect();
            panic!("{} does not come to rest: {news}\n{}", subject.title, lines.join("\n"));
        }
    }
}

/// Waits until the page has done everything, nothing has happened in it for a while, and nothing is on its way to it.
async fn comes_to_rest(driver: &WebDriver) -> Traffic {
    let mut traffic = Traffic::default();
    loop {
        // Its answer comes when the page rests, so nothing of what is measured was disturbed by it.
        let wait = json!({ "expression": "benchRests()", "awaitPromise": true });
        tell(driver, "Runtime.evaluate", wait).await;
        if !traffic.goes_on(driver).await {
            return traffic;
        }
        sleep(LOOK_EVERY).await;
    }
}

async fn full_speed(driver: &WebDriver) {
    tell(driver, "Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
}

async fn tell(driver: &WebDriver, command: &str, parameters: Value) {
    driver.cdp().send_raw(command, parameters).await.expect("Chromium knows this command");
}

fn number(news: &Value, name: &str) -> Option<f64> {
    news[name].as_f64()
}
