//! `GET /`: what this is, what is where, and the samples.

use crate::stand_in::pages::page;
use crate::stand_in::sentinels::{BREACHED_PASSWORD, DOMAIN, OTHER_DOMAIN, PASSWORD, TABLE, VERIFICATIONS};
use axum::response::Html;
use maud::html;

pub async fn get() -> Html<String> {
    let content = html! {
        p {
            "It answers the calls of the recovery API. Whatever it sends to people lies in the " a href="/outbox" { "outbox" }
            ". Service requests arrive at the " a href="/desk" { "desk" } ", where you are support."
        }
        h2 { "Accounts" }
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
        h2 { "Companies" }
        table {
            thead { tr { th { "Company" } th { "E-mail ownership" } th { "Employment" } th { "Business" } } }
            tbody {
                @for row in VERIFICATIONS {
                    tr {
                        td { (row.domain.unwrap_or("any other")) }
                        td { (row.email_ownership.name()) }
                        td { (row.employment.name()) }
                        td { (row.business.name()) }
                    }
                }
            }
        }
    };
    Html(page("Recovery API", &content).into_string())
}
