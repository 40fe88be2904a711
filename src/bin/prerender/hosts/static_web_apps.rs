//! `staticwebapp.config.json`: Azure Static Web Apps.

use serde_json::{Map, Value, json};

use super::{CHANGE_PASSWORD, FOR_HOSTS_ONLY, Header};
use crate::headers::{ASK_AGAIN, ASSETS, FOR_EVER};

/// The whole file.
///
/// # Errors
/// Only if memory runs out.
pub(super) fn config(headers: &[Header], change_password: &str) -> Result<String, serde_json::Error> {
    let caching = ("Cache-Control", ASK_AGAIN.to_owned());
    let global: Map<_, _> =
        headers.iter().chain([&caching]).map(|(name, value)| ((*name).to_owned(), json!(value))).collect();

    // The first that matches counts, and its headers go before the global ones.
    let mut routes = vec![
        json!({ "route": format!("{ASSETS}*"), "headers": { "Cache-Control": FOR_EVER } }),
        // 302, as this host knows no 303.
        json!({ "route": CHANGE_PASSWORD, "redirect": change_password, "statusCode": 302 }),
    ];
    routes.extend(FOR_HOSTS_ONLY.map(|name| json!({ "route": format!("/{name}"), "statusCode": 404 })));

    let mut file = serde_json::to_string_pretty(&json!({
        "globalHeaders": Value::Object(global),
        "routes": routes,
        "responseOverrides": { "404": { "rewrite": "/404.html", "statusCode": 404 } },
        "trailingSlash": "always",
        "mimeTypes": { ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm" },
    }))?;
    file.push('\n');
    Ok(file)
}
