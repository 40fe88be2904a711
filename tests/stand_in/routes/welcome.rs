//! `GET /`: what this is, and the sample accounts.

use crate::stand_in::pages::page;
use crate::stand_in::sentinels::{BREACHED_PASSWORD, DOMAIN, OTHER_DOMAIN, PASSWORD, TABLE};
use axum::response::Html;
use maud::html;

pub async fn get() -> Html<String> {
    let content = html! {
        p { "It answers the calls of the recovery API. Whatever it sends to people lies in the " a href="/outbox" { "outbox" } "." }
        p {
            "Every sample account has the password " code { (PASSWORD) } ". The new password " code { (BREACHED_PASSWORD) }
            " counts as breached. Each user ID that is not in the table is unknown."
        }
        table {
            thead { tr { th { "User ID" } th { "What happens" } } }
            tbody {
                @for sentinel in TABLE {
                    tr { td { (sentinel.local_part) "@" (DOMAIN) } td { (sentinel.meaning) } }
                }
                tr {
                    td { "user@" (OTHER_DOMAIN) ", admin@" (OTHER_DOMAIN) }
                    td { "Another company, where nothing special happens." }
                }
            }
        }
    };
    Html(page("Recovery API", &content).into_string())
}
