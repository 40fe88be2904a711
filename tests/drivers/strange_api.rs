//! Something that answers, but is not the API: a portal of a hotel, a proxy, another version.

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use std::net::{Ipv4Addr, SocketAddr};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// It answers everything alike, until this is dropped.
pub struct StrangeApi {
    address: SocketAddr,
    serving: JoinHandle<()>,
}

impl StrangeApi {
    /// What such things say.
    pub const ANSWERS: [(u16, &str); 14] = [
        (200, ""),
        (200, "<!doctype html><title>Welcome to our hotel</title>"),
        (200, "{}"),
        (200, "[]"),
        (200, "{\"status\":200}"),
        (200, "{\"status\":200,\"data\":{}}"),
        (200, "{\"next\":{\"step\":\"done\"}}"),
        (204, ""),
        (401, "{}"),
        (401, "{\"status\":401}"),
        (403, "<html>"),
        (404, "<html>"),
        (500, "<html>"),
        (502, ""),
    ];

    /// Starts it on a free port.
    pub async fn start(status: u16, body: &'static str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let status = StatusCode::from_u16(status).expect("it is a status");
        let kind = if body.starts_with('<') { "text/html" } else { "application/json" };
        let answer = move || async move { (status, [(CONTENT_TYPE, kind)], body) };
        let router = Router::new().fallback(answer);
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.expect("it serves") });
        Self { address, serving }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for StrangeApi {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
