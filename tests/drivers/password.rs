//! The new password.

use crate::person::{NEW_PASSWORD, PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::password::{Charset, Policy, Rejection};
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Screen, Step, Stop};
use partner_recovery::domain::secret::Secret;

pub async fn the_new_password_holds(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, USER).await;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(*person.journey.step(), Step::Done { notice_sent: true });
    assert_eq!(surroundings.outbox().await[0]["subject"], "Your password was changed");
    person.signs_in(USER, PASSWORD).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::SignInFailed));
    person.signs_in(USER, NEW_PASSWORD).await;
    assert!(person.sign_in.session().is_some());
}

pub async fn every_broken_rule_is_said(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, USER).await;
    for (password, rules) in [
        ("short", vec![Rejection::TooShort]),
        (&"長".repeat(257), vec![Rejection::TooLong]),
        ("Password1234", vec![Rejection::TooCommon]),
        ("breached passphrase 1", vec![Rejection::Breached]),
        (PASSWORD, vec![Rejection::RecentlyUsed]),
        ("user", vec![Rejection::TooShort, Rejection::ContainsUserId]),
    ] {
        person.sets_password(password).await;
        let expected = Some(Problem::PasswordRejected(rules));
        assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, expected), "{password}");
    }
    person.sets_password("🐈🐈🐈🐈🐈🐈🐈🐈🐈🐈🐈🐈").await;
    assert_eq!(person.screen(), Screen::Done);
}

pub async fn a_strict_policy_is_announced(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, "strict-policy@contoso.example").await;
    let policy = Policy { min_length: 8, max_length: 64, min_classes: Some(3), charset: Charset::Ascii };
    assert_eq!(person.password_asked().policy, policy);
    // What is found here is what the API finds.
    let weak = "小さな猫";
    person.sets_password(weak).await;
    let found_here = policy.rejections(&Secret::new(weak.to_owned()));
    assert_eq!(person.problem(), Some(Problem::PasswordRejected(found_here)));
    person.sets_password("Walks7by").await;
    assert_eq!(person.screen(), Screen::Done);
}

pub async fn a_slow_change_is_waited_for(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, "slow@contoso.example").await;
    let before = person.now;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!((person.screen(), person.problem()), (Screen::Done, None));
    assert_eq!(person.now, before.after(Seconds::clamped(4)), "it was asked for every two seconds");
}

pub async fn a_slow_change_may_be_rejected(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, "slow-rejected@contoso.example").await;
    person.sets_password(NEW_PASSWORD).await;
    let rejected = vec![Rejection::TooCommon];
    assert_eq!(person.password_asked().rejected, rejected);
    assert_eq!(person.problem(), Some(Problem::PasswordRejected(rejected)));
    person.sets_password("another walk by the lake").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Done, None));
}

pub async fn a_change_that_never_comes_is_given_up(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, "never@contoso.example").await;
    let before = person.now;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(*person.journey.step(), Step::Stopped(Stop::WaitedTooLong));
    assert_eq!(person.now, before.after(Seconds::clamped(60)));
}

pub async fn a_change_that_fails_can_be_tried_again(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, "reset-fails@contoso.example").await;
    for _ in 0..2 {
        person.sets_password(NEW_PASSWORD).await;
        assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, Some(Problem::ResetFailed)));
    }
    person.signs_in("reset-fails@contoso.example", PASSWORD).await;
    assert!(person.sign_in.session().is_some(), "the old password still holds");
}
