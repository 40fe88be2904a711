#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::captcha::{AnswerKind, CaptchaAnswer, Challenge};
use crate::domain::moment::{Moment, Seconds};
use crate::domain::problem::{Fault, Problem};
use crate::domain::secret::Secret;
use crate::domain::ticket::Ticket;
use proptest::prelude::*;

const NOW: Moment = Moment::from_milliseconds(1_000);

fn challenge(id: &str) -> Challenge {
    Challenge { id: id.to_owned(), picture: true, audio_language: None, proof_of_work: None, expires_in: None }
}

fn sent() -> Event {
    let answer = CaptchaAnswer { challenge: "1".into(), kind: AnswerKind::Characters(Secret::new("a".into())) };
    Event::Sent(answer, new_key())
}

/// Each is another one, as the page makes them up.
fn new_key() -> IdempotencyKey {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    IdempotencyKey(NUMBER.fetch_add(1, Ordering::Relaxed).to_string())
}

fn receipt() -> Answer {
    Answer::Created(Receipt { number: "SR-1".to_owned(), access_code: Secret::new("canary".to_owned()) })
}

fn fill(request: &mut ServiceRequest, part: Part) {
    let texts = [
        (Field::Name, "A"),
        (Field::Email, "user@contoso.example"),
        (Field::LegalName, "B"),
        (Field::Domain, "contoso.example"),
        (Field::Country, "C"),
        (Field::Address, "D"),
    ];
    for (field, text) in texts.into_iter().filter(|(field, _)| field.part() == part) {
        request.apply(Event::Typed(field, text.to_owned()), NOW);
    }
}

/// A request on which everything is entered, and the ticket of the wish for a challenge.
fn at_check() -> (ServiceRequest, Ticket) {
    let mut request = ServiceRequest::default();
    request.apply(Event::ReasonChosen(Reason::AdminHasLeft), NOW);
    request.apply(Event::WentOn, NOW);
    assert_eq!(request.step(), Step::Contact);
    fill(&mut request, Part::Contact);
    request.apply(Event::WentOn, NOW);
    assert_eq!(request.step(), Step::Company);
    fill(&mut request, Part::Company);
    let commands = request.apply(Event::WentOn, NOW);
    assert_eq!(request.step(), Step::Check);
    let ticket = asked(&commands).unwrap().0;
    (request, ticket)
}

fn challenged() -> ServiceRequest {
    let (mut request, ticket) = at_check();
    request.apply(Event::Answered(ticket, Ok(Answer::Challenge(challenge("1")))), NOW);
    request
}

/// What is asked of the API, in one word, and under which key.
fn asked(commands: &[Command]) -> Option<(Ticket, &'static str, Option<IdempotencyKey>)> {
    commands.iter().find_map(|command| match command {
        Command::Ask(ticket, Request::Challenge) => Some((*ticket, "challenge", None)),
        Command::Ask(ticket, Request::Create(.., key)) => Some((*ticket, "create", Some(key.clone()))),
        Command::Keep | Command::Forget => None,
    })
}

fn keeps(commands: &[Command]) -> bool {
    commands.iter().any(|command| matches!(command, Command::Keep))
}

fn forgets(commands: &[Command]) -> bool {
    commands.iter().any(|command| matches!(command, Command::Forget))
}

fn fails(request: &mut ServiceRequest, ticket: Ticket, fault: impl Into<Fault>) -> Vec<Command> {
    request.apply(Event::Answered(ticket, Err(fault.into())), NOW)
}

fn told(request: &ServiceRequest) -> Option<&Problem> {
    request.exchange().trouble().map(|trouble| &trouble.problem)
}

#[test]
fn a_part_with_a_gap_is_not_left() {
    let mut request = ServiceRequest::default();
    assert!(request.apply(Event::WentOn, NOW).is_empty());
    request.apply(Event::ReasonChosen(Reason::Other), NOW);
    request.apply(Event::WentOn, NOW);
    assert_eq!(request.step(), Step::Reason, "it has to be described");
    request.apply(Event::Typed(Field::Details, "x".to_owned()), NOW);
    request.apply(Event::WentOn, NOW);
    request.apply(Event::WentOn, NOW);
    assert_eq!(request.step(), Step::Contact);
}

#[test]
fn everything_that_is_entered_is_kept() {
    let mut request = ServiceRequest::default();
    assert!(keeps(&request.apply(Event::Typed(Field::Name, "A".to_owned()), NOW)));
    assert!(!keeps(&request.apply(Event::Typed(Field::Name, "A".to_owned()), NOW)), "nothing is new");
    assert!(keeps(&request.apply(Event::ReasonChosen(Reason::Other), NOW)));
    assert!(forgets(&request.apply(Event::Discarded, NOW)));
    assert!(request.draft().is_empty());
    assert_eq!(request.notice(), Some(Notice::Discarded));
}

#[test]
fn what_was_kept_goes_on_where_it_was_or_where_something_is_missing() {
    let (request, _) = at_check();
    let whole = request.draft().clone();
    assert_eq!(ServiceRequest::kept(whole.clone(), Step::Company, None).step(), Step::Company);
    let mut gap = whole;
    gap.set(Field::Email, "");
    assert_eq!(ServiceRequest::kept(gap, Step::Check, None).step(), Step::Contact);
    let nothing = ServiceRequest::kept(Draft::default(), Step::Check, None);
    assert_eq!((nothing.step(), nothing.notice()), (Step::Reason, None));
}

#[test]
fn a_kept_request_that_was_complete_asks_for_a_challenge_when_it_is_opened() {
    let (request, _) = at_check();
    let mut request = ServiceRequest::kept(request.draft().clone(), Step::Check, None);
    assert_eq!(asked(&request.apply(Event::Opened(None), NOW)).unwrap().1, "challenge");
    assert!(request.apply(Event::Opened(None), NOW).is_empty(), "one is on its way");
}

#[test]
fn whoever_comes_for_a_reason_does_not_choose_it_again() {
    let mut request = ServiceRequest::default();
    request.apply(Event::Opened(Some(Reason::AdminHasLeft)), NOW);
    assert_eq!((request.step(), request.draft().reason()), (Step::Contact, Some(Reason::AdminHasLeft)));
    let mut request = ServiceRequest::default();
    request.apply(Event::Opened(Some(Reason::Other)), NOW);
    assert_eq!(request.step(), Step::Reason, "it has to be described");
}

#[test]
fn back_goes_one_step_and_keeps_everything() {
    let mut request = challenged();
    let draft = request.draft().clone();
    for step in [Step::Company, Step::Contact, Step::Reason, Step::Reason] {
        request.apply(Event::WentBack, NOW);
        assert_eq!(request.step(), step);
    }
    assert_eq!(*request.draft(), draft);
}

#[test]
fn a_change_leads_back_to_the_check() {
    let mut request = challenged();
    request.apply(Event::ChangeAsked(Part::Contact), NOW);
    assert_eq!(request.step(), Step::Contact);
    request.apply(Event::Typed(Field::Name, "Z".to_owned()), NOW);
    request.apply(Event::WentOn, NOW);
    assert_eq!(request.step(), Step::Check);
    request.apply(Event::ChangeAsked(Part::Company), NOW);
    request.apply(Event::WentBack, NOW);
    assert_eq!(request.step(), Step::Check);
    request.apply(Event::WentBack, NOW);
    assert_eq!(request.step(), Step::Company, "the change is over");
}

#[test]
fn a_sent_request_gives_a_receipt_once() {
    let mut request = challenged();
    let commands = request.apply(sent(), NOW);
    let (ticket, what, _) = asked(&commands).unwrap();
    assert_eq!(what, "create");
    assert!(keeps(&commands), "the key outlives the page from now on");
    assert!(request.apply(sent(), NOW).is_empty(), "a second click");
    let commands = request.apply(Event::Answered(ticket, Ok(receipt())), NOW);
    assert!(forgets(&commands));
    assert_eq!(request.step(), Step::Sent);
    assert_eq!(request.receipt().unwrap().number, "SR-1");
    assert!(request.draft().is_empty() && request.key().is_none());
    request.apply(Event::Left, NOW);
    assert!(request.receipt().is_none());
    assert_eq!(request.step(), Step::Reason);
}

#[test]
fn back_from_the_receipt_forgets_it() {
    let mut request = challenged();
    let ticket = asked(&request.apply(sent(), NOW)).unwrap().0;
    request.apply(Event::Answered(ticket, Ok(receipt())), NOW);
    request.apply(Event::WentBack, NOW);
    assert!(request.receipt().is_none());
}

#[test]
fn without_an_answer_the_same_request_is_sent_again() {
    for problem in [Problem::Unreachable, Problem::TimedOut, Problem::Unreadable] {
        let mut request = challenged();
        let (ticket, _, key) = asked(&request.apply(sent(), NOW)).unwrap();
        let commands = fails(&mut request, ticket, problem.clone());
        let (ticket, what, _) = asked(&commands).unwrap();
        assert_eq!(what, "challenge", "the one before may be used up");
        assert_eq!(told(&request), Some(&problem), "it is still told while another one comes");
        request.apply(Event::Answered(ticket, Ok(Answer::Challenge(challenge("2")))), NOW);
        assert_eq!(told(&request), Some(&problem));
        assert_eq!(asked(&request.apply(sent(), NOW)).unwrap().2, key, "it is the same request");
    }
}

#[test]
fn a_challenge_that_cannot_be_had_is_not_asked_for_without_end() {
    let mut request = challenged();
    let ticket = asked(&request.apply(sent(), NOW)).unwrap().0;
    let ticket = asked(&fails(&mut request, ticket, Problem::Unreachable)).unwrap().0;
    assert!(fails(&mut request, ticket, Problem::Unavailable).is_empty());
    assert_eq!(told(&request), Some(&Problem::Unreachable), "what happened to the request matters more");
    assert!(asked(&request.apply(sent(), NOW)).is_none(), "there is no challenge to have answered");
    assert_eq!(asked(&request.apply(Event::NewChallengeAsked, NOW)).unwrap().1, "challenge");
}

#[test]
fn a_first_challenge_that_cannot_be_had_is_told() {
    let (mut request, ticket) = at_check();
    assert!(fails(&mut request, ticket, Problem::Unavailable).is_empty());
    assert_eq!(told(&request), Some(&Problem::Unavailable));
}

#[test]
fn another_draft_is_another_request() {
    let mut request = challenged();
    let (ticket, _, key) = asked(&request.apply(sent(), NOW)).unwrap();
    fails(&mut request, ticket, Problem::Unavailable);
    request.apply(Event::Typed(Field::Name, "Z".to_owned()), NOW);
    assert!(request.key().is_none());
    let ticket = request.exchange.send();
    request.apply(Event::Answered(ticket, Ok(Answer::Challenge(challenge("2")))), NOW);
    assert_ne!(asked(&request.apply(sent(), NOW)).unwrap().2, key);
}

#[test]
fn a_wrong_answer_brings_the_challenge_along_and_keeps_the_key() {
    let mut request = challenged();
    let (ticket, _, key) = asked(&request.apply(sent(), NOW)).unwrap();
    let fault = Fault { challenge: Some(Box::new(challenge("2"))), ..Problem::CaptchaIncorrect.into() };
    assert!(asked(&fails(&mut request, ticket, fault)).is_none(), "it is there already");
    assert_eq!(request.challenge().unwrap().id, "2");
    assert_eq!(asked(&request.apply(sent(), NOW)).unwrap().2, key);
}

#[test]
fn rejected_fields_are_shown_where_they_are_entered() {
    let mut request = challenged();
    let ticket = asked(&request.apply(sent(), NOW)).unwrap().0;
    let fields = vec![(Field::Domain, FieldProblem::WrongForm), (Field::Country, FieldProblem::TooLong)];
    fails(&mut request, ticket, Problem::FieldsRejected(fields.clone()));
    assert_eq!(request.step(), Step::Company);
    assert_eq!(told(&request), Some(&Problem::FieldsRejected(fields)));
    request.apply(Event::WentOn, NOW);
    assert_eq!(request.step(), Step::Check);
}

#[test]
fn a_conflict_makes_it_another_request() {
    let mut request = challenged();
    let ticket = asked(&request.apply(sent(), NOW)).unwrap().0;
    assert!(keeps(&fails(&mut request, ticket, Problem::IdempotencyConflict)));
    assert!(request.key().is_none());
}

#[test]
fn too_many_requests_hold_everything_back() {
    let mut request = challenged();
    let ticket = asked(&request.apply(sent(), NOW)).unwrap().0;
    let fault = Fault { retry_after: Some(Seconds::clamped(60)), ..Problem::TooManyRequests.into() };
    assert!(asked(&fails(&mut request, ticket, fault)).is_none());
    assert!(asked(&request.apply(Event::NewChallengeAsked, NOW)).is_none());
    let later = NOW.after(Seconds::clamped(60));
    assert_eq!(asked(&request.apply(Event::NewChallengeAsked, later)).unwrap().1, "challenge");
}

#[test]
fn an_answer_after_going_back_is_dropped() {
    let mut request = challenged();
    let ticket = asked(&request.apply(sent(), NOW)).unwrap().0;
    request.apply(Event::WentBack, NOW);
    request.apply(Event::Answered(ticket, Ok(receipt())), NOW);
    assert_eq!(request.step(), Step::Company);
    assert!(request.key().is_some(), "sent again, it is the same request and gives the same receipt");
}

proptest! {
    /// Whatever happens in whatever order, nothing that was typed gets lost, and a receipt is there only where it is shown.
    #[test]
    fn nothing_is_lost(happenings in proptest::collection::vec(0u8..9, 0..40)) {
        let mut request = ServiceRequest::default();
        let mut last = None;
        for (number, happening) in happenings.into_iter().enumerate() {
            let typed = number.to_string();
            let commands = match happening {
                0 => request.apply(Event::Typed(Field::Name, typed.clone()), NOW),
                1 => request.apply(Event::ReasonChosen(Reason::AdminHasLeft), NOW),
                2 => { fill(&mut request, Part::Contact); request.apply(Event::WentOn, NOW) }
                3 => { fill(&mut request, Part::Company); request.apply(Event::WentOn, NOW) }
                4 => request.apply(Event::WentBack, NOW),
                5 => request.apply(sent(), NOW),
                6 => last.map(|ticket| request.apply(Event::Answered(ticket, Err(Problem::Unreachable.into())), NOW)).unwrap_or_default(),
                7 => last.map(|ticket| request.apply(Event::Answered(ticket, Ok(Answer::Challenge(challenge("1")))), NOW)).unwrap_or_default(),
                _ => request.apply(Event::ChangeAsked(Part::Company), NOW),
            };
            if happening == 0 {
                prop_assert_eq!(request.draft().typed(Field::Name), typed.as_str());
            }
            last = asked(&commands).map(|(ticket, ..)| ticket).or(last);
            prop_assert_eq!(request.receipt().is_some(), request.step() == Step::Sent);
        }
    }
}
