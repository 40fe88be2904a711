//! What was promised, beside what was measured.

use super::measures::{Measured, Measures, Spread};
use super::subjects::Role;
use super::table::{grouped, table};

/// Bytes of the sign-in page until it works: the first promise, and the one after it.
const BYTES: [u64; 2] = [93_000, 75_000];
/// How much later than the static page something may be.
const LATER: f64 = 1.1;

/// What is looked at of a subject.
type Number = fn(&Measured) -> Option<Spread>;

/// One promise: what a number may be at most.
struct Budget {
    promise: String,
    limit: Option<f64>,
    measured: Option<f64>,
}

/// Every budget with met or not met.
pub fn table_of(measures: &Measures) -> String {
    let rows: Vec<_> = budgets(measures).into_iter().map(Budget::row).collect();
    table("Budgets", &["budget", "limit", "measured", ""], &rows)
}

fn budgets(measures: &Measures) -> Vec<Budget> {
    let ours = measures.those(Role::Ours).next();
    let still = measures.those(Role::Still).next();
    let all_of_ours = [Role::Ours, Role::OursInJapanese].into_iter().flat_map(|role| measures.those(role));
    let bytes = all_of_ours.filter_map(Measured::bytes).map(|bytes| bytes.sum() as f64).reduce(f64::max);
    let median = |measured: Option<&Measured>, number: Number| measured.and_then(number).map(|spread| spread.median);

    let mut budgets: Vec<_> = BYTES
        .map(|limit| Budget {
            promise: "bytes until it works, the largest language".to_owned(),
            limit: Some(limit as f64),
            measured: bytes,
        })
        .into();
    let as_the_static_page: [(&str, Number); 3] = [
        ("first contentful paint", Measured::first_paint),
        ("largest contentful paint", Measured::largest_paint),
        ("typing accepted", Measured::typing_accepted),
    ];
    budgets.extend(as_the_static_page.map(|(name, number)| Budget {
        promise: format!("{name}, ms: {LATER} × the static page"),
        limit: median(still, number).map(|ms| ms * LATER),
        measured: median(ours, number),
    }));
    let fastest = measures.those(Role::Peer).filter_map(Measured::typing_accepted);
    let fastest = fastest.map(|spread| spread.median).reduce(f64::min);
    let empty = median(measures.those(Role::EmptyReact).next(), Measured::first_paint);
    let answers = [("the fastest peer accepts typing", fastest), ("the empty React page is painted", empty)];
    budgets.extend(answers.map(|(name, limit)| Budget {
        promise: format!("submit answered, ms: when {name}"),
        limit,
        measured: median(ours, Measured::submit_answered),
    }));
    budgets.push(Budget {
        promise: "layout shift".to_owned(),
        limit: Some(0.0),
        measured: median(ours, Measured::layout_shift),
    });
    budgets
}

impl Budget {
    fn row(self) -> Vec<String> {
        let verdict = match (self.measured, self.limit) {
            (Some(measured), Some(limit)) if measured <= limit => "met",
            (Some(_), Some(_)) => "NOT MET",
            _ => "not measured",
        };
        // A shift is a small fraction; everything else is counted in whole numbers.
        let written = |number: Option<f64>| match number {
            None => "—".to_owned(),
            Some(number) if number.fract() != 0.0 && number < 1.0 => format!("{number:.3}"),
            Some(number) => grouped(number.round() as u64),
        };
        vec![self.promise, written(self.limit), written(self.measured), verdict.to_owned()]
    }
}
