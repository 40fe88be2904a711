//! The rules for passwords, and what was wrong with one.

use super::fault::small;
use crate::domain::password::{Charset, Policy, Rejection};
use crate::json::{Json, Unreadable};

pub(super) fn policy(json: &Json) -> Result<Policy, Unreadable> {
    let default = Policy::default();
    Ok(Policy {
        min_length: json.count_at("min_length")?.map_or(default.min_length, small),
        max_length: json.count_at("max_length")?.map_or(default.max_length, small),
        min_classes: json.count_at("min_classes")?.and_then(|classes| classes.try_into().ok()),
        charset: if json.text_at("charset")? == Some("ascii") { Charset::Ascii } else { Charset::Unicode },
    })
}

/// Codes that we do not know are left out.
pub(super) fn rejections<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<Rejection> {
    let known = codes.filter_map(|code| {
        Some(match code {
            "too_short" => Rejection::TooShort,
            "too_long" => Rejection::TooLong,
            "too_few_classes" => Rejection::TooFewClasses,
            "invalid_characters" => Rejection::InvalidCharacters,
            "too_common" => Rejection::TooCommon,
            "breached" => Rejection::Breached,
            "contains_user_id" => Rejection::ContainsUserId,
            "recently_used" => Rejection::RecentlyUsed,
            _ => return None,
        })
    });
    known.collect()
}
