//! Flows, and the tokens by which they go on.

use super::accounts::{self, Trick};
use super::call::Call;
use super::refusal::Refusal;
use super::state::State;

/// How long a token lives, in seconds: the most that the documents allow.
pub const LIFE: u64 = 600;

/// How far a flow has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// A recovery has begun.
    Started,
    /// This code was sent.
    CodeSent(String),
    /// The code was right.
    CodeRight,
    /// The new password is being set.
    Submitted { password: String, polls: u32 },
    /// The new password holds: one can sign in with the token.
    Recovered,
    /// A sign-in has begun.
    Initiated,
    /// The password is asked for.
    PasswordWanted,
}

/// A flow at one token.
#[derive(Clone)]
pub struct Flow {
    pub user_id: String,
    pub step: Step,
    /// Whether the app can ask for a second factor, and for the registration of one.
    pub second_factor: bool,
    pub registration: bool,
    /// Whether a password could not be set before.
    pub has_failed: bool,
    expires_at: u64,
}

impl Flow {
    pub fn new(user_id: String, step: Step, call: &Call) -> Self {
        Self {
            user_id,
            step,
            second_factor: call.has_capability("mfa_required"),
            registration: call.has_capability("registration_required"),
            has_failed: false,
            expires_at: 0,
        }
    }

    /// It at another step.
    pub fn at(self, step: Step) -> Self {
        Self { step, ..self }
    }

    pub fn trick(&self) -> Trick {
        accounts::trick(&self.user_id)
    }

    /// Whether this endpoint leads elsewhere.
    pub fn leaves_at(&self, endpoint: &str) -> bool {
        matches!(self.trick(), Trick::Redirect(known) if known == endpoint)
    }
}

impl State {
    /// The flow of a call, which must be at a step that the endpoint is for. The token can still be used: a refusal keeps it.
    pub fn flow(&self, call: &Call, fits: impl Fn(&Step) -> bool) -> Result<Flow, Refusal> {
        let invalid = || Refusal::new("invalid_request", 55_200, "The continuation_token is invalid.");
        let flow = self.flows.get(call.field("continuation_token")?).ok_or_else(invalid)?;
        if self.now >= flow.expires_at {
            return Err(Refusal::new("expired_token", 552_003, "The continuation_token is expired."));
        }
        if fits(&flow.step) { Ok(flow.clone()) } else { Err(invalid()) }
    }

    /// The token with which a flow goes on.
    pub fn token(&mut self, flow: Flow) -> String {
        // As opaque as the real ones, and with every character that has to be encoded.
        let token = format!("AQABAAEAAA/{:04}+&=", self.next_number());
        self.flows.insert(token.clone(), Flow { expires_at: self.now + LIFE, ..flow });
        token
    }

    /// As [`token`](Self::token); the token that the call brought is void.
    pub fn replace(&mut self, call: &Call, flow: Flow) -> Result<String, Refusal> {
        self.flows.remove(call.field("continuation_token")?);
        Ok(self.token(flow))
    }
}
