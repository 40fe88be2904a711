//! `POST /v1/recoveries/current/identity`

use crate::stand_in::accounts;
use crate::stand_in::app::App;
use crate::stand_in::captchas::{self, Answer};
use crate::stand_in::codes;
use crate::stand_in::language::Language;
use crate::stand_in::limits::IDENTITIES;
use crate::stand_in::methods;
use crate::stand_in::misbehaviour;
use crate::stand_in::next::LeaveReason;
use crate::stand_in::problem::{DELIVERY_FAILED, Problem};
use crate::stand_in::recoveries::Recovery;
use crate::stand_in::request::{Bearer, Fields};
use crate::stand_in::sentinels::{self, Trick};
use crate::stand_in::stage::Stage;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use rusqlite::Connection;
use std::sync::Arc;

/// The body of the call.
struct Identity {
    is_personal: bool,
    user_id: String,
    answer: Answer,
}

pub async fn post(
    State(app): State<Arc<App>>,
    bearer: Bearer,
    language: Language,
    body: Fields,
) -> Result<Response, Problem> {
    let identity = read(body)?;
    let trick = sentinels::trick(&identity.user_id);
    misbehaviour::silence(&app, trick).await;

    let store = app.store();
    let mut recovery = Recovery::current(&store, app.clock.now(), &bearer)?;
    let Stage::Identify = recovery.stage else {
        return Err(recovery.wrong_step(&app, &store));
    };
    match check(&app, &store, &mut recovery, identity, language) {
        Ok(()) => {
            if let Some(broken) = misbehaviour::broken(trick) {
                return Ok(broken);
            }
            let reply = recovery.reply(&app, &store, StatusCode::OK);
            if trick == Trick::ExpiresAfterIdentity {
                recovery.expire(&store);
            }
            Ok(reply)
        }
        // The challenge was used up by now, so the way on is a new one.
        Err(problem) => Err(problem.markup(trick == Trick::Markup).next(captchas::identify(&app, &store, recovery.id))),
    }
}

fn read(mut body: Fields) -> Result<Identity, Problem> {
    let account_type = body.text("account_type", 64);
    if !matches!(account_type.as_str(), "" | "work_or_school" | "personal") {
        body.refuse("account_type", "unknown_value");
    }
    let user_id = body.user_id("user_id");
    let answer = Answer::read(&mut body);
    body.finish()?;
    Ok(Identity { is_personal: account_type == "personal", user_id, answer })
}

/// Moves the recovery on. Whatever is wrong with the account itself is not looked at here.
fn check(
    app: &App,
    store: &Connection,
    recovery: &mut Recovery,
    identity: Identity,
    language: Language,
) -> Result<(), Problem> {
    captchas::answer(app, store, Some(recovery.id), &identity.answer)?;
    let subject = app.key.hash("limits", &[&identity.user_id]);
    IDENTITIES.check(store, app.clock.now(), &subject)?;
    IDENTITIES.record(store, app.clock.now(), &subject);
    let trick = sentinels::trick(&identity.user_id);
    if let Some(refusal) = misbehaviour::refusal(trick) {
        return Err(refusal);
    }
    recovery.user_id = identity.user_id;
    recovery.stage = if identity.is_personal {
        Stage::Left(LeaveReason::PersonalAccount)
    } else if trick == Trick::AnotherPage {
        Stage::Left(LeaveReason::AnotherPage)
    } else {
        first_proof(app, store, recovery, language)?
    };
    Ok(())
}

/// A choice of methods; where there is one only, its code is on the way.
fn first_proof(app: &App, store: &Connection, recovery: &Recovery, language: Language) -> Result<Stage, Problem> {
    let trick = recovery.trick();
    let is_known = accounts::find(store, &recovery.user_id).is_some();
    let methods = methods::of(&app.key, &recovery.user_id, trick, is_known);
    let proofs_left = if trick == Trick::TwoProofs { 2 } else { 1 };
    let [method] = methods.as_slice() else {
        return Ok(Stage::ChooseMethod { methods, proofs_left });
    };
    let code = codes::send(app, &recovery.receiver(store, language), method, 0)
        .ok_or_else(|| Problem::from(DELIVERY_FAILED))?;
    Ok(Stage::EnterCode { method: method.clone(), others: Vec::new(), proofs_left, code })
}
