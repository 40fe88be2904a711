//! The new password.

use crate::person::{PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::password::Rejection;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Screen, Step, Stop};
use partner_recovery::domain::secret::Secret;

pub const NEW_PASSWORD: &str = "A quiet walk by the lake";

async fn at_set_password<'a>(api: SharedApi, surroundings: &'a Surroundings, user_id: &str) -> Person<'a> {
    Person::at_set_password(api, surroundings, user_id).await
}

pub async fn every_broken_rule_is_said(api: SharedApi, surroundings: &Surroundings) {
    let mut person = at_set_password(api, surroundings, USER).await;
    let longest = "Aa1 ".repeat(65);
    for (password, rule, is_found_here) in [
        ("Short 1", Rejection::TooShort, true),
        (longest.as_str(), Rejection::TooLong, true),
        ("only small letters", Rejection::TooFewClasses, true),
        ("Ünïcode 123", Rejection::InvalidCharacters, true),
        ("My password is 1", Rejection::TooCommon, false),
        (PASSWORD, Rejection::RecentlyUsed, false),
    ] {
        let here = person.password_asked().policy.rejections(&Secret::new(password.to_owned()));
        assert_eq!(here, if is_found_here { vec![rule] } else { vec![] }, "the page finds it by itself: {password}");
        person.sets_password(password).await;
        let said = (person.screen(), person.problem());
        assert_eq!(said, (Screen::SetPassword, Some(Problem::PasswordRejected(vec![rule]))), "{password}");
    }
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(person.screen(), Screen::Done);
}

pub async fn a_slow_change_is_waited_for(api: SharedApi, surroundings: &Surroundings) {
    let mut person = at_set_password(api, surroundings, "slow@contoso.example").await;
    let before = person.now;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(person.screen(), Screen::Done);
    assert_eq!(person.now, before.after(Seconds::clamped(6)), "three polls, each two seconds later");
}

pub async fn a_change_that_never_comes_is_given_up(api: SharedApi, surroundings: &Surroundings) {
    let mut person = at_set_password(api, surroundings, "never@contoso.example").await;
    let before = person.now;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(person.journey.step(), &Step::Stopped(Stop::WaitedTooLong));
    assert_eq!(person.now, before.after(Seconds::clamped(300)));
}

pub async fn a_change_that_fails_can_be_tried_again(api: SharedApi, surroundings: &Surroundings) {
    let mut person = at_set_password(api, surroundings, "reset-fails@contoso.example").await;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, Some(Problem::ResetFailed)));
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(person.screen(), Screen::Done);
}
