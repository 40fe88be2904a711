//! From the user ID to the right code.

use crate::person::{Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::code::Channel;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event, Screen, Step, Stop};

const NOBODY: &str = "nobody@contoso.example";

pub async fn the_right_code_leads_to_the_new_password(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
    let sent = person.code_sent();
    assert_eq!((sent.channel, sent.form.length), (Channel::Email, Some(8)));
    let code = surroundings.last_code().await;
    let full_width: String = code.chars().filter_map(|digit| char::from_u32(u32::from(digit) + 0xFEE0)).collect();
    person.enters_code(&full_width).await;
    assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, None));
    assert_eq!(person.password_asked().expires_in, Some(Seconds::clamped(600)));
}

pub async fn wrong_codes_count_down_and_end_the_recovery(api: SharedApi, surroundings: &Surroundings) {
    for user_id in [USER, NOBODY] {
        let mut person = Person::identified(api.clone(), surroundings, user_id).await;
        for left in (1..5).rev() {
            person.enters_wrong_code().await;
            let wrong = Problem::CodeIncorrect { attempts_left: Some(left) };
            assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, Some(wrong)), "{user_id}");
        }
        person.waits(Seconds::clamped(60)).await;
        person.does(Event::ResendAsked).await;
        for _ in 0..5 {
            assert_eq!(person.screen(), Screen::EnterCode, "{user_id}: another code, as many tries");
            person.enters_wrong_code().await;
        }
        assert_eq!(person.journey.step(), &Step::Stopped(Stop::Locked), "{user_id}");
    }
}

pub async fn a_recovery_can_expire(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api.clone(), surroundings, USER).await;
    person.waits(Seconds::clamped(600)).await;
    person.enters_sent_code().await;
    assert_eq!(person.journey.step(), &Step::Stopped(Stop::Expired));

    let mut person = Person::at_set_password(api, surroundings, USER).await;
    person.waits(Seconds::clamped(600)).await;
    person.sets_password("A quiet walk by the lake").await;
    assert_eq!(person.journey.step(), &Step::Stopped(Stop::Expired));
    person.does(Event::StartedAgain).await;
    assert_eq!((person.screen(), person.journey.user_id()), (Screen::Situation, USER));
}

/// Everything that can be seen, at every moment of a long look.
pub async fn an_unknown_user_id_is_answered_like_a_known_one(api: SharedApi, surroundings: &Surroundings) {
    let seen = async |user_id: &str| {
        let mut person = Person::identified(api.clone(), surroundings, user_id).await;
        let (mut seen, mut problems) = (vec![person.journey.step().clone()], vec![]);
        for (wait, resend) in [(0, false), (59, true), (1, true), (599, false), (1, false)] {
            person.waits(Seconds::clamped(wait)).await;
            if resend {
                person.does(Event::ResendAsked).await;
                seen.push(person.journey.step().clone());
            }
            person.enters_code("00000000").await;
            assert_eq!(person.problem().is_some(), person.screen() == Screen::EnterCode, "{user_id}");
            seen.push(person.journey.step().clone());
            problems.push(person.problem());
        }
        (seen, problems)
    };
    let known = seen(USER).await;
    assert_eq!(known.0.last(), Some(&Step::Stopped(Stop::Expired)));
    assert_eq!(seen(NOBODY).await, known);
    assert_eq!(surroundings.entra().codes_sent_to(NOBODY), 0);
}

pub async fn a_user_id_of_no_form_is_said_to_be_wrong(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "user at contoso").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::InvalidRequest)));
    person.identifies(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
}

pub async fn a_code_that_cannot_be_sent_is_said(api: SharedApi, surroundings: &Surroundings) {
    let person = Person::identified(api, surroundings, "undelivered@contoso.example").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::DeliveryFailed)));
}

pub async fn the_way_may_lead_elsewhere(api: SharedApi, surroundings: &Surroundings) {
    for endpoint in ["start", "challenge", "continue", "submit", "poll"] {
        let user_id = format!("redirect-{endpoint}@contoso.example");
        let mut person = Person::identified(api.clone(), surroundings, &user_id).await;
        if person.screen() == Screen::EnterCode {
            person.enters_sent_code().await;
        }
        if person.screen() == Screen::SetPassword {
            person.sets_password("A quiet walk by the lake").await;
        }
        assert_eq!(person.journey.step(), &Step::Stopped(Stop::AnotherPage { url: None }), "{endpoint}");
    }
}
