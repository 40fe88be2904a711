//! The way forward: whatever the API asks for next.

use super::super::samples::*;
use super::super::walk::*;
use super::super::*;
use crate::domain::account::AccountType;
use crate::domain::code::Channel;
use crate::domain::link::Link;
use crate::domain::password::Rejection;
use crate::domain::problem::Problem;

const NOTHING: [&str; 0] = [];
const SEND_IDENTITY: &str = "send identity user@contoso.example";

#[test]
fn a_recovery_goes_from_the_situation_to_the_new_password() {
    let mut walk = Walk::at_situation();
    assert_eq!(walk.does(forgot_password()), ["begin"]);
    assert_eq!(walk.answers(two_types()), NOTHING);
    assert_eq!(walk.screen(), Screen::AccountType);
    assert_eq!(walk.does(Event::AccountTypeChosen(AccountType::WorkOrSchool)), NOTHING);
    assert_eq!(walk.screen(), Screen::Identify);
    assert_eq!(walk.does(identified()), [SEND_IDENTITY]);
    assert_eq!(walk.answers(two_methods()), NOTHING);
    assert_eq!(walk.screen(), Screen::ChooseMethod);
    assert_eq!(walk.does(method_chosen()), ["send method mail"]);
    assert_eq!(walk.answers(enter_code(Channel::Email)), NOTHING);
    assert_eq!(walk.screen(), Screen::EnterCode);
    assert_eq!(walk.does(Event::CodeEntered(secret())), ["send code"]);
    assert_eq!(walk.answers(set_password(&[])), NOTHING);
    assert_eq!(walk.screen(), Screen::SetPassword);
    assert_eq!(walk.does(Event::PasswordChosen(secret())), ["send password"]);
    assert_eq!(walk.answers(DONE), NOTHING);
    assert_eq!(walk.journey.step(), &Step::Done { notice_sent: true });
}

#[test]
fn what_leaves_no_choice_is_not_asked() {
    let mut walk = Walk::begun();
    walk.answers(one_type());
    assert_eq!(walk.screen(), Screen::Identify, "one type of account");
    walk.does(identified());
    assert_eq!(walk.answers(one_method()), ["send method mail"], "one method");
    walk.answers(enter_code(Channel::Email));
    assert_eq!(walk.screen(), Screen::EnterCode);
}

#[test]
fn a_second_proof_is_asked_for_after_the_first() {
    for (next, words) in [(two_methods(), &NOTHING[..]), (one_method(), &["send method mail"])] {
        let mut walk = Walk::at_enter_code().having(Event::CodeEntered(secret()));
        assert_eq!(walk.answers(next), words);
        if words.is_empty() {
            assert_eq!(walk.does(method_chosen()), ["send method mail"]);
        }
        walk.answers(enter_code(Channel::Sms));
        assert!(matches!(walk.journey.step(), Step::EnterCode(sent) if sent.channel == Channel::Sms));
        walk.does(Event::CodeEntered(secret()));
        walk.answers(set_password(&[]));
        assert_eq!(walk.screen(), Screen::SetPassword);
    }
}

#[test]
fn any_step_is_accepted_after_anything_that_was_sent() {
    for (sent, walk) in Walk::every_awaited() {
        for (asked, next, screen) in every_next() {
            let is_type_open = walk.journey.account_type().is_none() && next == two_types();
            let screen = if is_type_open { Screen::AccountType } else { screen };
            assert_eq!(walk.clone().answered(next).screen(), screen, "the API asks for {asked} after {sent}");
        }
    }
}

#[test]
fn only_recovery_itself_begins_one() {
    for situation in Situation::ALL {
        let mut walk = Walk::at_situation();
        let begins = situation == Situation::ForgotPassword;
        assert_eq!(walk.does(Event::SituationChosen(situation)), if begins { vec!["begin"] } else { vec![] });
        assert_eq!(walk.screen(), if begins { Screen::Situation } else { Screen::Advice(situation) });
    }
}

#[test]
fn a_personal_account_is_recovered_elsewhere() {
    let chosen = Walk::at_account_type().having(Event::AccountTypeChosen(AccountType::Personal));
    let only_type = Walk::begun().answered(identify(&[AccountType::Personal]));
    let said_by_the_api = Walk::at_identify().having(identified()).answered(leave(LeaveReason::PersonalAccount));
    for walk in [chosen, only_type, said_by_the_api] {
        assert_eq!(walk.journey.step(), &Step::Stopped(Stop::PersonalAccount));
    }
    assert_eq!(Walk::at_account_type().does(Event::AccountTypeChosen(AccountType::Personal)), ["cancel"]);
    assert_eq!(Walk::begun().answers(identify(&[AccountType::Personal])), ["cancel"]);
}

#[test]
fn another_page_is_named_with_its_address() {
    let url = Link::parse("https://portal.contoso.example/");
    assert!(url.is_some());
    let mut walk = Walk::at_identify().having(identified());
    walk.answers(Next::Leave { reason: LeaveReason::AnotherPage, url: url.clone() });
    assert_eq!(walk.journey.step(), &Step::Stopped(Stop::AnotherPage { url }));
}

#[test]
fn a_refused_password_is_asked_for_again_with_the_reasons() {
    let reasons = vec![Rejection::TooCommon, Rejection::RecentlyUsed];
    for mut walk in [
        Walk::at_set_password().having(Event::PasswordChosen(secret())),
        Walk::every_awaited().pop().expect("the poll").1,
    ] {
        walk.answers(set_password(&reasons));
        assert!(matches!(walk.journey.step(), Step::SetPassword(asked) if asked.rejected == reasons));
        let trouble = walk.journey.trouble().map(|trouble| &trouble.problem);
        assert_eq!(trouble, Some(&Problem::PasswordRejected(reasons.clone())));
        assert_eq!(walk.does(Event::PasswordChosen(secret())), ["send password"]);
        assert_eq!(walk.journey.trouble(), None, "a new try clears what went wrong before");
    }
}

#[test]
fn a_second_click_sends_nothing() {
    let clicks: [(Walk, fn() -> Event); 8] = [
        (Walk::at_situation(), forgot_password),
        (Walk::at_identify(), identified),
        (Walk::at_identify(), new_challenge_asked),
        (Walk::at_choose_method(), method_chosen),
        (Walk::at_enter_code(), || Event::CodeEntered(secret())),
        (ready_to_resend(), || Event::ResendAsked),
        (ready_to_resend(), || Event::CodeEntered(secret())),
        (Walk::at_set_password(), || Event::PasswordChosen(secret())),
    ];
    for (mut walk, click) in clicks {
        assert_eq!(walk.does(click()).len(), 1);
        assert!(walk.journey.is_waiting());
        assert_eq!(walk.does(click()), NOTHING, "{:?}", walk.screen());
    }
}

#[test]
fn another_code_can_be_asked_for_when_its_time_has_come() {
    let mut walk = Walk::at_enter_code();
    assert_eq!(walk.does(Event::ResendAsked), NOTHING);
    let mut walk = ready_to_resend();
    let Step::EnterCode(before) = walk.journey.step().clone() else { panic!("no code is asked for") };
    assert_eq!(walk.does(Event::ResendAsked), ["send resend"]);
    walk.answers(enter_code(Channel::Email));
    let Step::EnterCode(after) = walk.journey.step() else { panic!("no code is asked for") };
    assert_eq!(after.methods, before.methods, "the other methods can still be chosen");
    assert_eq!(after.methods.len(), 2);
    assert_eq!(walk.journey.notice(), Some(Notice::CodeSentAgain));
    assert_eq!(walk.does(Event::ResendAsked), NOTHING, "the time begins anew");
}

#[test]
fn a_code_that_is_sent_once_is_not_sent_again() {
    let Next::EnterCode { channel, hint, form, expires_in, .. } = enter_code(Channel::App) else { panic!() };
    let mut walk = Walk::begun().answered(Next::EnterCode { channel, hint, form, expires_in, resend_after: None });
    walk.passes(crate::domain::moment::Seconds::LONGEST);
    assert_eq!(walk.does(Event::ResendAsked), NOTHING);
    walk.does(Event::CodeEntered(secret()));
    walk.fails(Problem::CodeExpired);
    assert_eq!(walk.does(Event::ResendAsked), NOTHING, "not even when it has expired");
}

#[test]
fn another_challenge_keeps_the_user_id() {
    let mut walk = Walk::at_identify();
    assert_eq!(walk.does(Event::NewChallengeAsked("half@cont".to_owned())), ["send new challenge"]);
    let Next::Identify { account_types, .. } = one_type() else { panic!() };
    walk.answers(Next::Identify { account_types, captcha: Some(challenge("2")) });
    assert_eq!(walk.journey.user_id(), "half@cont");
    assert_eq!(walk.journey.notice(), Some(Notice::NewChallenge));
    assert!(matches!(walk.journey.step(), Step::Identify(now) if now.captcha == Captcha::Ready(challenge("2"))));
}

#[test]
fn an_api_without_a_challenge_is_asked_for_none() {
    let next = Next::Identify { account_types: vec![AccountType::WorkOrSchool], captcha: None };
    let mut walk = Walk::begun().answered(next);
    assert_eq!(walk.does(new_challenge_asked()), NOTHING);
    assert_eq!(walk.does(Event::Identified(user_id(), None)), [SEND_IDENTITY]);
}

#[test]
fn a_user_id_from_the_sign_in_page_is_kept() {
    let mut journey = Journey::default();
    journey.begin_anew(USER_ID.to_owned());
    let mut walk = Walk::of(journey);
    walk.does(forgot_password());
    walk.answers(one_type());
    assert_eq!(walk.journey.user_id(), USER_ID);
}

fn ready_to_resend() -> Walk {
    let mut walk = Walk::at_enter_code();
    walk.passes(RESEND_AFTER);
    walk
}
