//! How far support is with a service request.

use crate::domain::request_status::{Entry, EntryKind, Question, Report, Status};
use crate::domain::timestamp::Timestamp;
use crate::domain::typed_text::without_reordering;
use crate::json::{Json, Unreadable};

pub(super) fn report(answer: &Json) -> Result<Report, Unreadable> {
    // What we have no name for is left out.
    let mut history = vec![];
    for event in answer.list_at("events")? {
        history.extend(entry(event)?);
    }
    Ok(Report {
        number: without_reordering(answer.text_at("number")?.ok_or(Unreadable)?),
        status: match answer.text_at("status")?.ok_or(Unreadable)? {
            "received" => Status::Received,
            "in_review" => Status::InReview,
            "information_needed" => Status::InformationNeeded,
            "approved" => Status::Approved,
            "declined" => Status::Declined,
            "closed" => Status::Closed,
            _ => return Err(Unreadable),
        },
        history,
        question: answer.get("question")?.map(question).transpose()?,
        user_id: answer.text_at("user_id")?.map(str::to_owned),
    })
}

fn question(json: &Json) -> Result<Question, Unreadable> {
    Ok(Question {
        id: json.text_at("id")?.ok_or(Unreadable)?.to_owned(),
        text: without_reordering(json.text_at("text")?.ok_or(Unreadable)?),
    })
}

fn entry(json: &Json) -> Result<Option<Entry>, Unreadable> {
    let kind = match json.text_at("kind")? {
        Some("received") => EntryKind::Received,
        Some("in_review") => EntryKind::InReview,
        Some("question") => EntryKind::Question,
        Some("answer") => EntryKind::Answer,
        Some("approved") => EntryKind::Approved,
        Some("declined") => EntryKind::Declined,
        Some("closed") => EntryKind::Closed,
        _ => return Ok(None),
    };
    Ok(Some(Entry {
        kind,
        at: json.text_at("at")?.and_then(Timestamp::parse),
        text: json.text_at("text")?.map(without_reordering),
    }))
}
