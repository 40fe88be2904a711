//! Recoveries: where each stands, and the token that leads to it.

use super::accounts;
use super::app::App;
use super::captchas;
use super::codes::Receiver;
use super::language::Language;
use super::messages;
use super::next::{LeaveReason, Next};
use super::passwords;
use super::problem::{INVALID_REQUEST, Problem, RECOVERY_EXPIRED};
use super::request::Bearer;
use super::sentinels::{self, Trick};
use super::sessions;
use super::stage::{Stage, Stop};
use super::tokens::{random_token, token_hash};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

/// How long a token lives, in seconds.
const TOKEN_LIFE: i64 = 15 * 60;

/// One recovery.
pub struct Recovery {
    pub id: i64,
    /// As the person gave it, known or not; empty before the step `identify` is done.
    pub user_id: String,
    pub stage: Stage,
}

impl Recovery {
    /// A new recovery at the step `identify`. Its first token comes with `reply`.
    pub fn start(store: &Connection) -> Self {
        let stage = Stage::Identify;
        store
            .execute(
                "INSERT INTO recoveries (token_hash, expires_at, stage) VALUES (?, 0, ?)",
                params![token_hash(&random_token()), as_json(&stage)],
            )
            .expect("a recovery can be added");
        Self { id: store.last_insert_rowid(), user_id: String::new(), stage }
    }

    /// The recovery of this token, unless it was stopped.
    pub fn current(store: &Connection, now: i64, bearer: &Bearer) -> Result<Self, Problem> {
        let recovery = Self::of(store, now, bearer)?;
        match recovery.stage {
            Stage::Stopped(stop) => Err(stop.into()),
            _ => Ok(recovery),
        }
    }

    /// The recovery of this token, stopped or not.
    pub fn of(store: &Connection, now: i64, bearer: &Bearer) -> Result<Self, Problem> {
        store
            .query_row(
                "SELECT id, user_id, stage FROM recoveries WHERE token_hash = ? AND expires_at > ?",
                params![token_hash(&bearer.0), now],
                |row| {
                    let stage: String = row.get(2)?;
                    Ok(Self {
                        id: row.get(0)?,
                        user_id: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                        stage: serde_json::from_str(&stage).expect("it was written as JSON"),
                    })
                },
            )
            .optional()
            .expect("recoveries can be read")
            .ok_or_else(|| RECOVERY_EXPIRED.into())
    }

    /// What the user ID triggers.
    pub fn trick(&self) -> Trick {
        sentinels::trick(&self.user_id)
    }

    /// To whom its codes go.
    pub fn receiver(&self, store: &Connection, language: Language) -> Receiver<'_> {
        Receiver {
            recovery_id: self.id,
            user_id: &self.user_id,
            trick: self.trick(),
            is_known: accounts::find(store, &self.user_id).is_some(),
            language,
        }
    }

    /// Keeps where the recovery stands. The token stays.
    pub fn save(&self, store: &Connection) {
        store
            .execute(
                "UPDATE recoveries SET user_id = ?, stage = ? WHERE id = ?",
                params![self.user_id, as_json(&self.stage), self.id],
            )
            .expect("a recovery can be changed");
    }

    /// Keeps where the recovery stands, and answers with the next step and a new token; the old one is dead.
    pub fn reply(&self, app: &App, store: &Connection, status: StatusCode) -> Response {
        (status, Json(self.reply_body(app, store))).into_response()
    }

    /// The body of `reply`.
    pub fn reply_body(&self, app: &App, store: &Connection) -> serde_json::Value {
        self.save(store);
        let token = random_token();
        store
            .execute(
                "UPDATE recoveries SET token_hash = ?, expires_at = ? WHERE id = ?",
                params![token_hash(&token), app.clock.now() + TOKEN_LIFE, self.id],
            )
            .expect("a token can be replaced");
        json!({ "token": token, "next": self.next(app, store) })
    }

    /// The present step.
    pub fn next(&self, app: &App, store: &Connection) -> Next {
        match &self.stage {
            Stage::Identify | Stage::Stopped(_) => captchas::identify(app, store, self.id),
            Stage::ChooseMethod { methods, .. } => Next::ChooseMethod { methods: methods.clone() },
            Stage::EnterCode { method, code, .. } => code.step(app.clock.now(), self.trick(), method),
            Stage::SetPassword { rejected } => Next::SetPassword {
                policy: passwords::policy(self.trick()),
                expires_in: TOKEN_LIFE,
                rejected: rejected.clone(),
            },
            Stage::Wait { .. } => Next::Wait { poll_after: 2, give_up_after: 60 },
            Stage::Done => Next::Done { notice_sent: true },
            Stage::Left(reason) => Next::Leave {
                reason: *reason,
                url: match reason {
                    LeaveReason::PersonalAccount => "https://personal.contoso.example/recover",
                    LeaveReason::AnotherPage => "https://sign-in.contoso.example/recover",
                },
            },
        }
    }

    /// The call does not belong to the present step.
    pub fn wrong_step(&self, app: &App, store: &Connection) -> Problem {
        Problem::from(INVALID_REQUEST).status(StatusCode::CONFLICT).next(self.next(app, store))
    }

    /// Ends the recovery for good, with the problem that says why.
    pub fn stop(&mut self, store: &Connection, stop: Stop) -> Problem {
        self.stage = Stage::Stopped(stop);
        self.save(store);
        stop.into()
    }

    /// Makes the hashed password the password: sessions and other recoveries of the account end, and a notice is sent.
    pub fn finish(&mut self, app: &App, store: &Connection, language: Language, hash: &str) {
        accounts::change_password(store, &self.user_id, hash);
        sessions::end_all(store, &self.user_id);
        store
            .execute("DELETE FROM recoveries WHERE user_id = ? AND id <> ?", params![self.user_id, self.id])
            .expect("recoveries can be ended");
        let notice = messages::password_changed(language, &self.user_id);
        app.outbox.send(notice.to(self.user_id.clone(), None, app.clock.now()));
        self.stage = Stage::Done;
    }

    /// Ends every recovery of the account.
    pub fn end_all(store: &Connection, user_id: &str) {
        store.execute("DELETE FROM recoveries WHERE user_id = ?", [user_id]).expect("recoveries can be ended");
    }

    /// Lets the token expire.
    pub fn expire(&self, store: &Connection) {
        store.execute("UPDATE recoveries SET expires_at = 0 WHERE id = ?", [self.id]).expect("a recovery can expire");
    }

    /// Forgets the recovery.
    pub fn cancel(self, store: &Connection) {
        store.execute("DELETE FROM recoveries WHERE id = ?", [self.id]).expect("a recovery can be ended");
    }
}

fn as_json(stage: &Stage) -> String {
    serde_json::to_string(stage).expect("a stage is JSON")
}
