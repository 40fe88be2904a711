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
    /// The size of every WebAssembly memory.
    pub wasm_bytes: u64,
}

impl Footprint {
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

        let prototype = ask("Runtime.evaluate", json!({ "expression": "WebAssembly.Memory.prototype" })).await;
        let memories =
            ask("Runtime.queryObjects", json!({ "prototypeObjectId": prototype["result"]["objectId"] })).await;
        let sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0) }";
        let sum =
            json!({ "functionDeclaration": sum, "objectId": memories["objects"]["objectId"], "returnByValue": true });
        let wasm = ask("Runtime.callFunctionOn", sum).await;
        for object in [&prototype["result"], &memories["objects"]] {
            ask("Runtime.releaseObject", json!({ "objectId": object["objectId"] })).await;
        }

        let number = |value: &Value| value.as_f64().expect("it is a number") as u64;
        Self {
            nodes: number(&counters["nodes"]),
            listeners: number(&counters["jsEventListeners"]),
            heap_bytes: number(&heap["usedSize"]),
            wasm_bytes: number(&wasm["result"]["value"]),
        }
    }
}
