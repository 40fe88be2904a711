#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::domain::moment::Seconds;
use crate::domain::password::Policy;

const NOW: Moment = Moment::from_milliseconds(1_000);

fn session(must_change_password: bool) -> Session {
    Session {
        display_name: "A".to_owned(),
        user_id: "user@contoso.example".to_owned(),
        roles: vec![],
        must_change_password,
        password_policy: Policy::default(),
    }
}

fn at_password() -> SignIn {
    enter_user_id(SignIn::default())
}

fn enter_user_id(mut sign_in: SignIn) -> SignIn {
    assert!(sign_in.apply(Event::UserIdEntered(UserId::parse("user@contoso.example").unwrap()), NOW).is_empty());
    sign_in
}

fn send_password(sign_in: &mut SignIn) -> Ticket {
    match sign_in.apply(Event::PasswordEntered(Secret::new("x".to_owned())), NOW).as_slice() {
        [Command::SignIn(ticket, ..)] => *ticket,
        _ => panic!("one request was expected"),
    }
}

fn shown(commands: &[Command]) -> Option<Page> {
    commands.iter().find_map(|command| if let Command::Show(page) = command { Some(*page) } else { None })
}

#[test]
fn the_right_password_leads_to_the_account() {
    let mut sign_in = at_password();
    let ticket = send_password(&mut sign_in);
    let commands = sign_in.apply(Event::Answered(ticket, Ok(Answer::Session(session(false)))), NOW);
    assert_eq!(shown(&commands), Some(Page::Account));
    assert!(sign_in.session().is_some());
}

#[test]
fn a_temporary_password_leads_to_a_change() {
    let mut sign_in = at_password();
    let ticket = send_password(&mut sign_in);
    let commands = sign_in.apply(Event::Answered(ticket, Ok(Answer::Session(session(true)))), NOW);
    assert_eq!(shown(&commands), Some(Page::ChangePassword));

    let change = Event::PasswordChangeAsked { current: Secret::new("a".into()), new: Secret::new("b".into()) };
    let commands = sign_in.apply(change, NOW);
    let [Command::ChangePassword(ticket, ..)] = commands.as_slice() else { panic!() };
    let commands = sign_in.apply(Event::Answered(*ticket, Ok(Answer::PasswordChanged)), NOW);
    assert_eq!(shown(&commands), Some(Page::Account));
    assert_eq!(sign_in.notice(), Some(Notice::PasswordChanged));
    assert!(!sign_in.session().unwrap().must_change_password);
}

#[test]
fn a_refusal_keeps_the_user_id_and_stays() {
    let mut sign_in = at_password();
    let ticket = send_password(&mut sign_in);
    assert!(sign_in.apply(Event::Answered(ticket, Err(Problem::SignInFailed.into())), NOW).is_empty());
    assert!(matches!(sign_in.step(), Step::Password(id) if id.as_str() == "user@contoso.example"));
    assert_eq!(sign_in.exchange().trouble().unwrap().problem, Problem::SignInFailed);
}

#[test]
fn a_second_click_sends_nothing() {
    let mut sign_in = at_password();
    send_password(&mut sign_in);
    assert!(sign_in.apply(Event::PasswordEntered(Secret::new("x".to_owned())), NOW).is_empty());
}

#[test]
fn an_answer_to_a_request_that_was_left_is_dropped() {
    let mut sign_in = at_password();
    let ticket = send_password(&mut sign_in);
    sign_in.apply(Event::WentBack, NOW);
    assert!(sign_in.apply(Event::Answered(ticket, Ok(Answer::Session(session(false)))), NOW).is_empty());
    assert_eq!(*sign_in.step(), Step::UserId);
}

#[test]
fn too_many_requests_block_for_as_long_as_the_api_says() {
    let mut sign_in = at_password();
    let ticket = send_password(&mut sign_in);
    let fault = Fault { retry_after: Some(Seconds::clamped(20)), ..Problem::TooManyRequests.into() };
    sign_in.apply(Event::Answered(ticket, Err(fault)), NOW);
    assert_eq!(sign_in.exchange().blocked_for(NOW).get(), 20);
    assert!(sign_in.apply(Event::PasswordEntered(Secret::new("x".to_owned())), NOW).is_empty());
    let later = NOW.after(Seconds::clamped(20));
    assert_eq!(sign_in.apply(Event::PasswordEntered(Secret::new("x".to_owned())), later).len(), 1);
}

#[test]
fn a_session_that_has_ended_leads_to_sign_in_with_the_user_id_kept() {
    let mut sign_in = SignIn::default();
    let commands = sign_in.apply(Event::AccountOpened(Page::Account), NOW);
    let [Command::LoadSession(ticket)] = commands.as_slice() else { panic!() };
    let commands = sign_in.apply(Event::Answered(*ticket, Err(Problem::SessionRequired.into())), NOW);
    assert_eq!(shown(&commands), Some(Page::SignIn));
    assert_eq!(*sign_in.step(), Step::UserId);
    assert_eq!(sign_in.exchange().trouble().unwrap().problem, Problem::SessionRequired);
}

#[test]
fn a_user_id_that_is_being_typed_is_kept_and_one_that_was_entered_is_not_replaced() {
    let typed = |text: &str| Event::UserIdTyped(text.to_owned());
    let mut sign_in = SignIn::default();
    assert!(sign_in.apply(typed("half@cont"), NOW).is_empty());
    assert_eq!((sign_in.step(), sign_in.user_id()), (&Step::UserId, "half@cont"));

    let mut at_password = at_password();
    let before = at_password.clone();
    assert!(at_password.apply(typed("other@contoso.example"), NOW).is_empty());
    assert_eq!(at_password, before);
}

fn portal() -> Option<Link> {
    Link::parse("https://portal.contoso.example/")
}

/// Where a sign-in with the right password leads, and the sign-in.
fn signs_in(sign_in: SignIn, must_change_password: bool) -> (SignIn, Vec<Command>) {
    let mut sign_in = enter_user_id(sign_in);
    let ticket = send_password(&mut sign_in);
    let answer = Ok(Answer::Session(session(must_change_password)));
    let commands = sign_in.apply(Event::Answered(ticket, answer), NOW);
    (sign_in, commands)
}

/// What the API's answer to the one request in `commands` leads to.
fn answered(sign_in: &mut SignIn, commands: &[Command], answer: Result<Answer, Fault>) -> Vec<Command> {
    let [
        Command::LoadSession(ticket)
        | Command::ChangePassword(ticket, ..)
        | Command::SignOut(ticket)
        | Command::SignIn(ticket, ..),
    ] = commands
    else {
        panic!("one request was expected")
    };
    sign_in.apply(Event::Answered(*ticket, answer), NOW)
}

fn change() -> Event {
    Event::PasswordChangeAsked { current: Secret::new("a".into()), new: Secret::new("b".into()) }
}

#[test]
fn signing_in_leads_where_the_operator_says() {
    let (_, commands) = signs_in(SignIn::leading_to(portal()), false);
    assert!(matches!(commands.as_slice(), [Command::Leave(address)] if Some(address) == portal().as_ref()));
}

#[test]
fn a_forced_change_comes_first_and_then_the_operators_address() {
    let (mut sign_in, commands) = signs_in(SignIn::leading_to(portal()), true);
    assert_eq!(shown(&commands), Some(Page::ChangePassword));
    let commands = sign_in.apply(change(), NOW);
    let commands = answered(&mut sign_in, &commands, Ok(Answer::PasswordChanged));
    assert!(matches!(commands.as_slice(), [Command::Leave(address)] if Some(address) == portal().as_ref()));
    // A change that nobody forced leads back to the account.
    let commands = sign_in.apply(change(), NOW);
    let commands = answered(&mut sign_in, &commands, Ok(Answer::PasswordChanged));
    assert_eq!(shown(&commands), Some(Page::Account));
}

#[test]
fn whoever_is_signed_in_and_enters_the_password_again_is_led_on_again() {
    let again = || Event::PasswordEntered(Secret::new("x".to_owned()));
    let (mut sign_in, _) = signs_in(SignIn::leading_to(portal()), false);
    let commands = sign_in.apply(again(), NOW);
    assert!(matches!(commands.as_slice(), [Command::Leave(address)] if Some(address) == portal().as_ref()));

    let (mut sign_in, _) = signs_in(SignIn::default(), false);
    assert_eq!(shown(&sign_in.apply(again(), NOW)), Some(Page::Account));

    // A password that has to be changed is changed first, however often another one is entered.
    let (mut sign_in, _) = signs_in(SignIn::leading_to(portal()), true);
    assert_eq!(shown(&sign_in.apply(again(), NOW)), Some(Page::ChangePassword));
}

#[test]
fn a_page_that_was_asked_for_comes_after_signing_in_and_once() {
    for page in [Page::Account, Page::ChangePassword, Page::Users, Page::Verification] {
        let mut sign_in = SignIn::leading_to(portal());
        let commands = sign_in.apply(Event::AccountOpened(page), NOW);
        let commands = answered(&mut sign_in, &commands, Err(Problem::SessionRequired.into()));
        assert_eq!(shown(&commands), Some(Page::SignIn));
        let (mut sign_in, commands) = signs_in(sign_in, false);
        assert_eq!(shown(&commands), Some(page));

        let commands = sign_in.apply(Event::SignedOut, NOW);
        answered(&mut sign_in, &commands, Ok(Answer::SignedOut));
        let (_, commands) = signs_in(sign_in, false);
        assert!(matches!(commands.as_slice(), [Command::Leave(_)]));
    }
}

#[test]
fn somebody_who_is_signed_in_already_stays_on_the_page() {
    let mut sign_in = SignIn::leading_to(portal());
    let commands = sign_in.apply(Event::AccountOpened(Page::Users), NOW);
    let commands = answered(&mut sign_in, &commands, Ok(Answer::Session(session(false))));
    assert!(matches!(commands.as_slice(), [Command::Begin]));
}

#[test]
fn a_page_that_was_interrupted_comes_back_after_signing_in() {
    for page in [Page::Users, Page::Verification] {
        let (mut sign_in, _) = signs_in(SignIn::leading_to(portal()), false);
        let commands = sign_in.apply(Event::SessionEnded(page), NOW);
        assert_eq!(shown(&commands), Some(Page::SignIn));
        assert_eq!((sign_in.user_id(), sign_in.step()), ("user@contoso.example", &Step::UserId));
        assert_eq!(sign_in.exchange().trouble().unwrap().problem, Problem::SessionRequired);
        let (_, commands) = signs_in(sign_in, false);
        assert_eq!(shown(&commands), Some(page));
    }
}

#[test]
fn a_change_that_was_interrupted_comes_back_after_signing_in() {
    let (mut sign_in, _) = signs_in(SignIn::default(), false);
    let commands = sign_in.apply(change(), NOW);
    let commands = answered(&mut sign_in, &commands, Err(Problem::SessionRequired.into()));
    assert_eq!(shown(&commands), Some(Page::SignIn));
    let (_, commands) = signs_in(sign_in, false);
    assert_eq!(shown(&commands), Some(Page::ChangePassword));
}

#[test]
fn a_forced_change_comes_before_a_page_that_was_asked_for() {
    for (page, then) in [(Page::Users, Page::Users), (Page::ChangePassword, Page::Account)] {
        let mut sign_in = SignIn::default();
        let commands = sign_in.apply(Event::AccountOpened(page), NOW);
        let commands = answered(&mut sign_in, &commands, Ok(Answer::Session(session(true))));
        assert_eq!(shown(&commands), Some(Page::ChangePassword));
        // The session ends in the middle of it.
        let commands = sign_in.apply(change(), NOW);
        answered(&mut sign_in, &commands, Err(Problem::SessionRequired.into()));
        let (mut sign_in, commands) = signs_in(sign_in, true);
        assert_eq!(shown(&commands), Some(Page::ChangePassword));
        let commands = sign_in.apply(change(), NOW);
        let commands = answered(&mut sign_in, &commands, Ok(Answer::PasswordChanged));
        assert_eq!(shown(&commands), Some(then));
    }
}

#[test]
fn signing_out_after_the_session_has_ended_leads_to_the_account_next_time() {
    let (mut sign_in, _) = signs_in(SignIn::default(), false);
    let commands = sign_in.apply(Event::SignedOut, NOW);
    answered(&mut sign_in, &commands, Err(Problem::SessionRequired.into()));
    let (_, commands) = signs_in(sign_in, false);
    assert_eq!(shown(&commands), Some(Page::Account));
}
