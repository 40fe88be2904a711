#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::moment::Seconds;
use crate::domain::password::Policy;
use crate::domain::secret::Secret;
use crate::domain::ticket::Ticket;
use proptest::prelude::*;

const NOW: Moment = Moment::from_milliseconds(1_000);

fn session(user_id: &str, roles: Vec<Role>) -> Session {
    Session {
        display_name: "A".to_owned(),
        user_id: user_id.to_owned(),
        roles,
        must_change_password: false,
        password_policy: Policy::default(),
    }
}

fn admin() -> Session {
    session("admin@contoso.example", vec![Role::GlobalAdmin])
}

fn user(id: &str) -> User {
    let user_id = format!("{id}@contoso.example");
    User { id: id.to_owned(), display_name: id.to_uppercase(), user_id, roles: vec![] }
}

fn page(ids: &[&str], next_cursor: Option<&str>) -> Answer {
    Answer::Users { users: ids.iter().map(|id| user(id)).collect(), next_cursor: next_cursor.map(str::to_owned) }
}

fn password() -> Answer {
    Answer::Reset(TemporaryPassword::new(Secret::new("Kx7-mv2q".to_owned()), None).unwrap())
}

/// The one request that is asked for.
fn asked(commands: Vec<Command>) -> (Ticket, Request) {
    match <[Command; 1]>::try_from(commands) {
        Ok([Command::Ask(ticket, request)]) => (ticket, request),
        other => panic!("one request was expected, not {other:?}"),
    }
}

fn does(users: &mut Users, event: Event) -> (Ticket, Request) {
    asked(users.apply(event, NOW))
}

fn answer(users: &mut Users, ticket: Ticket, answer: Answer) {
    assert_eq!(users.apply(Event::Answered(ticket, Ok(answer)), NOW), []);
}

fn fail(users: &mut Users, ticket: Ticket, problem: Problem) -> Vec<Command> {
    users.apply(Event::Answered(ticket, Err(problem.into())), NOW)
}

/// The page of an admin, with two users and more to come.
fn at_list() -> Users {
    let mut users = Users::default();
    let (ticket, _) = does(&mut users, Event::Opened(admin()));
    answer(&mut users, ticket, page(&["a", "b"], Some("c1")));
    users
}

fn at_confirm() -> Users {
    let mut users = at_list();
    assert_eq!(users.apply(Event::Chosen("b".to_owned()), NOW), []);
    users
}

fn resetting() -> (Users, Ticket) {
    let mut users = at_confirm();
    let (ticket, request) = does(&mut users, Event::ResetAsked);
    assert_eq!(request, Request::Reset("b".to_owned()));
    (users, ticket)
}

fn at_hand_over() -> Users {
    let (mut users, ticket) = resetting();
    answer(&mut users, ticket, password());
    users
}

fn ids(users: &Users) -> Vec<&str> {
    users.found().map(|found| found.users.iter().map(|user| user.id.as_str()).collect()).unwrap_or_default()
}

fn problem(users: &Users) -> Option<&Problem> {
    users.exchange().trouble().map(|trouble| &trouble.problem)
}

#[test]
fn an_admin_sees_the_users_at_once() {
    let mut users = Users::default();
    let (ticket, request) = does(&mut users, Event::Opened(admin()));
    assert_eq!(request, Request::Search { query: String::new(), cursor: None });
    answer(&mut users, ticket, page(&["a", "b"], None));
    assert_eq!((ids(&users), users.found().unwrap().has_more()), (vec!["a", "b"], false));
    assert_eq!(users.apply(Event::Opened(admin()), NOW), [], "what is there is not asked for again");
}

#[test]
fn anybody_else_is_told_whom_to_ask_and_the_api_is_not() {
    for roles in [vec![], vec![Role::Other("pilot".to_owned())]] {
        let mut users = Users::default();
        assert_eq!(users.apply(Event::Opened(session("user@contoso.example", roles)), NOW), []);
        assert_eq!(users.step().screen(), Screen::AdminsOnly);
        assert_eq!(users.apply(Event::Searched("a".to_owned()), NOW), []);
    }
}

#[test]
fn more_of_the_same_search_is_added() {
    let mut users = at_list();
    users.apply(Event::QueryTyped("another".to_owned()), NOW);
    let (ticket, request) = does(&mut users, Event::MoreAsked);
    assert_eq!(request, Request::Search { query: String::new(), cursor: Some("c1".to_owned()) });
    answer(&mut users, ticket, page(&["c"], None));
    assert_eq!((ids(&users), users.query()), (vec!["a", "b", "c"], "another"));
    assert_eq!(users.found().unwrap().added_at, Some(2), "the reading goes on there");
    assert_eq!(users.apply(Event::MoreAsked, NOW), [], "there is no more");
}

#[test]
fn a_search_that_fails_keeps_what_was_typed_and_found() {
    let mut users = at_list();
    let (ticket, request) = does(&mut users, Event::Searched("zoe".to_owned()));
    assert_eq!(request, Request::Search { query: "zoe".to_owned(), cursor: None });
    assert_eq!(fail(&mut users, ticket, Problem::TimedOut), []);
    assert_eq!((ids(&users), users.query(), problem(&users)), (vec!["a", "b"], "zoe", Some(&Problem::TimedOut)));
}

#[test]
fn a_password_is_handed_out_after_a_confirmation() {
    let mut users = at_confirm();
    assert!(matches!(users.step(), Step::Confirm { user, in_doubt: false } if user.id == "b"));
    let (ticket, _) = does(&mut users, Event::ResetAsked);
    assert_eq!(users.apply(Event::ResetAsked, NOW), [], "a second click sends nothing");
    answer(&mut users, ticket, password());
    match users.step() {
        Step::HandOver(user, given) => assert_eq!((user.id.as_str(), given.password.expose()), ("b", "Kx7-mv2q")),
        _ => panic!("the password is not shown"),
    }
    assert_eq!(users.apply(Event::HandedOver, NOW), []);
    assert_eq!((users.step().screen(), users.notice()), (Screen::List, Some(Notice::HandedOver)));
    assert_eq!(ids(&users), ["a", "b"]);
}

#[test]
fn a_user_that_is_not_in_the_list_cannot_be_chosen() {
    let mut users = at_list();
    users.apply(Event::Chosen("z".to_owned()), NOW);
    assert_eq!(users.step().screen(), Screen::List);
}

#[test]
fn going_back_is_one_step() {
    let mut users = at_confirm();
    users.apply(Event::WentBack, NOW);
    assert_eq!((users.step().screen(), users.notice(), ids(&users)), (Screen::List, None, vec!["a", "b"]));
    users.apply(Event::WentBack, NOW);
    assert_eq!(users.step().screen(), Screen::List);
}

#[test]
fn a_password_is_gone_once_the_page_is_left() {
    for leave in [|| Event::WentBack, || Event::Left] {
        let mut users = at_hand_over();
        users.apply(leave(), NOW);
        assert_eq!((users.step().screen(), users.notice()), (Screen::List, Some(Notice::PasswordGone)));
        assert_eq!(ids(&users), ["a", "b"]);
    }
}

#[test]
fn a_password_that_comes_after_the_page_was_left_is_dropped_and_that_is_said() {
    for leave in [|| Event::WentBack, || Event::Left] {
        let (mut users, ticket) = resetting();
        users.apply(leave(), NOW);
        answer(&mut users, ticket, password());
        assert_eq!((users.step().screen(), users.notice()), (Screen::List, Some(Notice::OutcomeUnknown)));
    }
}

#[test]
fn a_choice_outlives_a_look_at_another_page() {
    let mut users = at_confirm();
    users.apply(Event::Left, NOW);
    assert_eq!(users.apply(Event::Opened(admin()), NOW), []);
    assert!(matches!(users.step(), Step::Confirm { user, .. } if user.id == "b"));
}

#[test]
fn a_lost_answer_leaves_it_open_whether_the_password_was_reset() {
    for open in [Problem::Unreachable, Problem::TimedOut, Problem::Unreadable] {
        let (mut users, ticket) = resetting();
        assert_eq!(fail(&mut users, ticket, open.clone()), []);
        assert!(users.is_in_doubt(), "{open:?}");
        assert_eq!(problem(&users), Some(&open));
        // Nothing that comes later makes it certain, but a password does.
        let (ticket, _) = does(&mut users, Event::ResetAsked);
        fail(&mut users, ticket, Problem::Offline);
        assert!(users.is_in_doubt());
        let mut left = users;
        left.apply(Event::WentBack, NOW);
        assert_eq!(left.notice(), Some(Notice::OutcomeUnknown));
    }
    for certain in [Problem::Offline, Problem::Unavailable, Problem::UserNotFound, Problem::ResetNotAllowed] {
        let (mut users, ticket) = resetting();
        assert_eq!(fail(&mut users, ticket, certain.clone()), []);
        assert!(!users.is_in_doubt(), "{certain:?}");
        assert_eq!((users.step().screen(), problem(&users)), (Screen::ConfirmReset, Some(&certain)));
    }
}

#[test]
fn a_session_that_has_ended_loses_nothing() {
    let mut users = at_list();
    let (ticket, _) = does(&mut users, Event::Searched("zoe".to_owned()));
    assert_eq!(fail(&mut users, ticket, Problem::SessionRequired), [Command::SignInAgain]);
    users.apply(Event::Left, NOW);
    assert_eq!(users.apply(Event::Opened(admin()), NOW), []);
    assert_eq!((ids(&users), users.query(), problem(&users)), (vec!["a", "b"], "zoe", None));

    let (mut users, ticket) = resetting();
    assert_eq!(fail(&mut users, ticket, Problem::SessionRequired), [Command::SignInAgain]);
    users.apply(Event::Left, NOW);
    assert_eq!(users.apply(Event::Opened(admin()), NOW), []);
    assert!(matches!(users.step(), Step::Confirm { user, in_doubt: false } if user.id == "b"));
    does(&mut users, Event::ResetAsked);
}

#[test]
fn another_person_begins_with_an_empty_page() {
    let mut users = at_confirm();
    users.apply(Event::QueryTyped("zoe".to_owned()), NOW);
    let (_, request) = does(&mut users, Event::Opened(session("other@contoso.example", vec![Role::GlobalAdmin])));
    assert_eq!(request, Request::Search { query: String::new(), cursor: None });
    assert_eq!((users.step().screen(), users.found(), users.query()), (Screen::List, None, ""));
}

#[test]
fn who_is_an_admin_is_the_apis_to_say() {
    let mut users = at_list();
    let (ticket, _) = does(&mut users, Event::MoreAsked);
    assert_eq!(fail(&mut users, ticket, Problem::AdminRequired), []);
    assert_eq!((users.step().screen(), users.found()), (Screen::AdminsOnly, None));
    // Whoever has got the role meanwhile goes on.
    does(&mut users, Event::Opened(admin()));
    assert_eq!(users.step().screen(), Screen::List);
}

#[test]
fn a_late_answer_is_dropped_also_by_another_persons_page() {
    let mut users = Users::default();
    let (late, _) = does(&mut users, Event::Opened(admin()));
    let (ticket, _) = does(&mut users, Event::Opened(session("other@contoso.example", vec![Role::GlobalAdmin])));
    answer(&mut users, late, page(&["a"], None));
    assert_eq!(users.found(), None);
    answer(&mut users, ticket, page(&["b"], None));
    assert_eq!(ids(&users), ["b"]);
}

#[test]
fn too_many_requests_block_for_as_long_as_the_api_says() {
    let (mut users, ticket) = resetting();
    let fault = Fault { retry_after: Some(Seconds::clamped(20)), ..Problem::TooManyRequests.into() };
    users.apply(Event::Answered(ticket, Err(fault)), NOW);
    assert_eq!(users.apply(Event::ResetAsked, NOW), []);
    assert_eq!(problem(&users), Some(&Problem::TooManyRequests));
    asked(users.apply(Event::ResetAsked, NOW.after(Seconds::clamped(20))));
}

/// Everything that can happen, answers that fit and answers that do not.
fn any_event() -> impl Strategy<Value = u8> {
    0u8..16
}

fn event(number: u8, ticket: Ticket) -> Event {
    match number {
        0 => Event::Opened(admin()),
        1 => Event::QueryTyped("q".to_owned()),
        2 => Event::Searched("s".to_owned()),
        3 => Event::MoreAsked,
        4 | 5 => Event::Chosen("b".to_owned()),
        6 | 7 => Event::ResetAsked,
        8 => Event::HandedOver,
        9 => Event::WentBack,
        10 => Event::Left,
        11 => Event::Answered(ticket, Ok(page(&["a", "b"], Some("c1")))),
        12 | 13 => Event::Answered(ticket, Ok(password())),
        14 => Event::Answered(ticket, Err(Problem::TimedOut.into())),
        _ => Event::Answered(ticket, Err(Problem::SessionRequired.into())),
    }
}

proptest! {
    #[test]
    fn a_password_is_shown_only_after_a_reset_and_never_after_leaving(events in proptest::collection::vec(any_event(), 0..40)) {
        let mut users = at_list();
        let (mut ticket, mut request) = (Ticket::default(), None);
        for number in events {
            let was_waiting = users.exchange().is_waiting();
            for command in users.apply(event(number, ticket), NOW) {
                if let Command::Ask(next, asked) = command {
                    (ticket, request) = (next, Some(asked));
                }
            }
            let is_shown = users.step().screen() == Screen::TemporaryPassword;
            if (12..=13).contains(&number) && was_waiting && is_shown {
                prop_assert_eq!(&request, &Some(Request::Reset("b".to_owned())));
            }
            prop_assert!(!(is_shown && [9, 10].contains(&number)));
            prop_assert!(!(is_shown && users.exchange().is_waiting()));
        }
    }
}
