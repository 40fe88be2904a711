//! What Entra cannot do, and what its driver must not.

use crate::entra_stand_in::accounts::DISABLED_CLIENT_ID;
use crate::person::{PASSWORD, Person, USER};
use crate::surroundings::Surroundings;
use partner_recovery::api::{SessionRequest, SharedApi};
use partner_recovery::domain::capabilities::{Ability, Capabilities};
use partner_recovery::domain::captcha::Media;
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{Event, Screen};
use partner_recovery::domain::secret::Secret;
use partner_recovery::domain::{service_request, users, verification};

pub async fn what_entra_cannot_do_is_asked_of_nobody(api: SharedApi, surroundings: &Surroundings) {
    assert_eq!(surroundings.offers(), Capabilities::of(&[]));
    assert!(Ability::ALL.iter().all(|ability| !surroundings.offers().has(*ability)));
    let secret = || Secret::new(PASSWORD.to_owned());
    let refused = [
        api.media("1".to_owned(), Media::Picture).await.err(),
        api.service_request(service_request::Request::Challenge).await.err(),
        api.users(users::Request::Reset("1".to_owned())).await.err(),
        api.verification(verification::Request::Load).await.err(),
        api.session(SessionRequest::ChangePassword(secret(), secret())).await.err(),
    ];
    for fault in refused {
        assert_eq!(fault.map(|fault| fault.problem), Some(Problem::Unexpected));
    }
    assert_eq!(surroundings.entra().seen(), [], "nothing was sent");
}

pub async fn no_request_is_one_that_browsers_would_ask_about_first(api: SharedApi, surroundings: &Surroundings) {
    let mut person = Person::at_set_password(api, surroundings, USER).await;
    person.does(Event::WentBack).await;
    person.signs_in(USER, PASSWORD).await;
    let seen = surroundings.entra().seen();
    assert!(seen.len() >= 6, "{seen:?}");
    for request in seen {
        assert_eq!(request.method, "POST");
        // What any client must send, and the one header of ours; a browser adds only what it may add by itself.
        let mut headers = request.headers;
        headers.sort();
        assert_eq!(headers, ["accept", "content-length", "content-type", "host"], "{}", request.path);
    }
}

pub async fn an_app_that_is_not_registered_is_refused(_: SharedApi, surroundings: &Surroundings) {
    for client_id in [DISABLED_CLIENT_ID, "00000000-0000-0000-0000-000000000000", "x"] {
        let mut person = Person::identified(surroundings.connect_as(client_id), surroundings, USER).await;
        assert_eq!((person.screen(), person.problem()), (Screen::Identify, Some(Problem::Unexpected)), "{client_id}");
        let trouble = person.journey.trouble().expect("it was refused");
        assert!(trouble.reference().is_some(), "support can find out why: {client_id}");
        person.signs_in(USER, PASSWORD).await;
        assert_eq!(person.sign_in_problem(), Some(Problem::Unexpected), "{client_id}");
    }
}
