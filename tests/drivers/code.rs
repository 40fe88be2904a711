//! From the user ID to the right code.

use crate::person::{Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::SharedApi;
use partner_recovery::domain::account::AccountType;
use partner_recovery::domain::code::{Alphabet, Channel, CodeForm};
use partner_recovery::domain::link::Link;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event, Notice, Screen, Situation, Step, Stop};

fn stopped(stop: Stop) -> Step {
    Step::Stopped(stop)
}

pub async fn the_right_code_leads_to_the_new_password(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    let sent = person.code_sent();
    assert_eq!((sent.channel, sent.hint.as_deref()), (Channel::Email, Some("u•••@contoso.example")));
    let code = surroundings.last_code().await;
    let full_width: String = code.chars().filter_map(|digit| char::from_u32(u32::from(digit) + 0xFEE0)).collect();
    person.enters_code(&full_width).await;
    assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, None));
}

pub async fn one_of_two_methods_is_chosen(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "two-methods@contoso.example").await;
    let channels: Vec<_> = person.methods().iter().map(|method| method.channel).collect();
    assert_eq!(channels, [Channel::Email, Channel::Sms]);
    person.chooses(1).await;
    assert_eq!((person.code_sent().channel, person.code_sent().methods.len()), (Channel::Sms, 2));
    person.enters_sent_code().await;
    assert_eq!(person.screen(), Screen::SetPassword);
}

pub async fn whoever_goes_back_chooses_again(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "two-methods@contoso.example").await;
    person.chooses(0).await;
    person.does(Event::WentBack).await;
    person.chooses(1).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
    assert_eq!(person.code_sent().channel, Channel::Sms);
    person.enters_sent_code().await;
    assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, None));
}

pub async fn a_second_proof_goes_another_way(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "two-proofs@contoso.example").await;
    person.chooses(0).await;
    person.enters_sent_code().await;
    assert_eq!((person.screen(), person.problem()), (Screen::ChooseMethod, None));
    assert!(person.methods().iter().all(|method| method.channel != Channel::Email), "that way was gone already");
    person.chooses(0).await;
    person.enters_sent_code().await;
    assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, None));
}

pub async fn wrong_codes_count_down_and_lock(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    for left in [4, 3, 2, 1] {
        person.enters_wrong_code().await;
        let expected = Problem::CodeIncorrect { attempts_left: Some(left) };
        assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, Some(expected)));
    }
    person.enters_wrong_code().await;
    assert_eq!(*person.journey.step(), stopped(Stop::Locked));
    person.does(Event::StartedAgain).await;
    assert_eq!((person.screen(), person.journey.user_id()), (Screen::Situation, USER));
}

pub async fn a_code_that_is_too_old_is_replaced(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    person.waits(Seconds::clamped(10 * 60)).await;
    person.enters_sent_code().await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, Some(Problem::CodeExpired)));
    person.does(Event::ResendAsked).await;
    assert_eq!((person.problem(), person.journey.notice()), (None, Some(Notice::CodeSentAgain)));
    person.enters_sent_code().await;
    assert_eq!(person.screen(), Screen::SetPassword);
}

pub async fn another_code_can_be_sent(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    person.does(Event::ResendAsked).await;
    assert_eq!(surroundings.outbox().await.len(), 1, "it is too early, and nothing was asked for");
    person.waits(Seconds::clamped(30)).await;
    person.does(Event::ResendAsked).await;
    assert_eq!(person.journey.notice(), Some(Notice::CodeSentAgain));
    assert_eq!(surroundings.outbox().await.len(), 2);
    person.enters_sent_code().await;
    assert_eq!(person.screen(), Screen::SetPassword);
}

pub async fn letters_and_digits_are_read_as_typed(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, "letter-code@contoso.example").await;
    let form = CodeForm { length: Some(8), alphabet: Alphabet::LettersAndDigits };
    assert_eq!(person.code_sent().form, form);
    let code = surroundings.last_code().await.to_lowercase();
    let (left, right) = code.split_at(4);
    person.enters_code(&format!(" {left}-{right} ")).await;
    assert_eq!(person.screen(), Screen::SetPassword);
}

pub async fn where_one_way_fails_another_one_works(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api.clone(), surroundings, "undelivered-mail@contoso.example").await;
    person.chooses(0).await;
    assert_eq!((person.screen(), person.problem()), (Screen::ChooseMethod, Some(Problem::DeliveryFailed)));
    person.chooses(1).await;
    person.enters_sent_code().await;
    assert_eq!(person.screen(), Screen::SetPassword);

    let mut person = Person::identified(api, surroundings, "undelivered@contoso.example").await;
    assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::DeliveryFailed)));
    person.identifies(USER).await;
    assert_eq!((person.screen(), person.problem()), (Screen::EnterCode, None));
}

pub async fn the_account_is_looked_at_after_the_code_only(api: SharedApi, surroundings: &Surroundings) {
    for (user_id, stop) in
        [("locked@contoso.example", Stop::Locked), ("no-self-service@contoso.example", Stop::NotOffered)]
    {
        let mut person = Person::identified(api.clone(), surroundings, user_id).await;
        person.enters_wrong_code().await;
        assert_eq!(person.screen(), Screen::EnterCode, "{user_id}");
        person.enters_sent_code().await;
        assert_eq!(*person.journey.step(), stopped(stop), "{user_id}");
    }
}

pub async fn a_recovery_can_expire(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api.clone(), surroundings, "expired@contoso.example").await;
    assert_eq!(person.screen(), Screen::EnterCode);
    person.enters_sent_code().await;
    assert_eq!(*person.journey.step(), stopped(Stop::Expired));

    let mut person = Person::identified(api, surroundings, USER).await;
    person.waits(Seconds::clamped(15 * 60)).await;
    person.enters_sent_code().await;
    assert_eq!(*person.journey.step(), stopped(Stop::Expired));
    assert_eq!(person.journey.user_id(), USER);
}

/// What the person sees, without what follows from the user ID that was typed.
fn sight(person: &Person<'_>) -> String {
    let step = match person.journey.step() {
        Step::ChooseMethod(methods) => {
            let kinds: Vec<_> = methods.iter().map(|method| (method.channel, method.hint.is_some())).collect();
            format!("choose {kinds:?}")
        }
        Step::EnterCode(sent) => {
            let may_resend = sent.resend_at.is_some();
            format!("code {:?} {:?} {may_resend} {:?}", sent.channel, sent.form, sent.expires_in)
        }
        other => format!("{other:?}"),
    };
    format!("{step}, {:?}, {:?}", person.problem(), person.journey.notice())
}

/// Everything that is seen until the recovery is locked.
async fn sights(api: SharedApi, surroundings: &Surroundings, user_id: &str) -> Vec<String> {
    let mut person = Person::identified(api, surroundings, user_id).await;
    let mut sights = vec![sight(&person)];
    if person.screen() == Screen::ChooseMethod {
        person.chooses(0).await;
        sights.push(sight(&person));
    }
    while person.screen() == Screen::EnterCode && sights.len() < 10 {
        person.enters_wrong_code().await;
        sights.push(sight(&person));
    }
    sights
}

pub async fn an_unknown_user_id_is_answered_like_a_known_one(api: SharedApi, surroundings: &Surroundings) {
    let known = [
        sights(api.clone(), surroundings, USER).await,
        sights(api.clone(), surroundings, "two-methods@contoso.example").await,
    ];
    assert_ne!(known[0], known[1]);
    assert!(known[0].last().is_some_and(|last| last.contains("Locked")), "{known:?}");
    for number in 0..6 {
        let unknown = sights(api.clone(), surroundings, &format!("nobody{number}@contoso.example")).await;
        assert!(known.contains(&unknown), "{unknown:#?}");
    }
}

pub async fn the_way_may_lead_elsewhere(api: SharedApi, surroundings: &Surroundings) {
    let person = Person::identified(api.clone(), surroundings, "another-page@contoso.example").await;
    let url = Link::parse("https://sign-in.contoso.example/recover");
    assert_eq!(*person.journey.step(), stopped(Stop::AnotherPage { url }));

    let mut person = Person::new(api, surroundings);
    person.does(Event::SituationChosen(Situation::ForgotPassword)).await;
    person.does(Event::AccountTypeChosen(AccountType::Personal)).await;
    assert_eq!(*person.journey.step(), stopped(Stop::PersonalAccount));
}
