//! The check that a person is there.

use crate::person::{Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::captcha::{Media, Medium};
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event, Notice, Screen};

pub async fn characters_let_one_on(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_identify(api, surroundings).await;
    assert_eq!(person.challenge().media(), [Medium::Picture, Medium::Audio, Medium::Work]);
    let characters = surroundings.characters(&person.challenge().id).await;
    let typed: String = characters.to_lowercase().chars().flat_map(|character| [character, '\u{3000}']).collect();
    person.identifies_with_characters(" ＵＳＥＲ＠contoso。example", &typed).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
}

pub async fn a_calculation_lets_one_on(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_identify(api, surroundings).await;
    person.identifies_by_calculation(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
}

pub async fn a_wrong_answer_brings_a_new_challenge(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_identify(api, surroundings).await;
    let used = person.challenge().id;
    person.identifies_with_characters(USER, "000000").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::CaptchaIncorrect)));
    assert_eq!(person.journey.user_id(), USER);
    assert_ne!(person.challenge().id, used);
    person.identifies(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
}

pub async fn another_challenge_can_be_asked_for(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_identify(api, surroundings).await;
    let first = person.challenge().id;
    person.does(Event::NewChallengeAsked("half@".to_owned())).await;
    assert_ne!(person.challenge().id, first);
    assert_eq!((person.journey.user_id(), person.journey.notice()), ("half@", Some(Notice::NewChallenge)));
    person.identifies(USER).await;
    assert_eq!(person.screen(), Screen::EnterCode);
}

pub async fn a_challenge_that_is_too_old_is_replaced(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_identify(api, surroundings).await;
    let characters = surroundings.characters(&person.challenge().id).await;
    person.waits(Seconds::clamped(10 * 60)).await;
    person.identifies_with_characters(USER, &characters).await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::CaptchaExpired)));
    person.identifies(USER).await;
    assert_eq!(person.screen(), Screen::EnterCode);
}

pub async fn the_media_can_be_loaded(api: SharedApi, surroundings: &Surroundings) {
    let challenge = Person::at_identify(api.clone(), surroundings).await.challenge().id;
    let mut lengths = vec![];
    for (media, media_type, start) in [
        (Media::Picture, "image/png", b"\x89PNG"),
        (Media::Audio { slow: false }, "audio/wav", b"RIFF"),
        (Media::Audio { slow: true }, "audio/wav", b"RIFF"),
    ] {
        let recording = api.media(challenge.clone(), media).await.expect("the challenge is open");
        assert_eq!(recording.media_type, media_type);
        assert!(recording.bytes.starts_with(start), "{media:?}");
        lengths.push(recording.bytes.len());
    }
    assert!(lengths[2] > lengths[1], "slowly takes longer: {lengths:?}");
    let gone = api.media("gone".to_owned(), Media::Picture).await.err().map(|fault| fault.problem);
    assert_eq!(gone, Some(Problem::CaptchaExpired));
}
