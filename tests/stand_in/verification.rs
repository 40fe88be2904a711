//! How far the verification of a company is.

use super::accounts;
use super::app::App;
use super::clock::rfc3339;
use super::language::Language;
use super::limits::VERIFICATION_MAILS;
use super::messages;
use super::problem::{INVALID_REQUEST, Problem};
use super::sentinels;
use axum::http::StatusCode;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    EmailOwnership,
    Employment,
    Business,
}

/// How one check stands.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Pending,
    Authorized,
    Rejected,
}

impl Standing {
    /// The name for the tables of the samples.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Authorized => "authorized",
            Self::Rejected => "rejected",
        }
    }
}

/// One check of a company.
#[derive(Serialize, Deserialize)]
struct Check {
    kind: Kind,
    status: Standing,
    /// Seconds since 1970.
    updated_at: i64,
}

/// Begins the verification of a company, unless it has begun. How it ends is a sample.
pub fn begin(store: &Connection, now: i64, domain: &str) {
    let sample = sentinels::verification(domain);
    let checks = [
        (Kind::EmailOwnership, sample.email_ownership),
        (Kind::Employment, sample.employment),
        (Kind::Business, sample.business),
    ]
    .map(|(kind, status)| Check { kind, status, updated_at: now });
    let checks = serde_json::to_string(&checks).expect("checks are JSON");
    store
        .execute("INSERT INTO companies VALUES (?, ?) ON CONFLICT (domain) DO NOTHING", params![domain, checks])
        .expect("a company can be added");
}

fn checks(store: &Connection, domain: &str) -> Vec<Check> {
    store
        .query_row("SELECT checks FROM companies WHERE domain = ?", [domain], |row| row.get::<_, String>(0))
        .optional()
        .expect("companies can be read")
        .map(|checks| serde_json::from_str(&checks).expect("they were written as JSON"))
        .unwrap_or_default()
}

/// Every check of the company (`Verification` in docs/api/openapi.yaml).
pub fn description(app: &App, store: &Connection, domain: &str) -> Value {
    let can_send = VERIFICATION_MAILS.check(store, app.clock.now(), &subject(app, domain)).is_ok();
    let checks: Vec<Value> = checks(store, domain)
        .iter()
        .map(|check| {
            let mut described =
                json!({ "kind": check.kind, "status": check.status, "updated_at": rfc3339(check.updated_at) });
            if check.waits_for_a_mail() && can_send {
                described["action"] = json!("resend_mail");
            }
            described
        })
        .collect();
    json!({ "checks": checks })
}

/// Sends the mail that shows who owns the e-mail address: to the primary contact, who is the first Global admin.
pub fn send_mail(app: &App, store: &Connection, domain: &str, language: Language) -> Result<(), Problem> {
    if !checks(store, domain).iter().any(Check::waits_for_a_mail) {
        return Err(Problem::from(INVALID_REQUEST).status(StatusCode::CONFLICT));
    }
    let now = app.clock.now();
    let subject = subject(app, domain);
    VERIFICATION_MAILS.check(store, now, &subject)?;
    VERIFICATION_MAILS.record(store, now, &subject);
    let accounts = accounts::of_company(store, domain);
    let contact =
        accounts.into_iter().find(|account| account.is_global_admin).expect("every company has a Global admin");
    app.outbox.send(messages::email_ownership(language, domain).to(contact.user_id, None, now));
    Ok(())
}

impl Check {
    fn waits_for_a_mail(&self) -> bool {
        self.kind == Kind::EmailOwnership && self.status == Standing::Pending
    }
}

/// What the limit counts: the company.
fn subject(app: &App, domain: &str) -> Vec<u8> {
    app.key.hash("limits", &[domain])
}
