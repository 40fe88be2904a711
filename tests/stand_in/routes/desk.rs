//! `GET /desk`: the service requests, newest first, and what support can do with each.

use crate::stand_in::app::App;
use crate::stand_in::clock::rfc3339;
use crate::stand_in::desk::{Action, LONGEST_TEXT, Words};
use crate::stand_in::pages::page;
use crate::stand_in::service_requests::{self, ServiceRequest};
use axum::extract::State;
use axum::response::Html;
use maud::{Markup, html};
use serde_json::{Value, json};
use std::sync::Arc;

pub async fn get(State(app): State<Arc<App>>) -> Html<String> {
    let requests = service_requests::all(&app.store());
    let content = html! {
        p { "Here you are support. What you do is told to the requester by e-mail: see the " a href="/outbox" { "outbox" } "." }
        @if requests.is_empty() {
            p { "Nobody has sent a service request yet." }
        }
        @for request in &requests {
            article id=(request.number) { (shown(request)) }
        }
    };
    Html(page("Desk", &content).into_string())
}

fn shown(request: &ServiceRequest) -> Markup {
    let status = request.status();
    html! {
        h2 { (request.number) ": " (status.name()) }
        dl {
            @for (name, value) in given(&json!(request.form)) {
                dt { (name) } dd { (value) }
            }
        }
        ol {
            @for event in &request.events {
                li {
                    time { (rfc3339(event.at)) } " " (event.happening.kind())
                    @if let Some(text) = event.happening.text() {
                        pre { (text) }
                    }
                }
            }
        }
        @for action in Action::ALL.into_iter().filter(|action| action.fits(status)) {
            (form(&request.number, action))
        }
    }
}

fn form(number: &str, action: Action) -> Markup {
    let (path, label) = match action {
        Action::Review => ("review", "Take into review"),
        Action::Ask => ("ask", "Ask the question"),
        Action::Approve => ("approve", "Approve: make the account a Global admin"),
        Action::Decline => ("decline", "Decline"),
        Action::Close => ("close", "Close"),
    };
    let words = match action.words() {
        Words::None => None,
        Words::Optional => Some(("Reason (may be left out)", false)),
        Words::Required => Some(("Question", true)),
    };
    html! {
        form method="post" action={ "/desk/" (number) "/" (path) } {
            @if let Some((what, is_required)) = words {
                label { (what) textarea name="text" maxlength=(LONGEST_TEXT) required[is_required] {} }
            }
            button { (label) }
        }
    }
}

/// What the requester gave, field by field, under the names of the contract.
fn given(form: &Value) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for (name, value) in form.as_object().into_iter().flatten() {
        match value {
            Value::Object(_) => {
                rows.extend(given(value).into_iter().map(|(inner, text)| (format!("{name}.{inner}"), text)))
            }
            value => rows.push((name.clone(), value.as_str().unwrap_or_default().to_owned())),
        }
    }
    rows
}
