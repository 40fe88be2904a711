#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::moment::Seconds;

const NOW: Moment = Moment::from_milliseconds(1_000);

fn checks(status: Status) -> Vec<Check> {
    let updated_at = Timestamp::parse("2026-11-25T03:21:11Z").unwrap();
    vec![Check { kind: Kind::EmailOwnership, status, updated_at, can_resend: status == Status::Pending }]
}

fn asked(commands: Vec<Command>) -> (Ticket, Request) {
    match <[Command; 1]>::try_from(commands) {
        Ok([Command::Ask(ticket, request)]) => (ticket, request),
        other => panic!("one request was expected, not {other:?}"),
    }
}

fn answer(page: &mut Verification, ticket: Ticket, answer: Answer) {
    assert_eq!(page.apply(Event::Answered(ticket, Ok(answer)), NOW), []);
}

fn loaded() -> Verification {
    let mut page = Verification::default();
    let (ticket, request) = asked(page.apply(Event::Opened, NOW));
    assert_eq!(request, Request::Load);
    answer(&mut page, ticket, Answer::Checks(checks(Status::Pending)));
    page
}

#[test]
fn it_is_loaded_and_loaded_again() {
    let mut page = loaded();
    assert_eq!((page.checks(), page.notice()), (Some(checks(Status::Pending).as_slice()), None));
    let (ticket, _) = asked(page.apply(Event::Reloaded, NOW));
    assert_eq!(page.apply(Event::Reloaded, NOW), [], "a second click sends nothing");
    answer(&mut page, ticket, Answer::Checks(checks(Status::Authorized)));
    assert_eq!(page.checks(), Some(checks(Status::Authorized).as_slice()));
    assert_eq!(page.notice(), Some(Notice::LoadedAgain));
}

#[test]
fn a_mail_that_was_sent_again_is_told_and_keeps_what_is_shown() {
    let mut page = loaded();
    let (ticket, request) = asked(page.apply(Event::ResendAsked, NOW));
    assert_eq!(request, Request::ResendMail);
    answer(&mut page, ticket, Answer::MailSent);
    assert_eq!((page.notice(), page.checks().is_some()), (Some(Notice::MailSentAgain), true));
}

#[test]
fn too_many_mails_block_for_as_long_as_the_api_says() {
    let mut page = loaded();
    let (ticket, _) = asked(page.apply(Event::ResendAsked, NOW));
    let fault = Fault { retry_after: Some(Seconds::clamped(20)), ..Problem::TooManyRequests.into() };
    page.apply(Event::Answered(ticket, Err(fault)), NOW);
    assert_eq!(page.exchange().blocked_for(NOW), Seconds::clamped(20));
    assert_eq!(page.apply(Event::ResendAsked, NOW), []);
    asked(page.apply(Event::ResendAsked, NOW.after(Seconds::clamped(20))));
}

#[test]
fn a_session_that_has_ended_leads_to_sign_in_and_back() {
    let mut page = loaded();
    let (ticket, _) = asked(page.apply(Event::ResendAsked, NOW));
    let ended = Event::Answered(ticket, Err(Problem::SessionRequired.into()));
    assert_eq!(page.apply(ended, NOW), [Command::SignInAgain]);
    page.apply(Event::Left, NOW);
    asked(page.apply(Event::Opened, NOW));
    assert_eq!(page.checks(), None, "somebody else may have signed in");
    assert_eq!(page.exchange().trouble(), None);
}

#[test]
fn an_answer_that_comes_after_the_page_was_left_is_dropped() {
    let mut page = Verification::default();
    let (late, _) = asked(page.apply(Event::Opened, NOW));
    page.apply(Event::Left, NOW);
    let (ticket, _) = asked(page.apply(Event::Opened, NOW));
    answer(&mut page, late, Answer::Checks(checks(Status::Rejected)));
    assert_eq!(page.checks(), None);
    answer(&mut page, ticket, Answer::Checks(checks(Status::Pending)));
    assert!(page.checks().is_some());
}

#[test]
fn a_failure_keeps_what_is_shown() {
    let mut page = loaded();
    let (ticket, _) = asked(page.apply(Event::Reloaded, NOW));
    page.apply(Event::Answered(ticket, Err(Problem::Unavailable.into())), NOW);
    assert_eq!(page.checks(), Some(checks(Status::Pending).as_slice()));
    assert_eq!(page.exchange().trouble().unwrap().problem, Problem::Unavailable);
}
