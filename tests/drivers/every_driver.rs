//! What holds for every driver, whatever its API: the way back in, everything that can go wrong on it, and what is not offered.

use crate::person::{NEW_PASSWORD, PASSWORD, Person, USER};
use crate::strange_api::StrangeApi;
use crate::surroundings::Surroundings;
use partner_recovery::api::{SessionRequest, SharedApi};
use partner_recovery::domain::capabilities::Ability;
use partner_recovery::domain::captcha::Media;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Captcha, Event, Notice, Screen, Situation, Step, Stop};
use partner_recovery::domain::secret::Secret;
use partner_recovery::domain::sign_in::{self, Page};
use partner_recovery::domain::{service_request, users, verification};

const NOBODY: &str = "nobody@contoso.example";
/// Longer than any code lives.
const AN_HOUR: Seconds = Seconds::clamped(60 * 60);

pub async fn a_forgotten_password_is_set_anew(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, USER).await;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!((person.screen(), person.problem()), (Screen::Done, None));
    person.signs_in(USER, PASSWORD).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::SignInFailed));
    person.signs_in(USER, NEW_PASSWORD).await;
    assert_eq!((person.page, person.sign_in_problem()), (Some(Page::Account), None));
}

pub async fn after_a_wrong_code_the_right_one_is_good(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    person.enters_wrong_code().await;
    assert_eq!(person.screen(), Screen::EnterCode);
    assert!(matches!(person.problem(), Some(Problem::CodeIncorrect { .. })), "{:?}", person.problem());
    person.enters_sent_code().await;
    assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, None));
}

pub async fn too_many_wrong_codes_end_the_recovery(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    let mut tries = 0;
    while person.screen() == Screen::EnterCode && tries < 20 {
        person.enters_wrong_code().await;
        tries += 1;
    }
    let stop = person.journey.step().clone();
    assert!(matches!(stop, Step::Stopped(Stop::Locked | Stop::Expired)), "{stop:?} after {tries}");
}

pub async fn an_old_code_is_no_code(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    let code = surroundings.last_code().await;
    person.waits(AN_HOUR).await;
    person.enters_code(&code).await;
    let is_said = match person.journey.step() {
        Step::EnterCode(_) => person.problem() == Some(Problem::CodeExpired),
        step => *step == Step::Stopped(Stop::Expired),
    };
    assert!(is_said, "{:?}, {:?}", person.journey.step(), person.problem());
}

pub async fn another_code_takes_the_place_of_the_first(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::identified(api, surroundings, USER).await;
    let first = surroundings.last_code().await;
    person.does(Event::ResendAsked).await;
    assert_eq!(surroundings.last_code().await, first, "it is too early");
    person.waits(Seconds::clamped(60)).await;
    person.does(Event::ResendAsked).await;
    assert_eq!((person.problem(), person.journey.notice()), (None, Some(Notice::CodeSentAgain)));
    let second = surroundings.last_code().await;
    assert_ne!(second, first);
    person.enters_code(&first).await;
    assert_eq!(person.screen(), Screen::EnterCode, "the first is good no longer");
    person.enters_code(&second).await;
    assert_eq!(person.screen(), Screen::SetPassword);
}

pub async fn an_unknown_account_looks_like_a_known_one(api: SharedApi, surroundings: &Surroundings) {
    let mut seen = vec![];
    for user_id in [USER, NOBODY] {
        let mut person = Person::identified(api.clone(), surroundings, user_id).await;
        // Known accounts differ in this too.
        if person.screen() == Screen::ChooseMethod {
            person.chooses(0).await;
        }
        let mut shown = vec![(person.screen(), person.problem())];
        while person.screen() == Screen::EnterCode {
            person.enters_wrong_code().await;
            shown.push((person.screen(), person.problem()));
        }
        seen.push((person.journey.step().clone(), shown));
    }
    assert_eq!(seen[0], seen[1]);
}

pub async fn a_weak_password_says_why(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, USER).await;
    person.sets_password("123456789012").await;
    assert_eq!(person.screen(), Screen::SetPassword);
    let problem = person.problem();
    assert!(matches!(&problem, Some(Problem::PasswordRejected(rules)) if !rules.is_empty()), "{problem:?}");
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(person.screen(), Screen::Done);
}

pub async fn whoever_goes_back_to_the_user_id_can_go_on(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, USER).await;
    person.does(Event::WentBack).await;
    assert_eq!((person.screen(), person.journey.notice()), (Screen::Identify, Some(Notice::CheckedAgain)));
    person.identifies(USER).await;
    person.enters_sent_code().await;
    person.sets_password(NEW_PASSWORD).await;
    assert_eq!(person.screen(), Screen::Done);
}

pub async fn a_wrong_password_lets_nobody_in(api: SharedApi, surroundings: &Surroundings) {
    for user_id in [USER, NOBODY] {
        let mut person = Person::new(api.clone(), surroundings);
        person.signs_in(user_id, "not this one").await;
        assert_eq!((person.sign_in_problem(), person.page), (Some(Problem::SignInFailed), None), "{user_id}");
    }
}

pub async fn signing_out_ends_the_session(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api, surroundings);
    person.does_at_sign_in(sign_in::Event::AccountOpened(Page::Account)).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::SessionRequired));
    person.signs_in(USER, PASSWORD).await;
    let session = person.sign_in.session().expect("somebody is signed in");
    assert_eq!(session.user_id, USER);
    person.does_at_sign_in(sign_in::Event::SignedOut).await;
    assert_eq!(person.page, Some(Page::SignIn));
    person.does_at_sign_in(sign_in::Event::AccountOpened(Page::Account)).await;
    assert_eq!(person.sign_in_problem(), Some(Problem::SessionRequired));
}

/// The browser still has the session of somebody, and another person sits down at it.
pub async fn whoever_signs_in_last_is_signed_in(api: SharedApi, surroundings: &Surroundings) {
    let mut first = Person::new(api.clone(), surroundings);
    first.signs_in(USER, PASSWORD).await;
    assert!(first.sign_in.session().is_some());
    let mut stranger = Person::new(api.clone(), surroundings);
    stranger.signs_in(NOBODY, PASSWORD).await;
    assert_eq!((stranger.sign_in_problem(), stranger.page), (Some(Problem::SignInFailed), None));
    let mut again = Person::new(api, surroundings);
    again.signs_in(USER, PASSWORD).await;
    assert!(again.sign_in.session().is_some(), "{:?}", again.sign_in_problem());
}

pub async fn the_own_password_is_changed_where_that_is_offered(api: SharedApi, surroundings: &Surroundings) {
    let change = |current: &str, new: &str| {
        let [current, new] = [current, new].map(|text| Secret::new(text.to_owned()));
        sign_in::Event::PasswordChangeAsked { current, new }
    };
    let mut person = Person::new(api.clone(), surroundings);
    person.signs_in(USER, PASSWORD).await;
    person.does_at_sign_in(change("not this one", NEW_PASSWORD)).await;
    if !surroundings.offers().has(Ability::ChangePassword) {
        assert_eq!(person.sign_in_problem(), Some(Problem::Unexpected));
        return;
    }
    assert_eq!(person.sign_in_problem(), Some(Problem::SignInFailed));
    person.does_at_sign_in(change(PASSWORD, "123456789012")).await;
    assert!(matches!(person.sign_in_problem(), Some(Problem::PasswordRejected(_))), "{:?}", person.sign_in_problem());
    person.does_at_sign_in(change(PASSWORD, NEW_PASSWORD)).await;
    assert_eq!((person.sign_in_problem(), person.page), (None, Some(Page::Account)));
    assert_eq!(person.sign_in.notice(), Some(sign_in::Notice::PasswordChanged));
}

pub async fn too_many_tries_wait(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api, surroundings);
    let mut tries = 0;
    while person.sign_in_problem() != Some(Problem::TooManyRequests) {
        assert!(tries < 20, "one can try as often as one likes");
        person.signs_in(USER, "not this one").await;
        tries += 1;
    }
    let wait = person.sign_in.exchange().blocked_for(person.now);
    assert_ne!(wait, Seconds::ZERO);
    person.waits(wait).await;
    person.signs_in(USER, PASSWORD).await;
    assert!(person.sign_in.session().is_some(), "{:?}", person.sign_in_problem());
}

pub async fn what_is_not_offered_is_refused(api: SharedApi, surroundings: &Surroundings) {
    let offers = surroundings.offers();
    for (ability, is_refused) in [
        (Ability::Captcha, api.media("1".to_owned(), Media::Picture).await.is_err()),
        (Ability::ServiceRequests, api.service_request(service_request::Request::Challenge).await.is_err()),
        (Ability::Users, api.users(users::Request::Reset("1".to_owned())).await.is_err()),
        (Ability::Verification, api.verification(verification::Request::Load).await.is_err()),
    ] {
        assert!(offers.has(ability) || is_refused, "{ability:?}");
    }
}

pub async fn what_the_steps_ask_for_is_offered(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(api.clone(), surroundings);
    person.does(Event::SituationChosen(Situation::ForgotPassword)).await;
    assert_eq!(person.screen() == Screen::AccountType, surroundings.offers().has(Ability::AccountTypes));
    let person = Person::at_identify(api.clone(), surroundings).await;
    let asks = !matches!(person.journey.step(), Step::Identify(identify) if identify.captcha == Captcha::NotAsked);
    assert_eq!(asks, surroundings.offers().has(Ability::Captcha));
}

pub async fn an_answer_of_something_else_is_no_success(_: SharedApi, surroundings: &Surroundings) {
    for (status, body) in StrangeApi::ANSWERS {
        let strange = StrangeApi::start(status, body).await;
        let api = surroundings.connect_elsewhere(strange.url());
        let mut person = Person::new(api.clone(), surroundings);
        person.does(Event::SituationChosen(Situation::ForgotPassword)).await;
        let first = person.journey.step().clone();
        // An API whose first step needs no request of its own fails at the next one.
        if first != Step::Situation && !matches!(first, Step::Stopped(_)) {
            person.identifies(USER).await;
            assert_eq!(person.screen(), Screen::Identify, "{status} {body}");
            assert!(person.problem().is_some(), "{status} {body}");
        }
        person.signs_in(USER, PASSWORD).await;
        assert_eq!((person.sign_in_problem().is_some(), person.page), (true, None), "{status} {body}");
        assert!(api.session(SessionRequest::Load).await.is_err(), "{status} {body}");
    }
}

pub async fn nobody_answers(_: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::new(surroundings.connect_to_nobody(), surroundings);
    person.signs_in(USER, PASSWORD).await;
    assert_eq!((person.sign_in_problem(), person.page), (Some(Problem::Unreachable), None));
}
