//! Signing in: `/oauth2/v2.0/initiate`, `challenge` and `token`.

use super::accounts::Trick;
use super::call::Call;
use super::flows::{Flow, Step};
use super::refusal::{Answer, Refusal, redirect};
use super::state::State;
use super::tokens;
use serde_json::json;

pub fn initiate(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let user_id = call.username()?;
    let can_type_passwords = call.can("password")?;
    if !state.passwords.contains_key(&user_id) {
        return Err(Refusal::new("user_not_found", 50_034, "The user account does not exist."));
    }
    let flow = Flow::new(user_id, Step::Initiated, call);
    if !can_type_passwords || flow.leaves_at("initiate") {
        return Ok(redirect("The account needs another way."));
    }
    Ok(json!({ "continuation_token": state.token(flow) }))
}

pub fn challenge(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let flow = state.flow(call, |step| *step == Step::Initiated)?;
    let can_type_passwords = call.can("password")?;
    if !can_type_passwords || flow.leaves_at("challenge") {
        return Ok(redirect("The account needs another way."));
    }
    let token = state.replace(call, flow.at(Step::PasswordWanted))?;
    Ok(json!({ "continuation_token": token, "challenge_type": "password" }))
}

pub fn token(state: &mut State, call: &Call) -> Result<Answer, Refusal> {
    let grant = call.field("grant_type")?;
    if !["password", "continuation_token"].contains(&grant) {
        return Err(Refusal::new("unsupported_grant_type", 70_003, "There is no such grant type."));
    }
    let wanted = if grant == "password" { Step::PasswordWanted } else { Step::Recovered };
    let flow = state.flow(call, |step| *step == wanted)?;
    if !call.has_word("scope", "openid") {
        return Err(Refusal::new("invalid_scope", 70_011, "The scope is not valid."));
    }
    if flow.leaves_at("token") {
        return Ok(redirect("The account needs another way."));
    }
    if grant == "password" && state.passwords[&flow.user_id] != call.field("password")? {
        return Err(Refusal::new("invalid_grant", 50_126, "The user name or the password is wrong."));
    }
    match flow.trick() {
        Trick::PasswordExpired => Err(Refusal::new("invalid_request", 50_142, "The password must be reset.")),
        Trick::SecondFactor if !flow.second_factor => Ok(redirect("Client is missing mfa_required capability.")),
        Trick::Registration if !flow.registration => {
            Ok(redirect("Client is missing registration_required capability."))
        }
        Trick::SecondFactor => Err(Refusal::new("invalid_grant", 50_076, "A second factor is needed.")
            .because("mfa_required")
            .going_on_with(state.replace(call, flow)?)),
        Trick::Registration => Err(Refusal::new("invalid_grant", 50_072, "A second factor must be registered.")
            .because("registration_required")
            .going_on_with(state.replace(call, flow)?)),
        _ => {
            state.flows.remove(call.field("continuation_token")?);
            Ok(tokens::set(state, call, &flow.user_id))
        }
    }
}
