//! The frame of the pages that people see.

use maud::{DOCTYPE, Markup, html};

const STYLE: &str = "body{font:1rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse}td,th{border:1px solid;padding:.25rem .5rem;text-align:start}\
    pre{white-space:pre-wrap;font:inherit;border-inline-start:4px solid;padding-inline-start:1rem}\
    dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}dd{margin:0}form{margin-block:1rem}\
    textarea{display:block;font:inherit;inline-size:100%}.notice{font-weight:bold}";

/// A page that says what this server is not.
pub fn page(title: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (STYLE) }
            }
            body {
                p.notice { "This is a stand-in for development and tests, not a production server." }
                nav { a href="/" { "Start" } " · " a href="/outbox" { "Outbox" } " · " a href="/desk" { "Desk" } }
                h1 { (title) }
                (content)
            }
        }
    }
}
