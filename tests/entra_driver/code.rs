//! From the user ID to the right code.

use crate::person::{Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::code::Channel;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event, Notice, Screen, Step, Stop};

const NOBODY: &str = "nobody@contoso.example";
const WRONG: Option<Problem> = Some(Problem::CodeIncorrect { attempts_left: None });

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

pub async fn a_wrong_code_keeps_the_step(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    for _ in 0..10 {
        person.enters_code("00000000").await;
        assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, WRONG));
    }
    person.enters_sent_code().await;
    assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, None));
}

pub async fn another_code_can_be_sent(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    let first = surroundings.last_code().await;
    person.does(Event::ResendAsked).await;
    assert_eq!(surroundings.entra.codes_sent_to(USER), 1, "it is too early");
    person.waits(Seconds::clamped(60)).await;
    person.does(Event::ResendAsked).await;
    assert_eq!((surroundings.entra.codes_sent_to(USER), person.journey.notice()), (2, Some(Notice::CodeSentAgain)));
    person.enters_code(&first).await;
    assert_eq!(person.problem(), WRONG, "the earlier one is void");
    person.enters_sent_code().await;
    assert_eq!(person.screen(), Screen::SetPassword);
}

pub async fn whoever_goes_back_gets_another_code(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    let first = surroundings.last_code().await;
    person.does(Event::WentBack).await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, None));
    person.identifies(USER).await;
    person.enters_code(&first).await;
    assert_eq!(person.problem(), WRONG);
    person.enters_sent_code().await;
    assert_eq!(person.screen(), Screen::SetPassword);
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
        let mut seen = vec![person.journey.step().clone()];
        for (wait, resend) in [(0, false), (59, true), (1, true), (599, false), (1, false)] {
            person.waits(Seconds::clamped(wait)).await;
            if resend {
                person.does(Event::ResendAsked).await;
                seen.push(person.journey.step().clone());
            }
            person.enters_code("00000000").await;
            assert_eq!(person.problem().is_some(), person.screen() == Screen::EnterCode, "{user_id}");
            seen.push(person.journey.step().clone());
        }
        seen
    };
    let known = seen(USER).await;
    assert_eq!(known.last(), Some(&Step::Stopped(Stop::Expired)));
    assert_eq!(seen(NOBODY).await, known);
    assert_eq!(surroundings.entra.codes_sent_to(NOBODY), 0);
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
        surroundings.look_into_the_mailbox_of(&user_id);
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
