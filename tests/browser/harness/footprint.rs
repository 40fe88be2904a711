//! What a page holds in memory.

use serde_json::{Value, json};
use thirtyfour::WebDriver;

/// After a garbage collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footprint {
    /// Nodes of the DOM, in the document or not.
    pub nodes: u64,
    /// Listeners of events.
    pub listeners: u64,
    /// What JavaScript holds.
    pub heap_bytes: u64,
    /// The size of the WebAssembly memory, if it was watched.
    pub wasm_bytes: u64,
}

/// Notes the memory that a WebAssembly module exports. Asking the browser for all memories there are
/// (`Runtime.queryObjects`) crashes the page in Chromium 156 when several modules share one.
const WATCH: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...of) => {
        const made = await instantiate(...of);
        const { memory } = (made.instance ?? made).exports;
        if (memory) globalThis.wasmMemory = memory;
        return made;
    };
}";

impl Footprint {
    /// To be called before the page is opened.
    pub async fn watch(driver: &WebDriver) {
        let watch = json!({ "source": WATCH });
        driver
            .cdp()
            .send_raw("Page.addScriptToEvaluateOnNewDocument", watch)
            .await
            .expect("Chromium knows this command");
    }

    /// Measures it (Chrome DevTools Protocol).
    pub async fn of(driver: &WebDriver) -> Self {
        let ask = async |command: &str, parameters: Value| {
            driver.cdp().send_raw(command, parameters).await.expect("Chromium knows this command")
        };
        // What one collection sets free can hold more.
        for _ in 0..3 {
            ask("HeapProfiler.collectGarbage", json!({})).await;
        }
        let counters = ask("Memory.getDOMCounters", json!({})).await;
        let heap = ask("Runtime.getHeapUsage", json!({})).await;

        let size = json!({ "expression": "globalThis.wasmMemory?.buffer.byteLength ?? 0", "returnByValue": true });
        let wasm = ask("Runtime.evaluate", size).await;

        let number = |value: &Value| value.as_f64().expect("it is a number") as u64;
        Self {
            nodes: number(&counters["nodes"]),
            listeners: number(&counters["jsEventListeners"]),
            heap_bytes: number(&heap["usedSize"]),
            wasm_bytes: number(&wasm["result"]["value"]),
        }
    }
}
