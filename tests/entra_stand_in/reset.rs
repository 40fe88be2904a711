//! Self-service password reset: `/resetpassword/v1.0/*`.

use super::accounts::Trick;
use super::call::Call;
use super::flows::{Flow, LIFE, Step};
use super::passwords;
use super::refusal::{Answer, Refusal, redirect};
use super::state::State;
use serde_json::json;

pub fn start(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let user_id = call.username()?;
    let can_type_codes = call.can("oob")?;
    if !state.passwords.contains_key(&user_id) {
        return Err(Refusal::new("user_not_found", 1_003_037, "The user account does not exist."));
    }
    let flow = Flow::new(user_id, Step::Started, call);
    if !can_type_codes || flow.leaves_at("start") {
        return Ok(redirect("The account needs another way."));
    }
    Ok(json!({ "continuation_token": state.token(flow) }))
}

pub fn challenge(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let flow = state.flow(call, |step| matches!(step, Step::Started | Step::CodeSent(_)))?;
    let can_type_codes = call.can("oob")?;
    if !can_type_codes || flow.leaves_at("challenge") {
        return Ok(redirect("The account needs another way."));
    }
    if flow.trick() == Trick::NothingIsDelivered {
        return Err(
            Refusal::new("access_denied", 550_024, "The provider is blocked.").because("provider_blocked_by_rep")
        );
    }
    let code = state.send_code(&flow.user_id);
    let label = masked(&flow.user_id);
    let length = code.len();
    let token = state.replace(call, flow.at(Step::CodeSent(code)))?;
    Ok(json!({
        "continuation_token": token,
        "challenge_type": "oob",
        "binding_method": "prompt",
        "challenge_channel": "email",
        "challenge_target_label": label,
        "code_length": length,
    }))
}

pub fn continue_(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let flow = state.flow(call, |step| matches!(step, Step::CodeSent(_)))?;
    if call.field("grant_type")? != "oob" {
        return Err(Refusal::new("invalid_grant", 55_000, "The grant type does not match."));
    }
    if flow.leaves_at("continue") {
        return Ok(redirect("The account needs another way."));
    }
    if flow.step != Step::CodeSent(call.field("oob")?.to_owned()) {
        return Err(Refusal::new("invalid_grant", 50_181, "The code is wrong.").because("invalid_oob_value"));
    }
    let token = state.replace(call, flow.at(Step::CodeRight))?;
    Ok(json!({ "expires_in": LIFE, "continuation_token": token }))
}

pub fn submit(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let flow = state.flow(call, |step| *step == Step::CodeRight)?;
    let password = call.field("new_password")?;
    if flow.leaves_at("submit") {
        return Ok(redirect("The account needs another way."));
    }
    if let Some(suberror) = passwords::rejection(password, &state.passwords[&flow.user_id]) {
        return Err(Refusal::new("invalid_grant", 399_246, "The new password breaks a rule.").because(suberror));
    }
    let step = Step::Submitted { password: password.to_owned(), polls: 0 };
    let token = state.replace(call, flow.at(step))?;
    Ok(json!({ "continuation_token": token, "poll_interval": 2 }))
}

/// While the password is being set, the token before stays as good as the new one: Microsoft's client never uses the latter.
pub fn poll_completion(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let flow = state.flow(call, |step| matches!(step, Step::Submitted { .. } | Step::Recovered))?;
    if flow.leaves_at("poll_completion") {
        return Ok(redirect("The account needs another way."));
    }
    let Step::Submitted { password, polls } = flow.step.clone() else {
        return Ok(json!({ "status": "succeeded", "continuation_token": state.token(flow) }));
    };
    let status = match (flow.trick(), polls) {
        (Trick::Slow, 0) => "not_started",
        (Trick::Slow, 1) | (Trick::NeverReady, _) => "in_progress",
        (Trick::ResetFails, _) if !flow.has_failed => "failed",
        _ => "succeeded",
    };
    let step = match status {
        "failed" => Step::CodeRight,
        "succeeded" => Step::Recovered,
        _ => Step::Submitted { password: password.clone(), polls: polls + 1 },
    };
    if status == "succeeded" {
        state.passwords.insert(flow.user_id.clone(), password);
    }
    let mut flow = flow.at(step);
    flow.has_failed |= status == "failed";
    if let Some(before) = state.flows.get_mut(call.field("continuation_token")?) {
        before.step = flow.step.clone();
    }
    Ok(json!({ "status": status, "continuation_token": state.token(flow) }))
}

/// An address with most of it hidden, in the manner of Entra.
fn masked(user_id: &str) -> String {
    let mask = |part: &str| {
        let (first, last) = (part.chars().next().unwrap_or('*'), part.chars().last().unwrap_or('*'));
        format!("{first}***{last}")
    };
    user_id.split('@').map(mask).collect::<Vec<_>>().join("@")
}
