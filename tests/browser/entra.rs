//! The site before the stand-in for Microsoft Entra External ID, which Microsoft's own client has tried (tests/entra_msal.rs): the
//! same build, other entries in `config.json`.

use crate::entra_stand_in::accounts::PASSWORD;
use crate::harness::{Language, Person, Server, Visit};
use partner_recovery::i18n::text;

const USER: &str = "user@contoso.example";
const NOBODY: &str = "nobody@contoso.example";
const NEW_PASSWORD: &str = "A quiet walk by the lake";
const OTHER_PAGE: &str = "https://login.contoso.example/reset";

/// A visit after which no request has been one that the browser asked about first.
async fn visit_in(language: Language, story: impl AsyncFnOnce(&Person)) {
    let config = |config: &mut serde_json::Value| config["links"]["other_page"] = OTHER_PAGE.into();
    Visit { server: Server::Entra, config, ..Visit::in_language(language) }
        .take(async |person| {
            story(person).await;
            let seen = person.site.api.seen();
            assert!(!seen.is_empty());
            for request in seen {
                assert_eq!(request.method, "POST", "{request:?}");
                assert!(!request.headers.iter().any(|name| name == "cookie" || name == "authorization"), "{request:?}");
            }
        })
        .await;
}

async fn visit(story: impl AsyncFnOnce(&Person)) {
    visit_in(Language::English, story).await;
}

async fn reaches_code(person: &Person, user_id: &str) {
    person.reaches_situation().await;
    person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
    person.is_at(&text::IDENTIFY_TITLE).await;
    person.answers("user-id", user_id).await;
}

/// From a wrong password to the account, and out again.
async fn back_in(language: Language) {
    visit_in(language, async |person| {
        person.opens("").await;
        person.signs_in(USER, "a wrong password").await;
        person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
        person.presses(&text::CANNOT_ACCESS).await;
        person.is_at(&text::SITUATION_TITLE).await;
        person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        assert_eq!(person.typed("user-id").await, USER, "nobody has to type it twice");
        person.submits().await;

        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.answers("code", "00000000").await;
        person.sees_problem(&text::problem_code_incorrect_left(4.into())).await;
        person.enters_the_code_for(USER).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
        person.answers("new-password", "My password is 1").await;
        person.sees_problem(&text::REJECTION_TOO_COMMON).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::DONE_TITLE).await;

        person.presses(&text::GO_TO_SIGN_IN).await;
        person.signs_in(USER, PASSWORD).await;
        person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
        person.answers("password", NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        person.sees_text(USER).await;
        let shown = person.shown().await;
        for missing in [text::VERIFICATION_TITLE, text::USERS_TITLE, text::ACCOUNT_CHANGE_PASSWORD] {
            assert!(!shown.contains(&person.reads(&missing)), "{shown}");
        }
        let kept = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])";
        let kept = person.script_text(kept).await;
        assert!(!kept.contains("eyJ") && !kept.contains("AQAB"), "tokens are in memory only: {kept}");

        person.loads_the_page_again().await;
        person.sees_problem(&text::PROBLEM_SESSION_REQUIRED).await;
    })
    .await;
}

#[tokio::test]
async fn back_in_with_the_code_from_the_mail() {
    back_in(Language::English).await;
}

#[tokio::test]
async fn back_in_with_the_code_from_the_mail_in_japanese() {
    back_in(Language::Japanese).await;
}

#[tokio::test]
async fn a_new_password_that_takes_its_time_is_waited_for() {
    visit(async |person| {
        reaches_code(person, "slow@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.enters_the_code_for("slow@contoso.example").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::WAIT_TITLE).await;
        person.is_at(&text::DONE_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_account_looks_the_same() {
    visit(async |person| {
        let mut seen = vec![];
        for user_id in [USER, NOBODY] {
            reaches_code(person, user_id).await;
            person.is_at(&text::ENTER_CODE_TITLE).await;
            let mut shown = vec![person.shown().await.replace(user_id, "…")];
            for left in [4, 3, 2, 1] {
                person.answers("code", "00000000").await;
                person.sees_problem(&text::problem_code_incorrect_left(left.into())).await;
                shown.push(person.shown().await.replace(user_id, "…"));
            }
            person.answers("code", "00000000").await;
            person.is_at(&text::STOP_LOCKED_TITLE).await;
            shown.push(person.shown().await);
            seen.push(shown);
        }
        // The time that is left until another code can be asked for is told in tens of seconds.
        let without_waits = |shown: &Vec<String>| {
            let lines = shown.iter().flat_map(|shown| shown.lines()).filter(|line| !line.contains("second"));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(without_waits(&seen[0]), without_waits(&seen[1]));
    })
    .await;
}

#[tokio::test]
async fn what_entra_wants_elsewhere_goes_on_at_the_other_page() {
    visit(async |person| {
        for endpoint in ["start", "challenge"] {
            reaches_code(person, &format!("redirect-{endpoint}@contoso.example")).await;
            person.is_at(&text::STOP_ANOTHER_PAGE_TITLE).await;
            leads_elsewhere(person).await;
        }
        person.opens("").await;
        person.signs_in("mfa@contoso.example", PASSWORD).await;
        person.sees_problem(&text::PROBLEM_ANOTHER_PAGE).await;
        leads_elsewhere(person).await;
    })
    .await;
}

async fn leads_elsewhere(person: &Person) {
    let link = person.labelled(&text::STOP_ANOTHER_PAGE_LINK).await;
    assert_eq!(link.attr("href").await.expect("it is there").as_deref(), Some(OTHER_PAGE));
}
