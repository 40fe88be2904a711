//! Microsoft's own client of native authentication (npm `@azure/msal-browser`, custom-auth) in a real browser, with the stand-in
//! for Entra: both of its flows and the errors that it tells apart. So the stand-in, by which our driver is tested, is not
//! only our reading of the documents. The page is of another origin than the stand-in, which must therefore answer
//! preflights: that client sends headers of its own.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as expected"
)]
#![allow(unreachable_pub, dead_code, reason = "its modules are those of other tests")]

#[path = "browser/harness/certificate.rs"]
mod certificate;
#[path = "browser/harness/driver.rs"]
mod driver;
#[path = "entra_stand_in/server.rs"]
mod entra_stand_in;
#[path = "browser/harness/lifeline.rs"]
mod lifeline;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use entra_stand_in::Running;
use entra_stand_in::accounts::{CLIENT_ID, PASSWORD};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::time::Duration;
use thirtyfour::WebDriver;
use tokio::net::TcpListener;

const USER: &str = "user@contoso.example";
const NEW_PASSWORD: &str = "A quiet walk by the lake";

/// Longer than anything takes: the client waits two seconds between polls.
const PATIENCE: Duration = Duration::from_secs(60);

/// Microsoft's client in a page, and the stand-in that it calls.
struct Page {
    browser: WebDriver,
    entra: Running,
}

impl Page {
    /// Opens the page, whose client can do this beyond a first proof.
    async fn open(browser: WebDriver, capabilities: &str) -> Self {
        let client = std::env::var("MSAL_JS").expect("MSAL_JS says where Microsoft's client is: run `make test`");
        let client = std::fs::read_to_string(&client).unwrap_or_else(|why| panic!("{client}: {why}: run `make msal`"));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
        let origin = format!("http://{}", listener.local_addr().expect("a listener has an address"));
        let script = |text: String| get(([("content-type", "text/javascript")], text));
        let page = "<!doctype html><title>MSAL</title><script src=client.js></script><script src=page.js></script>";
        let site = Router::new()
            .route("/", get(Html(page)))
            .route("/client.js", script(client))
            .route("/page.js", script(include_str!("entra_msal/page.js").to_owned()));
        tokio::spawn(async { axum::serve(listener, site).await });

        let entra = entra_stand_in::start(&origin).await;
        browser.set_script_timeout(PATIENCE).await.expect("the browser is patient");
        let settings = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("client_id", CLIENT_ID)
            .append_pair("proxy", &entra.base_url())
            .append_pair("capabilities", capabilities)
            .finish();
        browser.goto(format!("{origin}/?{settings}")).await.expect("the page opens");
        Self { browser, entra }
    }

    /// Lets the client do something and says what came of it.
    async fn does(&self, step: &str, given: &[&str]) -> Value {
        let script = "const done = arguments[2]; step(arguments[0], ...arguments[1]).then(done);";
        let answer = self.browser.execute_async(script, vec![step.into(), json!(given)]).await;
        answer.unwrap_or_else(|why| panic!("{step}: {why}")).json().clone()
    }

    /// The state that something leads to.
    async fn reaches(&self, step: &str, given: &[&str]) -> String {
        let answer = self.does(step, given).await;
        answer["state"].as_str().unwrap_or_else(|| panic!("{step}: {answer}")).to_owned()
    }

    /// What the client says of the failure that something leads to.
    async fn fails(&self, step: &str, given: &[&str]) -> Vec<String> {
        let answer = self.does(step, given).await;
        let yes = answer["failed"]["yes"].as_array().unwrap_or_else(|| panic!("{step}: {answer}"));
        yes.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}

/// Opens a page, and closes the browser afterwards in whatever way the test ends.
async fn visit(capabilities: &str, test: impl AsyncFnOnce(&Page)) {
    let browser = driver::session("en").await;
    let result = browser
        .run_and_quit(|browser| async move {
            test(&Page::open(browser, capabilities).await).await;
            Ok::<(), Infallible>(())
        })
        .await;
    result.expect("the session ends");
}

#[tokio::test]
async fn a_password_is_reset_and_lets_in() {
    visit("", async |page| {
        let started = page.does("startReset", &[USER]).await;
        assert_eq!((&started["state"], &started["codeLength"]), (&"ResetPasswordCodeRequiredState".into(), &8.into()));
        let first = page.entra.code_sent_to(USER);
        assert_eq!(page.fails("submitCode", &["00000000"]).await, ["isInvalidCode"]);
        assert_eq!(page.reaches("resendCode", &[]).await, "ResetPasswordCodeRequiredState");
        assert_eq!(
            page.fails("submitCode", &[&first]).await,
            ["isInvalidCode"],
            "another code makes the first one void"
        );
        let code = page.entra.code_sent_to(USER);
        assert_eq!(page.reaches("submitCode", &[&code]).await, "ResetPasswordPasswordRequiredState");
        for bad in ["short", "only small letters", &"Aa1".repeat(86), "My password is 1", "Ünïcode 123", PASSWORD] {
            assert_eq!(page.fails("submitNewPassword", &[bad]).await, ["isInvalidPassword"], "{bad}");
        }
        assert_eq!(page.reaches("submitNewPassword", &[NEW_PASSWORD]).await, "ResetPasswordCompletedState");
        let signed_in = page.does("goOnSignedIn", &[]).await;
        assert_eq!(signed_in["state"], "SignInCompletedState", "{signed_in}");

        assert_eq!(page.fails("signIn", &[USER, PASSWORD]).await, ["isPasswordIncorrect"]);
        let signed_in = page.does("signIn", &[USER, NEW_PASSWORD]).await;
        assert_eq!(signed_in["account"], json!({ "username": USER, "name": "user (Contoso)" }), "{signed_in}");
        assert!(page.entra.seen().iter().any(|seen| seen.method == "OPTIONS"), "this client asks first");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_account_and_a_wrong_user_name_are_told_apart() {
    visit("", async |page| {
        for user in ["nobody@contoso.example", "nobody@fabrikam.example"] {
            assert_eq!(page.fails("startReset", &[user]).await, ["isUserNotFound"]);
            assert_eq!(page.fails("signIn", &[user, PASSWORD]).await, ["isUserNotFound"]);
        }
        assert_eq!(page.fails("startReset", &["no address"]).await, ["isInvalidUsername"]);
        assert_eq!(page.fails("signIn", &["no address", PASSWORD]).await, ["isInvalidUsername"]);
    })
    .await;
}

#[tokio::test]
async fn a_redirect_is_understood_from_every_endpoint() {
    visit("", async |page| {
        let redirected = ["isRedirectRequired"];
        for at in ["start", "challenge"] {
            assert_eq!(
                page.fails("startReset", &[&format!("redirect-{at}@contoso.example")]).await,
                redirected,
                "{at}"
            );
        }
        for at in ["continue", "submit", "poll"] {
            let user = format!("redirect-{at}@contoso.example");
            assert_eq!(page.reaches("startReset", &[&user]).await, "ResetPasswordCodeRequiredState");
            let code = page.entra.code_sent_to(&user);
            if at == "continue" {
                assert_eq!(page.fails("submitCode", &[&code]).await, redirected);
                continue;
            }
            assert_eq!(page.reaches("submitCode", &[&code]).await, "ResetPasswordPasswordRequiredState");
            assert_eq!(page.fails("submitNewPassword", &[NEW_PASSWORD]).await, redirected, "{at}");
        }
        for at in ["redirect-initiate", "redirect-challenge", "redirect-token", "mfa", "registration"] {
            assert_eq!(page.fails("signIn", &[&format!("{at}@contoso.example"), PASSWORD]).await, redirected, "{at}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_password_may_take_its_time_or_fail() {
    visit("", async |page| {
        for (user, ends) in [("slow@contoso.example", true), ("reset-fails@contoso.example", false)] {
            assert_eq!(page.reaches("startReset", &[user]).await, "ResetPasswordCodeRequiredState");
            let code = page.entra.code_sent_to(user);
            assert_eq!(page.reaches("submitCode", &[&code]).await, "ResetPasswordPasswordRequiredState");
            if ends {
                assert_eq!(page.reaches("submitNewPassword", &[NEW_PASSWORD]).await, "ResetPasswordCompletedState");
            } else {
                assert_eq!(page.fails("submitNewPassword", &[NEW_PASSWORD]).await, ["isPasswordResetFailed"]);
            }
        }
        let polls = page
            .entra
            .seen()
            .into_iter()
            .filter(|seen| seen.method == "POST" && seen.path.ends_with("/poll_completion"));
        assert_eq!(polls.count(), 4, "three for the slow one, one for the other");
    })
    .await;
}

#[tokio::test]
async fn a_flow_ends_after_a_while() {
    visit("", async |page| {
        assert_eq!(page.reaches("startReset", &[USER]).await, "ResetPasswordCodeRequiredState");
        page.entra.pass(600);
        assert_eq!(page.fails("submitCode", &[&page.entra.code_sent_to(USER)]).await, ["isTokenExpired"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_can_ask_for_more_is_asked_to() {
    visit("mfa_required registration_required", async |page| {
        let expired = page.fails("signIn", &["password-expired@contoso.example", PASSWORD]).await;
        assert_eq!(expired, ["isPasswordResetRequired"]);
        // The client goes on to endpoints for second factors, which the stand-in does not have; it must not take this for
        // a redirect or a wrong password.
        for user in ["mfa@contoso.example", "registration@contoso.example"] {
            assert_eq!(page.fails("signIn", &[user, PASSWORD]).await, Vec::<String>::new(), "{user}");
            let asked = page.entra.seen().into_iter().rev().find(|seen| seen.method == "POST").expect("it goes on");
            assert!(asked.path.ends_with("/introspect"), "{user}: {}", asked.path);
        }
    })
    .await;
}
