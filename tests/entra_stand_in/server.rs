//! A stand-in for Microsoft Entra External ID's native authentication V1, behind the CORS proxy that a browser needs.
//!
//! It follows the reference (learn.microsoft.com/entra/identity-platform/reference-native-authentication-api, of 2025-07-30,
//! with its page on the token endpoint of 2026-02-27) and, where that is silent, what Microsoft's own client expects: the
//! custom-auth part of npm `@azure/msal-browser`. That client goes through both flows against it in `tests/entra_msal.rs`,
//! so that it is not only our reading of the documents. What each sample account triggers is in `accounts`.
//!
//! Everything is in memory, and the same calls get the same answers: tokens, codes and IDs are counted, and the clock moves
//! only when a test moves it. A crate includes this file at its root, as `#[path = "entra_stand_in/server.rs"] mod entra_stand_in;`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a stand-in that cannot go on has to say so loudly"
)]
#![allow(unreachable_pub, dead_code, reason = "the module is part of several test crates, and each uses its own share")]

pub mod accounts;
mod call;
mod flows;
mod passwords;
mod refusal;
mod reset;
mod sign_in;
mod state;
mod tokens;

pub use state::{Mail, Seen};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State as FromRouter};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use call::Call;
use refusal::{Answer, Refusal};
use state::App;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

/// Where the proxy has the endpoints of the tenant. It has them at its root too.
const BASE: &str = "/api";

/// A stand-in that runs until this is dropped.
pub struct Running {
    address: SocketAddr,
    app: Arc<App>,
    stop: watch::Sender<bool>,
}

impl Running {
    /// Where it answers, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where the endpoints are, without a slash at the end.
    pub fn base_url(&self) -> String {
        self.url() + BASE
    }

    /// The code that was sent to this account last.
    pub fn code_sent_to(&self, user_id: &str) -> String {
        let state = self.app.state();
        let sent = state.mails.iter().rev().find(|mail| mail.to == user_id);
        sent.unwrap_or_else(|| panic!("no code was sent to {user_id}")).code.clone()
    }

    /// The code that was sent last, to whomever.
    pub fn newest_code(&self) -> Option<String> {
        self.app.state().mails.last().map(|mail| mail.code.clone())
    }

    /// How many codes were sent to this account.
    pub fn codes_sent_to(&self, user_id: &str) -> usize {
        self.app.state().mails.iter().filter(|mail| mail.to == user_id).count()
    }

    /// Lets the time pass.
    pub fn pass(&self, seconds: u32) {
        self.app.state().now += u64::from(seconds);
    }

    /// Every request until now, oldest first.
    pub fn seen(&self) -> Vec<Seen> {
        self.app.state().seen.clone()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

/// Starts a stand-in on a free port, whose proxy lets pages of `origin` call.
pub async fn start(origin: &str) -> Running {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
    start_on(listener, origin, |_| ())
}

/// Starts a stand-in that listens here, and says what it sends.
pub fn start_on(listener: TcpListener, origin: &str, says: fn(&Mail)) -> Running {
    let address = listener.local_addr().expect("a listener has an address");
    let (stop, mut stopping) = watch::channel(false);
    let app = Arc::new(App::new(stopping.clone(), says));
    let router = router(app.clone(), origin.parse().expect("an origin is a header's value"));
    tokio::spawn(async move {
        axum::serve(listener, router)
            .with_graceful_shutdown(async move {
                // An error means that the sender is gone, which is a reason to stop as well.
                let _ = stopping.wait_for(|&stopping| stopping).await;
            })
            .await
    });
    Running { address, app, stop }
}

fn router(app: Arc<App>, origin: HeaderValue) -> Router {
    // As Microsoft's samples of a proxy: one exact origin, no credentials. Microsoft's client sends headers of its own.
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::exact(origin))
        .allow_methods([Method::POST])
        .allow_headers(AllowHeaders::mirror_request());
    Router::new().fallback(answer).layer(cors).layer(from_fn_with_state(app.clone(), note)).with_state(app)
}

/// Notes every request, those that browsers send by themselves too.
async fn note(FromRouter(app): FromRouter<Arc<App>>, request: Request, next: Next) -> Response {
    app.state().seen.push(Seen::of(&request));
    next.run(request).await
}

async fn answer(
    FromRouter(app): FromRouter<Arc<App>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if method != Method::POST {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().strip_prefix(BASE).unwrap_or(uri.path());
    let call = match Call::read(&headers, &body) {
        Ok(call) => call,
        Err(refusal) => return app.refuse(&headers, &refusal),
    };
    if accounts::is_silent(call.user_id()) {
        let mut stopping = app.stopping.clone();
        // Until the stand-in stops.
        let _ = stopping.wait_for(|&stopping| stopping).await;
    }
    if let Some(response) = accounts::broken_answer(call.user_id()) {
        return response;
    }
    if path.ends_with("/initiate") && !app.state().lets_a_sign_in_begin() {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "60")]).into_response();
    }
    match dispatch(&app, path, &call) {
        Ok(answer) => app.send(&headers, StatusCode::OK, answer),
        Err(refusal) => app.refuse(&headers, &refusal),
    }
}

fn dispatch(app: &App, path: &str, call: &Call) -> Result<Answer, Refusal> {
    let mut state = app.state();
    match path {
        "/resetpassword/v1.0/start" => reset::start(&mut state, call),
        "/resetpassword/v1.0/challenge" => reset::challenge(&mut state, call),
        "/resetpassword/v1.0/continue" => reset::continue_(&mut state, call),
        "/resetpassword/v1.0/submit" => reset::submit(&mut state, call),
        "/resetpassword/v1.0/poll_completion" => reset::poll_completion(&mut state, call),
        "/oauth2/v2.0/initiate" => sign_in::initiate(&mut state, call),
        "/oauth2/v2.0/challenge" => sign_in::challenge(&mut state, call),
        "/oauth2/v2.0/token" => sign_in::token(&mut state, call),
        _ => Err(Refusal::new("invalid_request", 900_561, "There is no such endpoint.")),
    }
}
