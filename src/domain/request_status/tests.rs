#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::moment::Seconds;

const NOW: Moment = Moment::from_milliseconds(1_000);

fn report(status: Status, question: Option<&str>) -> Report {
    let question = question.map(|id| Question { id: id.to_owned(), text: "Why?".to_owned() });
    Report { number: "SR-1".to_owned(), status, history: vec![], question, user_id: None }
}

fn looked_up() -> (RequestStatus, Ticket) {
    let mut status = RequestStatus::default();
    let commands = status.apply(Event::LookedUp(Access::read(" ＳＲ−1 ", "k7qm-4rxt 9wpa")), NOW);
    let [Command(ticket, Request::LookUp(access))] = commands.as_slice() else { panic!("it is asked for") };
    assert_eq!((access.number.as_str(), access.code.expose()), ("SR-1", "k7qm4rxt9wpa"));
    (status, *ticket)
}

fn shown(shown: Report) -> RequestStatus {
    let (mut status, ticket) = looked_up();
    status.apply(Event::Answered(ticket, Ok(shown)), NOW);
    assert_eq!(status.step(), Step::Report);
    status
}

fn reply(status: &mut RequestStatus, text: &str) -> Option<(Ticket, String, String)> {
    status.apply(Event::Typed(text.to_owned()), NOW);
    match status.apply(Event::Replied, NOW).pop() {
        Some(Command(ticket, Request::Reply(_, id, text))) => Some((ticket, id, text)),
        _ => None,
    }
}

#[test]
fn a_request_that_is_not_found_keeps_the_number_only() {
    let (mut status, ticket) = looked_up();
    status.apply(Event::Answered(ticket, Err(Problem::ServiceRequestNotFound.into())), NOW);
    assert_eq!((status.step(), status.number()), (Step::LookUp, "SR-1"));
    assert!(status.access.is_none());
    assert_eq!(status.exchange().trouble().unwrap().problem, Problem::ServiceRequestNotFound);
}

#[test]
fn a_question_is_answered_once() {
    let mut status = shown(report(Status::InformationNeeded, Some("q1")));
    assert!(reply(&mut status, " \u{3000}").is_none());
    assert_eq!(status.reply_problem(), Some(ReplyProblem::Missing));
    assert!(reply(&mut status, &"x".repeat(2001)).is_none());
    assert_eq!(status.reply_problem(), Some(ReplyProblem::TooLong));
    let (ticket, id, text) = reply(&mut status, " Because. ").unwrap();
    assert_eq!((id.as_str(), text.as_str()), ("q1", "Because."));
    assert!(status.apply(Event::Replied, NOW).is_empty(), "a second click");
    status.apply(Event::Answered(ticket, Ok(report(Status::InReview, None))), NOW);
    assert_eq!((status.notice(), status.reply()), (Some(Notice::Replied), ""));
    assert!(reply(&mut status, "more").is_none(), "there is no question any more");
}

#[test]
fn a_reply_that_got_lost_is_still_there() {
    let mut status = shown(report(Status::InformationNeeded, Some("q1")));
    let (ticket, ..) = reply(&mut status, "Because.").unwrap();
    status.apply(Event::Answered(ticket, Err(Problem::Unreachable.into())), NOW);
    assert_eq!((status.step(), status.reply()), (Step::Report, "Because."));
    assert!(status.apply(Event::Replied, NOW).len() == 1, "it can be sent again");
}

#[test]
fn what_is_typed_survives_a_look_for_news_but_not_another_question() {
    let mut status = shown(report(Status::InformationNeeded, Some("q1")));
    status.apply(Event::Typed("half an ans".to_owned()), NOW);
    let [Command(ticket, _)] = status.apply(Event::RefreshAsked, NOW)[..] else { panic!() };
    status.apply(Event::Answered(ticket, Ok(report(Status::InformationNeeded, Some("q1")))), NOW);
    assert_eq!((status.notice(), status.reply()), (Some(Notice::Refreshed), "half an ans"));
    let [Command(ticket, _)] = status.apply(Event::RefreshAsked, NOW)[..] else { panic!() };
    status.apply(Event::Answered(ticket, Ok(report(Status::InformationNeeded, Some("q2")))), NOW);
    assert_eq!(status.reply(), "");
}

#[test]
fn leaving_forgets_the_access_and_what_it_opened() {
    for event in [Event::WentBack, Event::Left] {
        let mut status = shown(report(Status::Approved, None));
        status.apply(event, NOW);
        assert!(status.access.is_none() && status.report().is_none());
        assert_eq!(status.number(), "SR-1");
        assert!(status.apply(Event::RefreshAsked, NOW).is_empty());
    }
}

#[test]
fn an_answer_that_comes_after_leaving_is_dropped() {
    let (mut status, ticket) = looked_up();
    status.apply(Event::Left, NOW);
    status.apply(Event::Answered(ticket, Ok(report(Status::Approved, None))), NOW);
    assert_eq!(status.step(), Step::LookUp);
}

#[test]
fn too_many_tries_hold_the_next_one_back() {
    let (mut status, ticket) = looked_up();
    let fault = Fault { retry_after: Some(Seconds::clamped(60)), ..Problem::TooManyRequests.into() };
    status.apply(Event::Answered(ticket, Err(fault)), NOW);
    status.apply(Event::Left, NOW);
    assert!(status.apply(Event::LookedUp(Access::read("SR-1", "x")), NOW).is_empty(), "leaving does not help");
}
