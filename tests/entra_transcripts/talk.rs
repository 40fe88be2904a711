//! A talk: what a person does, and what the driver makes of it.

use crate::entra_stand_in::accounts::CLIENT_ID;
use crate::transports::BASE_URL;
use partner_recovery::api::drivers::DriverKind;
use partner_recovery::api::http::Transport;
use partner_recovery::api::{SessionRequest, SharedApi};
use partner_recovery::domain::account::{AccountType, UserId};
use partner_recovery::domain::recovery::Input;
use partner_recovery::domain::secret::Secret;
use partner_recovery::domain::sign_in::Answer;
use std::cell::RefCell;
use std::rc::Rc;

/// What was said, line by line; the transports add to it.
pub type Lines = Rc<RefCell<Vec<String>>>;

pub struct Talk;

impl Talk {
    /// Does everything that `recorded` says a person does, and returns it with all that is said now.
    pub async fn hold(recorded: &str, transport: Rc<dyn Transport>, lines: Lines, pass: impl Fn(u32)) -> String {
        let connected = DriverKind::Entra.connect(BASE_URL.to_owned(), Some(CLIENT_ID.to_owned()), transport).await;
        let Ok(api) = connected else { panic!("its code is in this program") };
        for line in recorded.lines() {
            if let Some(deed) = line.strip_prefix("does ") {
                lines.borrow_mut().push(line.to_owned());
                if let Some(gets) = does(&api, deed, &pass).await {
                    lines.borrow_mut().push(format!("gets {gets}"));
                }
            } else if line.is_empty() || line.starts_with('#') {
                lines.borrow_mut().push(line.to_owned());
            }
        }
        lines.borrow().join("\n") + "\n"
    }
}

async fn does(api: &SharedApi, deed: &str, pass: &impl Fn(u32)) -> Option<String> {
    let (verb, what) = deed.split_once(' ').unwrap_or((deed, ""));
    let secret = || Secret::new(what.to_owned());
    let input = match verb {
        "begin" => return Some(said(api.begin().await)),
        "wait" => {
            pass(what.parse().expect("it is a number of seconds"));
            return None;
        }
        "sign-in" => {
            let (user_id, password) = what.split_once(' ').expect("a user ID and a password");
            let request = SessionRequest::SignIn(user(user_id), Secret::new(password.to_owned()));
            return Some(session(api, request).await);
        }
        "load" => return Some(session(api, SessionRequest::Load).await),
        "sign-out" => return Some(session(api, SessionRequest::SignOut).await),
        "identify" => Input::Identity { account_type: AccountType::WorkOrSchool, user_id: user(what), captcha: None },
        "resend" => Input::Resend,
        "code" => Input::Code(secret()),
        "password" => Input::NewPassword(secret()),
        "poll" => Input::Poll,
        other => panic!("nobody knows how to {other}"),
    };
    Some(said(api.submit(input).await))
}

async fn session(api: &SharedApi, request: SessionRequest) -> String {
    let answer = api.session(request).await.map(|answer| match answer {
        Answer::Session(session) => format!("{session:?}"),
        Answer::PasswordChanged => "PasswordChanged".to_owned(),
        Answer::SignedOut => "SignedOut".to_owned(),
    });
    said(answer)
}

fn said<T: std::fmt::Debug, E: std::fmt::Debug>(answer: Result<T, E>) -> String {
    format!("{answer:?}")
}

fn user(id: &str) -> UserId {
    UserId::parse(id).expect("it is a user ID")
}
