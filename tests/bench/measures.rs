//! What was measured of every subject, and the tables of it.

use super::load::{Answered, LookedAt};
use super::subjects::{Role, Subject};
use super::table::{grouped, table};
use super::traffic::{Bytes, Kind};

/// One subject in all rounds.
pub struct Measured {
    pub title: &'static str,
    pub role: Role,
    looks: Vec<LookedAt>,
    answers: Vec<Answered>,
}

/// All subjects.
pub struct Measures(Vec<Measured>);

/// A number in all rounds.
#[derive(Clone, Copy)]
pub struct Spread {
    pub median: f64,
    least: f64,
    most: f64,
}

impl Spread {
    fn of(numbers: impl Iterator<Item = f64>) -> Option<Self> {
        let mut numbers: Vec<_> = numbers.collect();
        numbers.sort_by(f64::total_cmp);
        let middle = numbers.len() / 2;
        let upper = *numbers.get(middle)?;
        let median = if numbers.len() % 2 == 0 { f64::midpoint(numbers[middle - 1], upper) } else { upper };
        Some(Self { median, least: *numbers.first()?, most: *numbers.last()? })
    }

    fn written(spread: Option<Self>, write: impl Fn(f64) -> String) -> String {
        let written = |Self { median, least, most }| format!("{} ({}–{})", write(median), write(least), write(most));
        spread.map_or_else(|| "—".to_owned(), written)
    }
}

impl Measured {
    /// Of each time that it was looked at.
    fn looks(&self, number: impl Fn(&LookedAt) -> Option<f64>) -> Option<Spread> {
        Spread::of(self.looks.iter().filter_map(number))
    }

    pub fn first_paint(&self) -> Option<Spread> {
        self.looks(|look| Some(look.first_paint))
    }

    pub fn largest_paint(&self) -> Option<Spread> {
        self.looks(|look| Some(look.largest_paint))
    }

    pub fn typing_accepted(&self) -> Option<Spread> {
        self.looks(|look| look.typing_accepted)
    }

    pub fn submit_answered(&self) -> Option<Spread> {
        Spread::of(self.answers.iter().map(|answer| answer.after))
    }

    pub fn layout_shift(&self) -> Option<Spread> {
        self.looks(|look| Some(look.layout_shift))
    }

    /// Until it works: until the press of the button is answered, or of a page without an answer, until it rests.
    pub fn bytes(&self) -> Option<Bytes> {
        let answers = self.answers.iter().map(|answer| answer.bytes);
        answers.max_by_key(Bytes::sum).or_else(|| self.all_bytes())
    }

    /// Until it rests.
    fn all_bytes(&self) -> Option<Bytes> {
        self.looks.iter().map(|look| look.bytes).max_by_key(Bytes::sum)
    }
}

impl Measures {
    pub fn of(subjects: &[Subject]) -> Self {
        let nothing = |subject: &Subject| Measured {
            title: subject.title,
            role: subject.role,
            looks: Vec::new(),
            answers: Vec::new(),
        };
        Self(subjects.iter().map(nothing).collect())
    }

    pub fn add(&mut self, index: usize, look: LookedAt, answer: Option<Answered>) {
        self.0[index].looks.push(look);
        self.0[index].answers.extend(answer);
    }

    /// Those that are compared as this.
    pub fn those(&self, role: Role) -> impl Iterator<Item = &Measured> {
        self.0.iter().filter(move |measured| measured.role == role)
    }

    fn timed(&self) -> impl Iterator<Item = &Measured> {
        self.0.iter().filter(|measured| measured.role != Role::OursInJapanese)
    }

    pub fn tables(&self) -> Vec<String> {
        vec![self.bytes(), self.times(), self.weights()]
    }

    fn bytes(&self) -> String {
        let mut head = vec!["bytes, brotli, until it works"];
        head.extend(Kind::ALL.map(Kind::name));
        head.extend(["sum", "requests", "with headers", "until it rests"]);
        let row = |measured: &Measured| {
            let bytes = measured.bytes()?;
            let kinds = Kind::ALL.map(|kind| bytes[kind]);
            let sums = [bytes.sum(), bytes.requests, bytes.on_the_line, measured.all_bytes()?.sum()];
            Some(row(measured.title, kinds.into_iter().chain(sums).map(grouped)))
        };
        table("Bytes", &head, &self.0.iter().filter_map(row).collect::<Vec<_>>())
    }

    fn times(&self) -> String {
        let head = ["ms", "first contentful paint", "largest contentful paint", "typing accepted", "submit answered"];
        let rows = self.timed().map(|measured| {
            let times = [
                measured.first_paint(),
                measured.largest_paint(),
                measured.typing_accepted(),
                measured.submit_answered(),
            ];
            row(measured.title, times.into_iter().map(|time| Spread::written(time, |ms| format!("{ms:.0}"))))
        });
        table("Times", &head, &rows.collect::<Vec<_>>())
    }

    fn weights(&self) -> String {
        let head = ["", "layout shift", "long tasks, ms", "renderer memory, MB", "WASM memory, MB"];
        let megabytes = |bytes: f64| format!("{:.1}", bytes / 1e6);
        let rows = self.timed().map(|measured| {
            let cells = [
                Spread::written(measured.layout_shift(), |shift| format!("{shift:.3}")),
                Spread::written(measured.looks(|look| Some(look.long_tasks)), |ms| format!("{ms:.0}")),
                Spread::written(measured.looks(|look| Some(look.renderer_bytes)), megabytes),
                Spread::written(measured.looks(|look| Some(look.wasm_bytes).filter(|bytes| *bytes > 0.0)), megabytes),
            ];
            row(measured.title, cells.into_iter())
        });
        table("Stillness and memory", &head, &rows.collect::<Vec<_>>())
    }
}

fn row(title: &str, cells: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(title.to_owned()).chain(cells).collect()
}
