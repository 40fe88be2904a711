//! The step that comes next; `step` says which fields belong to it.

use super::super::challenge::challenge;
use super::super::password::{policy, rejections};
use crate::domain::account::AccountType;
use crate::domain::code::{Alphabet, Channel, CodeForm};
use crate::domain::link::Link;
use crate::domain::moment::Seconds;
use crate::domain::recovery::{LeaveReason, Method, MethodId, Next};
use crate::domain::typed_text::without_reordering;
use crate::json::{Json, Unreadable};

/// How long to go on asking when the API does not say.
const DEFAULT_GIVE_UP: Seconds = Seconds::clamped(300);
/// How often to ask when the API does not say.
const DEFAULT_POLL: Seconds = Seconds::clamped(2);

pub(super) fn next(json: &Json) -> Result<Next, Unreadable> {
    let seconds = |name| Ok(json.count_at(name)?.map(Seconds::clamped));
    Ok(match json.text_at("step")?.ok_or(Unreadable)? {
        "identify" => Next::Identify {
            account_types: account_types(&json.get("account_types")?.ok_or(Unreadable)?.texts()?),
            captcha: json.get("captcha")?.map(challenge).transpose()?,
        },
        "choose_method" => {
            let methods = json.get("methods")?.ok_or(Unreadable)?.list()?;
            Next::ChooseMethod(methods.iter().map(method).collect::<Result<_, _>>()?)
        }
        "enter_code" => Next::EnterCode {
            channel: channel(json)?,
            hint: json.text_at("hint")?.map(without_reordering),
            form: CodeForm {
                length: json.count_at("length")?.and_then(|length| length.try_into().ok()),
                alphabet: match json.text_at("alphabet")? {
                    Some("digits") => Alphabet::Digits,
                    Some("letters_and_digits") => Alphabet::LettersAndDigits,
                    _ => return Err(Unreadable),
                },
            },
            resend_after: seconds("resend_after")?,
            expires_in: seconds("expires_in")?,
        },
        "set_password" => Next::SetPassword {
            policy: policy(json.get("policy")?.ok_or(Unreadable)?)?,
            expires_in: seconds("expires_in")?,
            rejected: match json.get("rejected")? {
                Some(codes) => rejections(codes.texts()?.iter().map(String::as_str)),
                None => vec![],
            },
        },
        "wait" => Next::Wait {
            poll_after: seconds("poll_after")?.unwrap_or(DEFAULT_POLL),
            give_up_after: seconds("give_up_after")?.unwrap_or(DEFAULT_GIVE_UP),
        },
        "done" => Next::Done { notice_sent: json.flag_at("notice_sent")?.unwrap_or(false) },
        "leave" => Next::Leave {
            reason: match json.text_at("reason")?.ok_or(Unreadable)? {
                "personal_account" => LeaveReason::PersonalAccount,
                _ => LeaveReason::AnotherPage,
            },
            url: json.text_at("url")?.and_then(Link::parse),
        },
        _ => return Err(Unreadable),
    })
}

/// Types that we do not know are left out; the journey refuses an empty list.
fn account_types(names: &[String]) -> Vec<AccountType> {
    let known = names.iter().filter_map(|name| match name.as_str() {
        "work_or_school" => Some(AccountType::WorkOrSchool),
        "personal" => Some(AccountType::Personal),
        _ => None,
    });
    known.collect()
}

fn method(json: &Json) -> Result<Method, Unreadable> {
    Ok(Method {
        id: MethodId(json.text_at("id")?.ok_or(Unreadable)?.to_owned()),
        channel: channel(json)?,
        hint: json.text_at("hint")?.map(without_reordering),
    })
}

fn channel(json: &Json) -> Result<Channel, Unreadable> {
    match json.text_at("channel")? {
        Some("email") => Ok(Channel::Email),
        Some("sms") => Ok(Channel::Sms),
        Some("call") => Ok(Channel::Call),
        Some("app") => Ok(Channel::App),
        _ => Err(Unreadable),
    }
}
