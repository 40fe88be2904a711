//! The ways in which a person can receive a code.

use super::next::{Channel, Method};
use super::sentinels::{MARKUP, Trick};
use super::tokens::Key;

/// The ways of an account, or, for an unknown user ID, ways that an account could have: always the same ones for the same ID.
pub fn of(key: &Key, user_id: &str, trick: Trick, is_known: bool) -> Vec<Method> {
    let digest = key.hash("methods", &[user_id]);
    let channels: &[Channel] = match trick {
        Trick::TwoMethods | Trick::MailIsNotDelivered | Trick::Markup => &[Channel::Email, Channel::Sms],
        Trick::TwoProofs => &[Channel::Email, Channel::Sms, Channel::Call],
        Trick::EveryChannel => &[Channel::Email, Channel::Sms, Channel::Call, Channel::App],
        Trick::Nothing if !is_known && digest.first().is_some_and(|byte| byte % 3 == 0) => {
            &[Channel::Email, Channel::Sms]
        }
        _ => &[Channel::Email],
    };
    let number = masked_number(&phone_number(key, user_id));
    channels
        .iter()
        .map(|&channel| {
            let (id, hint) = match channel {
                Channel::Email => ("email", masked(user_id)),
                Channel::Sms => ("sms", number.clone()),
                Channel::Call => ("call", number.clone()),
                Channel::App => ("app", String::new()),
            };
            match trick {
                Trick::Markup => Method { id: format!("{id} {MARKUP}"), channel, hint: MARKUP.to_owned() },
                _ => Method { id: id.to_owned(), channel, hint },
            }
        })
        .collect()
}

/// Whether a message by this way arrives.
pub fn arrives(trick: Trick, channel: Channel) -> bool {
    match trick {
        Trick::NothingIsDelivered => false,
        Trick::MailIsNotDelivered => channel != Channel::Email,
        _ => true,
    }
}

/// The address in the outbox. What is no e-mail goes through a gateway that takes e-mail, as such services offer.
pub fn address(key: &Key, user_id: &str, channel: Channel) -> String {
    let gateway = match channel {
        Channel::Email => return user_id.to_owned(),
        Channel::Sms => "sms",
        Channel::Call => "call",
        Channel::App => "app",
    };
    format!("{}@{gateway}.contoso.example", phone_number(key, user_id))
}

/// A made-up phone number of ten digits, always the same one for the same ID.
fn phone_number(key: &Key, user_id: &str) -> String {
    let digest = key.hash("phone number", &[user_id]);
    digest.iter().take(10).map(|byte| char::from(b'0' + byte % 10)).collect()
}

fn masked_number(number: &str) -> String {
    let ending: String = number.chars().skip(8).collect();
    format!("••••••••{ending}")
}

/// `user@contoso.example` becomes `u•••@contoso.example`. Nothing is shown that the person did not type.
fn masked(user_id: &str) -> String {
    let (local_part, domain) = user_id.split_once('@').unwrap_or((user_id, ""));
    let first: String = local_part.chars().take(1).collect();
    format!("{first}•••@{domain}")
}
