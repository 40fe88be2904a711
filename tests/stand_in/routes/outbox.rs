//! `GET /outbox`: what was sent to people, newest first.

use crate::stand_in::app::App;
use crate::stand_in::pages::page;
use axum::extract::State;
use axum::response::Html;
use maud::html;
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>) -> Html<String> {
    let messages = app.outbox.received();
    let content = html! {
        @if messages.is_empty() {
            p { "Nothing was sent yet." }
        }
        @for message in messages {
            article {
                h2 { (message.subject) }
                p { "To " (message.to) ", " time { (message.sent_at) } }
                pre { (message.text) }
            }
        }
    };
    Html(page("Outbox", &content).into_string())
}
