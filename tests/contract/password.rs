//! The new password.

use crate::client::Client;
use crate::person::{NEW_PASSWORD, PASSWORD, Person, sign_in};

pub async fn every_rule_is_said() {
    let client = Client::start().await;
    let mut person = Person::verified(&client, "user@contoso.example").await;
    for (password, rules) in [
        ("short", vec!["too_short"]),
        (&"長".repeat(257), vec!["too_long"]),
        ("Password1234", vec!["too_common"]),
        ("breached passphrase 1", vec!["breached"]),
        ("the USER is king", vec!["contains_user_id"]),
        (PASSWORD, vec!["recently_used"]),
        ("user", vec!["too_short", "contains_user_id"]),
    ] {
        let answer = person.set_password(password).await.expect_problem(422, "password-rejected");
        let expected: Vec<_> = rules.iter().map(|rule| format!("/new_password {rule}")).collect();
        assert_eq!(answer.errors(), expected, "{password}");
    }
    // Twelve code points: lengths are counted neither in bytes nor in UTF-16 units.
    person.set_password("🐈🐈🐈🐈🐈🐈🐈🐈🐈🐈🐈🐈").await.expect(200);

    let mut person = Person::verified(&client, "strict-policy@contoso.example").await;
    assert_eq!(person.next["policy"]["min_classes"], 3);
    let answer = person.set_password("小さな猫小さな猫小さな猫").await.expect_problem(422, "password-rejected");
    assert_eq!(answer.errors(), ["/new_password too_few_classes", "/new_password invalid_characters"]);
    person.set_password("Walks7by").await.expect(200);
}

pub async fn the_password_before_is_used_up() {
    let client = Client::start().await;
    for password in [NEW_PASSWORD, "another walk by the lake"] {
        let mut person = Person::verified(&client, "user@contoso.example").await;
        person.set_password(password).await.expect(200);
    }
    let mut person = Person::verified(&client, "user@contoso.example").await;
    for password in [PASSWORD, NEW_PASSWORD, "another walk by the lake"] {
        let answer = person.set_password(password).await.expect_problem(422, "password-rejected");
        assert_eq!(answer.errors(), ["/new_password recently_used"]);
    }
    person.set_password("the third walk by the lake").await.expect(200);
    // Only the last three count.
    let mut person = Person::verified(&client, "user@contoso.example").await;
    person.set_password(PASSWORD).await.expect(200);
}

pub async fn a_slow_change_is_waited_for() {
    let client = Client::start().await;
    let mut person = Person::verified(&client, "slow@contoso.example").await;
    person.set_password(NEW_PASSWORD).await.expect(202);
    assert_eq!(person.next["poll_after"], 2);
    person.poll().await.expect(200);
    assert_eq!(person.step(), "wait");
    sign_in(&client, "slow@contoso.example", PASSWORD).await.expect(200);
    client.advance(4).await;
    person.poll().await.expect(200);
    assert_eq!(person.step(), "done");
    sign_in(&client, "slow@contoso.example", NEW_PASSWORD).await.expect(200);
}

pub async fn a_slow_change_may_be_rejected() {
    let client = Client::start().await;
    let mut person = Person::verified(&client, "slow-rejected@contoso.example").await;
    person.set_password(NEW_PASSWORD).await.expect(202);
    client.advance(4).await;
    person.poll().await.expect(200);
    assert_eq!((person.step(), &person.next["rejected"][0]), ("set_password", &"too_common".into()));
    person.set_password("another walk by the lake").await.expect(202);
    client.advance(4).await;
    person.poll().await.expect(200);
    assert_eq!(person.step(), "done");
}

pub async fn a_change_may_never_come_or_fail() {
    let client = Client::start().await;
    let mut person = Person::verified(&client, "never@contoso.example").await;
    person.set_password(NEW_PASSWORD).await.expect(202);
    client.advance(14 * 60).await;
    person.poll().await.expect(200);
    assert_eq!(person.step(), "wait");

    let mut person = Person::verified(&client, "reset-fails@contoso.example").await;
    person.set_password(NEW_PASSWORD).await.expect_problem(500, "reset-failed");
    person.poll().await.expect(200);
    assert_eq!(person.step(), "set_password");
    sign_in(&client, "reset-fails@contoso.example", PASSWORD).await.expect(200);
}
