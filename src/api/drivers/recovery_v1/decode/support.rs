//! What the API says about service requests.

use super::super::encode;
use super::super::wire::{self, FieldError};
use super::{is_reference, read, refusal};
use crate::api::http::Response;
use crate::domain::problem::{Fault, Problem};
use crate::domain::request_status::{Entry, EntryKind, Question, Report, Status};
use crate::domain::secret::Secret;
use crate::domain::service_request::{Field, FieldProblem, Receipt};
use crate::domain::timestamp::Timestamp;
use crate::domain::typed_text::without_reordering;

/// What was given for a service request.
pub(in super::super) fn receipt(response: &Response) -> Result<Receipt, Fault> {
    refusal(response)?;
    let answer = read(response).ok_or(Problem::Unreadable)?;
    Ok(Receipt {
        number: answer.number.filter(|number| is_reference(number)).ok_or(Problem::Unreadable)?,
        access_code: Secret::new(answer.access_code.filter(|code| is_reference(code)).ok_or(Problem::Unreadable)?),
    })
}

/// How far support is with a service request.
pub(in super::super) fn report(response: &Response) -> Result<Report, Fault> {
    refusal(response)?;
    let report = read(response).and_then(|answer| {
        Some(Report {
            number: without_reordering(&answer.number?),
            status: match answer.status?.get() {
                "\"received\"" => Status::Received,
                "\"in_review\"" => Status::InReview,
                "\"information_needed\"" => Status::InformationNeeded,
                "\"approved\"" => Status::Approved,
                "\"declined\"" => Status::Declined,
                "\"closed\"" => Status::Closed,
                _ => return None,
            },
            // What we have no name for is left out.
            history: answer.events.unwrap_or_default().into_iter().filter_map(entry).collect(),
            question: match answer.question {
                Some(question) => Some(Question { id: question.id?, text: without_reordering(&question.text?) }),
                None => None,
            },
            user_id: answer.user_id,
        })
    });
    Ok(report.ok_or(Problem::Unreadable)?)
}

fn entry(wire: wire::HistoryEntry) -> Option<Entry> {
    Some(Entry {
        kind: match wire.kind?.as_str() {
            "received" => EntryKind::Received,
            "in_review" => EntryKind::InReview,
            "question" => EntryKind::Question,
            "answer" => EntryKind::Answer,
            "approved" => EntryKind::Approved,
            "declined" => EntryKind::Declined,
            "closed" => EntryKind::Closed,
            _ => return None,
        },
        at: wire.at.as_deref().and_then(Timestamp::parse),
        text: wire.text.as_deref().map(without_reordering),
    })
}

/// The fields of a service request that an API did not accept. Others are no matter of the person's.
pub(super) fn rejected_fields(errors: Vec<FieldError>) -> Vec<(Field, FieldProblem)> {
    let known = errors.into_iter().filter_map(|error| {
        let problem = match error.code.as_deref() {
            Some("required") => FieldProblem::Missing,
            Some("too_long") => FieldProblem::TooLong,
            _ => FieldProblem::WrongForm,
        };
        Some((encode::field_at(&error.pointer?)?, problem))
    });
    known.collect()
}
