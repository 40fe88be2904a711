//! What is sent, what is kept, and what people see of the stand-in.

use crate::call::Call;
use crate::client::Client;
use crate::person::{NEW_PASSWORD, PASSWORD, Person, sign_in};
use crate::requester::Requester;
use crate::stand_in::Options;
use crate::users::temporary_password;
use reqwest::Method;
use reqwest::header::HeaderMap;
use std::time::{Duration, Instant};

const USER: &str = "user@contoso.example";

pub async fn messages_speak_the_language_of_the_person() {
    let client = Client::start().await;
    let mut person = Person::verified(&client, USER).await;
    let mail = &client.outbox().await[0];
    assert_eq!((&mail["to"], &mail["subject"]), (&USER.into(), &"Your code to get back into your account".into()));
    let code = mail["code"].as_str().expect("the mail has a code");
    assert_eq!((code.len(), code.parse::<u32>().is_ok()), (6, true));
    assert!(mail["text"].as_str().expect("the mail has a text").contains(&format!("Code: {code}")));
    person.set_password(NEW_PASSWORD).await.expect(200);
    let notice = &client.outbox().await[0];
    assert!(notice["text"].as_str().expect("the mail has a text").contains(USER));
    assert!(notice.get("code").is_none());

    let mut person = Person::start(&client).await;
    let identity = person.identity(USER).await;
    let call = Call::post("/v1/recoveries/current/identity", identity);
    person.send(call.header("accept-language", "fr;q=0.9, ja-JP, en;q=0.5")).await.expect(200);
    let mail = &client.outbox().await[0];
    let code = mail["code"].as_str().expect("the mail has a code");
    assert_eq!(mail["subject"], "アカウントに戻るためのコード");
    assert!(mail["text"].as_str().expect("the mail has a text").contains(&format!("コード: {code}")));
}

pub async fn no_secret_is_in_the_database() {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let database = folder.path().join("stand-in.sqlite");
    let client = Client::start_with(Options { database: Some(database.clone()), ..Options::default() }).await;
    let signed_in = sign_in(&client, "admin@contoso.example", PASSWORD).await.expect(200);
    let cookie = signed_in.headers["set-cookie"].to_str().expect("a cookie is text");
    let session_token = cookie.trim_start_matches("__Host-session=").split(';').next().expect("split gives something");
    let temporary = temporary_password(&client, &signed_in, "html@contoso.example").await.expect(201);
    let temporary = temporary.json["temporary_password"].as_str().expect("a password is text");
    let requester = Requester::file(&client, "owner@contoso.example").await;
    let access_code = requester.access_code.replace('-', "");
    let open = Person::identified(&client, "two-proofs@contoso.example").await;
    let mut waiting = Person::verified(&client, "never@contoso.example").await;
    waiting.set_password("another walk by the lake").await.expect(202);
    let mut person = Person::identified(&client, USER).await;
    let code = client.last_code().await;
    let kept = || {
        let bytes = std::fs::read(&database).expect("the database is a file");
        move |secret: &str| bytes.windows(secret.len()).any(|window| window == secret.as_bytes())
    };
    let kept_before = kept();
    person.enter_code(&code).await.expect(200);
    person.set_password(NEW_PASSWORD).await.expect(200);
    let kept_after = kept();
    for is_kept in [&kept_before as &dyn Fn(&str) -> bool, &kept_after] {
        assert!(is_kept(USER) && is_kept("$argon2id$"), "the database is looked at");
        for secret in [
            PASSWORD,
            NEW_PASSWORD,
            "another walk by the lake",
            temporary,
            &access_code,
            &requester.access_code,
            &code,
            &person.token,
            &open.token,
            session_token,
        ] {
            assert!(!is_kept(secret), "a secret is in clear");
        }
    }
}

pub async fn a_service_request_outlives_a_restart() {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let database = folder.path().join("stand-in.sqlite");
    let start = || Client::start_with(Options { database: Some(database.clone()), ..Options::default() });
    let before = start().await;
    let Requester { number, access_code, .. } = Requester::file(&before, USER).await;
    drop(before);
    let after = start().await;
    Requester { client: &after, number, access_code }.look_up().await.expect(200);
}

pub async fn a_database_file_of_another_version_is_refused() {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let database = folder.path().join("stand-in.sqlite");
    let file = rusqlite::Connection::open(&database).expect("the file can be made");
    file.execute_batch("CREATE TABLE accounts (user_id TEXT)").expect("a table can be made");
    let options = Options { database: Some(database), ..Options::default() };
    let start = tokio::spawn(crate::stand_in::start(options));
    let why = start.await.err().expect("it does not start").into_panic();
    assert!(why.downcast_ref::<&str>().is_some_and(|why| why.contains("delete it")));
}

pub async fn pages_say_what_they_are() {
    let client = Client::start().await;
    Person::identified(&client, "every-channel@contoso.example").await;
    for path in ["/", "/outbox", "/desk"] {
        let page = client.fetch(Method::GET, path, HeaderMap::new(), None).await.expect(200);
        let text = String::from_utf8(page.bytes).expect("a page is UTF-8");
        assert!(text.contains("This is a stand-in for development and tests, not a production server"));
        if path == "/" {
            assert!(text.contains("slow-rejected@contoso.example"));
            assert!(text.contains("href=\"/outbox\"") && text.contains("href=\"/desk\""));
        }
    }
    let running = crate::stand_in::start(Options::default()).await;
    let switches_off = reqwest::get(format!("{}/test/captchas/x.json", running.url())).await;
    assert_eq!(switches_off.expect("the stand-in answers").status(), 404);
}

pub async fn nothing_is_left_after_the_end() {
    let running = crate::stand_in::start(Options::default()).await;
    let url = running.url();
    reqwest::get(&url).await.expect("the stand-in answers");
    drop(running);
    let limit = Instant::now() + Duration::from_secs(5);
    while reqwest::get(&url).await.is_ok() {
        assert!(Instant::now() < limit, "it still answers");
        tokio::task::yield_now().await;
    }
}
