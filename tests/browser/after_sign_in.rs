//! Where signing in leads: to the account, to the portal of the operator, or to an address that the operator allows.

use crate::harness::{ADMIN, NEW_PASSWORD, Person, Visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;
use serde_json::{Value, json};

/// What the operator sets. There is nobody at these addresses: the browser only goes there.
fn links(config: &mut Value) {
    config["links"]["portal"] = "https://portal.contoso.example/home".into();
    config["links"]["return_to"] = json!(["https://apps.contoso.example/sales/"]);
}

fn visit_with_a_portal() -> Visit {
    let may_lead_to = &["https://portal.contoso.example/", "https://apps.contoso.example/sales/"];
    Visit { config: links, may_lead_to, ..Visit::default() }
}

async fn is_led_to(person: &Person, address: &str) {
    person
        .until(&format!("the browser goes to {address}"), async || {
            let requests = person.journal.requests().await;
            requests.iter().any(|request| request.url == address).then_some(())
        })
        .await;
}

/// Signs in at the page with this query, and is led there.
async fn signing_in_leads(query: &'static str, address: &'static str) {
    visit_with_a_portal()
        .take(async |person| {
            person.opens(query).await;
            assert_eq!(person.path().await, "/en/", "the address does not keep it");
            person.signs_in(ADMIN, PASSWORD).await;
            is_led_to(person, address).await;
        })
        .await;
}

#[tokio::test]
async fn signing_in_leads_to_the_portal() {
    signing_in_leads("", "https://portal.contoso.example/home").await;
}

#[tokio::test]
async fn signing_in_leads_back_to_where_one_came_from() {
    signing_in_leads(
        "?return_to=https%3A%2F%2Fapps.contoso.example%2Fsales%2Fq%3Fpage%3D2",
        "https://apps.contoso.example/sales/q?page=2",
    )
    .await;
}

/// [`partner_recovery::domain::return_to`] has all the tricks; here are some that reach it as a browser sends them.
#[tokio::test]
async fn an_address_that_is_not_allowed_is_ignored() {
    for query in [
        "?return_to=https%3A%2F%2Fevil.example%2F",
        "?return_to=//evil.example/",
        "?return_to=javascript:alert(1)",
        "?return_to=https%3A%2F%2Fportal.contoso.example%40evil.example%2F",
        "?return_to=https%3A%2F%2Fapps.contoso.example%2Fsales%2F..%2F..%2Fadmin",
    ] {
        signing_in_leads(query, "https://portal.contoso.example/home").await;
    }
}

#[tokio::test]
async fn without_a_portal_signing_in_leads_to_the_account() {
    Visit::default()
        .take(async |person| {
            person.opens("?return_to=https%3A%2F%2Fevil.example%2F").await;
            person.signs_in(ADMIN, PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
        })
        .await;
}

/// Whoever has to change the password does that first.
#[tokio::test]
async fn a_temporary_password_is_changed_before_the_portal() {
    visit_with_a_portal()
        .take(async |person| {
            person.opens("").await;
            person.signs_in("temporary@contoso.example", PASSWORD).await;
            person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
            person.types_into("current-password", PASSWORD).await;
            person.answers("new-password", NEW_PASSWORD).await;
            is_led_to(person, "https://portal.contoso.example/home").await;
        })
        .await;
}

/// Whoever asked for a page of the account gets it, with the portal one link away.
#[tokio::test]
async fn the_account_leads_to_everything() {
    visit_with_a_portal()
        .take(async |person| {
            person.opens("account/").await;
            person.sees_problem(&text::PROBLEM_SESSION_REQUIRED).await;
            person.answers("user-id", ADMIN).await;
            person.is_at(&text::PASSWORD_TITLE).await;
            person.answers("password", PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
            let portal = person.labelled(&text::account_portal("Partner Center".into())).await;
            assert_eq!(portal.attr("href").await.unwrap().unwrap(), "https://portal.contoso.example/home");
            for (link, heading) in [
                (text::USERS_TITLE, text::USERS_TITLE),
                (text::ACCOUNT_CHANGE_PASSWORD, text::CHANGE_PASSWORD_TITLE),
                (text::VERIFICATION_TITLE, text::VERIFICATION_TITLE),
            ] {
                person.presses(&link).await;
                person.is_at(&heading).await;
                person.presses(&text::ACCOUNT_TITLE).await;
                person.is_at(&text::ACCOUNT_TITLE).await;
            }
        })
        .await;
}
