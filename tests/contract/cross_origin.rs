//! Which pages may call.

use crate::client::{Client, ORIGIN};
use reqwest::Method;
use reqwest::header::HeaderMap;
use std::collections::BTreeSet;

fn headers(fields: &[(&'static str, &'static str)]) -> HeaderMap {
    fields
        .iter()
        .map(|&(name, value)| (name.parse().expect("a header name"), value.parse().expect("a header value")))
        .collect()
}

/// The members of a list in a header, in lower case.
fn list(answer: &HeaderMap, name: &str) -> BTreeSet<String> {
    let text = answer[name].to_str().expect("a header is text").to_lowercase();
    text.split(',').map(|member| member.trim().to_owned()).collect()
}

pub async fn only_the_listed_origin_is_let_in() {
    let client = Client::start().await;
    let asking = [
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "authorization,content-type,x-requested-with"),
    ];
    let good = [&asking[..], &[("origin", ORIGIN)]].concat();
    let preflight = client.fetch(Method::OPTIONS, "/v1/recoveries", headers(&good), None).await.expect(200).headers;
    assert_eq!(preflight["access-control-allow-origin"], ORIGIN);
    assert_eq!(preflight["access-control-allow-credentials"], "true");
    let expected = ["authorization", "content-type", "accept-language", "x-requested-with", "idempotency-key"];
    assert_eq!(list(&preflight, "access-control-allow-headers"), expected.map(str::to_owned).into());
    let expected = ["get", "post", "put", "delete"];
    assert_eq!(list(&preflight, "access-control-allow-methods"), expected.map(str::to_owned).into());

    let session =
        client.fetch(Method::GET, "/v1/session", headers(&[("origin", ORIGIN)]), None).await.expect(401).headers;
    assert_eq!(session["access-control-allow-origin"], ORIGIN);
    assert_eq!(session["access-control-allow-credentials"], "true");
    assert_eq!(list(&session, "access-control-expose-headers"), ["retry-after", "date"].map(str::to_owned).into());
    assert!(list(&session, "vary").contains("origin"));

    for evil in ["https://evil.example", "null", "http://127.0.0.1:8080.evil.example", "http://127.0.0.1:80801"] {
        let bad = [&asking[..], &[("origin", evil)]].concat();
        let preflight = client.fetch(Method::OPTIONS, "/v1/recoveries", headers(&bad), None).await;
        assert!(!preflight.headers.contains_key("access-control-allow-origin"), "{evil}");
        let session = client.fetch(Method::GET, "/v1/session", headers(&[("origin", evil)]), None).await;
        assert!(!session.headers.contains_key("access-control-allow-origin"), "{evil}");
        assert!(list(&session.headers, "vary").contains("origin"));
    }
}
