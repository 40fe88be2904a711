//! The texts of one language, and how a message becomes text.

use super::{Message, Value};
use crate::domain::moment::Seconds;
use crate::domain::timestamp::Timestamp;
use crate::json::Json;

/// The rules of a language that a browser knows already (ECMA-402, `Intl`).
pub trait LanguageRules {
    /// The plural category of `number`: `one`, `few`, `other` …
    fn plural_category(&self, number: u32) -> String;
    /// `number` in the digits of the language.
    fn number(&self, number: u32) -> String;
    /// A length of time in words.
    fn time(&self, time: Seconds) -> String;
    /// A date and a time, as they are where the person is.
    fn date_time(&self, at: &Timestamp) -> String;
    /// The name of the language `tag` in this language.
    fn language_name(&self, tag: &str) -> String;
}

/// The texts of one language, in the order of the keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack(Vec<String>);

/// Marks around an inserted text, so that its direction does not reorder what stands around it (Unicode UAX #9: FSI, PDI).
const ISOLATE: (&str, &str) = ("\u{2068}", "\u{2069}");

impl Pack {
    /// Reads a pack as the build wrote it: a JSON array of texts. `None` if it is something else.
    #[must_use]
    pub fn read(json: &[u8]) -> Option<Self> {
        Json::read(json).ok()?.texts().ok().map(Self)
    }

    /// This pack, and after it the texts that come later.
    #[must_use]
    pub fn and(mut self, later: Self) -> Self {
        self.0.extend(later.0);
        self
    }

    /// A pack of these texts.
    #[must_use]
    pub fn of(texts: Vec<String>) -> Self {
        Self(texts)
    }

    /// What `message` says in this language.
    #[must_use]
    pub fn say(&self, message: &Message, rules: &dyn LanguageRules) -> String {
        let text = self.0.get(usize::from(message.key)).map_or("", String::as_str);
        match text.strip_prefix('#') {
            Some(choice) => fill(choose(choice, &message.values, rules), &message.values, self, rules),
            None => fill(text, &message.values, self, rules),
        }
    }
}

/// The variant for the number that a plural choice (`0|one|text|other|text`) depends on; the last one if none fits.
fn choose<'a>(choice: &'a str, values: &[Value], rules: &dyn LanguageRules) -> &'a str {
    let mut parts = choice.split('|');
    let number = match parts.next().and_then(|index| value_at(index, values)) {
        Some(Value::Number(number)) => *number,
        _ => 0,
    };
    let category = rules.plural_category(number);
    let mut last = "";
    while let (Some(name), Some(text)) = (parts.next(), parts.next()) {
        last = text;
        if name == category {
            break;
        }
    }
    last
}

fn fill(text: &str, values: &[Value], pack: &Pack, rules: &dyn LanguageRules) -> String {
    let mut said = String::with_capacity(text.len());
    for part in text.split_inclusive(['{', '}']) {
        match part.strip_suffix('}') {
            Some(index) => {
                said.push_str(&value_at(index, values).map_or_else(String::new, |value| show(value, pack, rules)))
            }
            None => said.push_str(part.strip_suffix('{').unwrap_or(part)),
        }
    }
    said
}

fn value_at<'a>(index: &str, values: &'a [Value]) -> Option<&'a Value> {
    values.get(index.parse::<usize>().ok()?)
}

fn show(value: &Value, pack: &Pack, rules: &dyn LanguageRules) -> String {
    match value {
        Value::Text(text) => [ISOLATE.0, text, ISOLATE.1].concat(),
        Value::Number(number) => rules.number(*number),
        Value::Time(time) => rules.time(*time),
        Value::DateTime(at) => rules.date_time(at),
        Value::Language(tag) => rules.language_name(tag),
        Value::Message(message) => pack.say(message, rules),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct English;
    impl LanguageRules for English {
        fn plural_category(&self, number: u32) -> String {
            if number == 1 { "one" } else { "other" }.to_owned()
        }
        fn number(&self, number: u32) -> String {
            number.to_string()
        }
        fn time(&self, time: Seconds) -> String {
            format!("{} s", time.get())
        }
        fn date_time(&self, at: &Timestamp) -> String {
            at.as_str().to_owned()
        }
        fn language_name(&self, tag: &str) -> String {
            tag.to_uppercase()
        }
    }

    fn say(text: &str, values: Vec<Value>) -> String {
        Pack::of(vec![text.to_owned(), "inner".to_owned()]).say(&Message::with(0, values), &English)
    }

    #[test]
    fn values_go_where_the_language_wants_them() {
        assert_eq!(say("{1} – {0}", vec!["a".into(), "b".into()]), "\u{2068}b\u{2069} – \u{2068}a\u{2069}");
        assert_eq!(say("in {0}", vec![Seconds::clamped(5).into()]), "in 5 s");
        assert_eq!(say("<{0}>", vec![Message::plain(1).into()]), "<inner>");
        assert_eq!(say("{0}", vec![Value::Language("ja".to_owned())]), "JA");
    }

    #[test]
    fn a_plural_choice_takes_its_own_form_or_the_last() {
        let text = "#0|one|{0} time|other|{0} times";
        assert_eq!(say(text, vec![1.into()]), "1 time");
        assert_eq!(say(text, vec![3.into()]), "3 times");
        assert_eq!(say("#0|other|{0} 回", vec![1.into()]), "1 回");
    }

    #[test]
    fn a_value_that_looks_like_a_place_is_not_filled_again() {
        assert_eq!(say("{0}", vec!["{0} <b>".into()]), "\u{2068}{0} <b>\u{2069}");
    }

    #[test]
    fn texts_that_come_later_follow_the_others() {
        let [first, later] = [r#"["a"]"#, r#"["b","c"]"#].map(|json| Pack::read(json.as_bytes()).unwrap_or_default());
        let pack = first.and(later);
        assert_eq!([0, 1, 2].map(|key| pack.say(&Message::with(key, vec![]), &English)), ["a", "b", "c"]);
    }

    #[test]
    fn a_pack_of_another_build_gives_no_text_and_no_panic() {
        assert_eq!(Pack::default().say(&Message::with(7, vec![]), &English), "");
        assert_eq!(say("{9} {x}", vec![]), " ");
        assert_eq!(Pack::read(b"<html>"), None);
    }
}
