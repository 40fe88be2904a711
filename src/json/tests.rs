#![allow(clippy::unwrap_used)]
//! Everything is compared with what `serde_json` makes of the same text.

use super::{Json, Object, Unreadable, Value};
use proptest::prelude::*;
use serde_json::json;

/// What was read, as `serde_json` would have it.
fn seen(json: &Json) -> serde_json::Value {
    match &json.value {
        Value::Null => serde_json::Value::Null,
        Value::Flag(flag) => (*flag).into(),
        Value::Number => serde_json::from_str(json.raw()).unwrap(),
        Value::Text(text) => text.as_str().into(),
        Value::List(list) => list.iter().map(seen).collect::<Vec<_>>().into(),
        Value::Object(fields) => {
            serde_json::Value::Object(fields.iter().map(|(name, json)| (name.clone(), seen(json))).collect())
        }
    }
}

/// Both say the same of a text; numbers that `serde_json` cannot hold are none of its matter.
fn agrees(json: &str) {
    let ours = Json::read(json.as_bytes());
    match serde_json::from_str::<serde_json::Value>(json) {
        Ok(theirs) => assert_eq!(seen(&ours.unwrap()), theirs, "{json}"),
        Err(error) if error.to_string().starts_with("number out of range") => {}
        Err(_) => assert!(ours.is_err(), "{json}"),
    }
}

#[test]
fn what_is_json_and_what_is_none() {
    for json in [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "10",
        "1.5",
        "-1.50e+3",
        "1E2",
        "\"\"",
        "[]",
        "{}",
        " [ 1 , {\"a\" : [ ] } ] ",
        r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#,
        "\"日本語 \u{7f}\"",
        "",
        " ",
        "nul",
        "True",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "0x10",
        "NaN",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[",
        "]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "\"",
        "\"\\",
        r#""\x""#,
        r#""\u12""#,
        r#""\u123g""#,
        r#""\ud83d""#,
        r#""\ud83d\u0041""#,
        r#""\ud83dx""#,
        r#""\ude00""#,
        "\"\n\"",
        "\"\u{1f}\"",
        "1 1",
        "{} {}",
        "'a'",
        "/**/1",
        "\u{feff}1",
    ] {
        agrees(json);
    }
    assert_eq!(Json::read(b"\"\xff\"").err(), Some(Unreadable));
}

#[test]
fn two_fields_of_one_name_are_unreadable() {
    assert!(Json::read(br#"{"a":1,"b":{"a":1}}"#).is_ok());
    assert!(Json::read(br#"{"a":1,"a":1}"#).is_err());
    assert!(Json::read(br#"{"a":1,"\u0061":1}"#).is_err());
}

#[test]
fn deep_nesting_is_unreadable() {
    let nested = |depth| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(Json::read(nested(30).as_bytes()).is_ok());
    assert!(Json::read(nested(40).as_bytes()).is_err());
    assert!(Json::read("[".repeat(1_000_000).as_bytes()).is_err());
}

#[test]
fn fields_are_of_their_kind_or_not_there() {
    let text = br#"{"text":"a","flag":true,"count":7,"list":["b",""],"nothing":null,"object":{"x":1}}"#;
    let json = Json::read(text).unwrap();
    assert_eq!(json.text_at("text"), Ok(Some("a")));
    assert_eq!(json.flag_at("flag"), Ok(Some(true)));
    assert_eq!(json.count_at("count"), Ok(Some(7)));
    assert_eq!(json.get("list").unwrap().unwrap().texts(), Ok(vec!["b".to_owned(), String::new()]));
    assert_eq!(json.list_at("list").unwrap().len(), 2);
    assert_eq!(json.get("object").unwrap().map(Json::raw), Some(r#"{"x":1}"#));
    for name in ["nothing", "missing"] {
        assert_eq!(json.text_at(name), Ok(None));
        assert_eq!(json.flag_at(name), Ok(None));
        assert_eq!(json.count_at(name), Ok(None));
        assert_eq!(json.list_at(name).unwrap().len(), 0);
    }
    for (name, kind) in [("flag", "text"), ("text", "flag"), ("text", "count"), ("text", "list"), ("list", "object")] {
        let field = json.get(name).unwrap().unwrap();
        let is_unreadable = match kind {
            "text" => json.text_at(name).is_err() && field.text().is_err(),
            "flag" => json.flag_at(name).is_err(),
            "count" => json.count_at(name).is_err(),
            "list" => json.list_at(name).is_err() && field.texts().is_err(),
            _ => field.get("x").is_err() && field.text_at("x").is_err(),
        };
        assert!(is_unreadable, "{name} as {kind}");
    }
}

#[test]
fn any_number_is_a_count_within_reason() {
    for (number, count) in [
        ("0", 0),
        ("42", 42),
        ("1.9", 1),
        ("0.9", 0),
        ("-5", 0),
        ("-0.1e9", 0),
        ("1.25e1", 12),
        ("1.5E+3", 1500),
        ("12e-1", 1),
        ("12e-9", 0),
        ("0e99", 0),
        ("0.0005e4", 5),
        ("18446744073709551615", u64::MAX),
        ("99999999999999999999999", u64::MAX),
        ("1e400", u64::MAX),
        ("1e99999999999999999999", u64::MAX),
        ("1e-99999999999999999999", 0),
    ] {
        let json = [r#"{"n":"#, number, "}"].concat();
        assert_eq!(Json::read(json.as_bytes()).unwrap().count_at("n"), Ok(Some(count)), "{number}");
    }
}

#[test]
fn a_whole_number_is_one() {
    let whole = |json: &str| Json::read(json.as_bytes()).unwrap().whole();
    assert_eq!(whole("0"), Ok(0));
    assert_eq!(whole("18446744073709551615"), Ok(u64::MAX));
    for json in ["18446744073709551616", "-1", "1.0", "1e3", "\"1\"", "null", "[1]"] {
        assert_eq!(whole(json), Err(Unreadable), "{json}");
    }
}

#[test]
fn an_object_is_written_as_it_was_told() {
    assert_eq!(Object::default().json(), "{}");
    let inner = Object::default().text("x", "1");
    let json =
        Object::default().text("a", "b").text_if("no", None).text_if("c", Some("d")).object("e", inner).raw("f", "[1]");
    assert_eq!(json.json(), r#"{"a":"b","c":"d","e":{"x":"1"},"f":[1]}"#);
}

/// Any JSON whose objects have as many fields as `size` allows.
fn any_json(size: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(|number| json!(number)),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::hash_map(any::<String>(), inner, size.clone())
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn every_json_is_read_as_it_is_meant(value in any_json(0..=5)) {
        agrees(&value.to_string());
        agrees(&serde_json::to_string_pretty(&value).unwrap());
    }

    // One field at most, as damage may give two of them one name, which `serde_json` does not mind.
    #[test]
    fn damaged_json_is_judged_alike(value in any_json(0..=1), at in any::<prop::sample::Index>(), by in "[\\[\\]{}\",:0-9eE.+\\-\\\\ntu\u{0}-\u{20}]{0,2}") {
        let json = value.to_string();
        let characters: Vec<_> = json.char_indices().collect();
        let (cut, _) = at.get(&characters);
        let (before, after) = json.split_at(*cut);
        agrees(&[before, &by, after].concat());
        let rest: String = after.chars().skip(1).collect();
        agrees(&[before, &by, &rest].concat());
    }

    #[test]
    fn any_text_comes_through(name: String, text: String) {
        let json = Object::default().text(&name, &text).json();
        let theirs: serde_json::Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&theirs, &json!({ &name: &text }));
        let ours = Json::read(json.as_bytes()).unwrap();
        prop_assert_eq!(ours.text_at(&name), Ok(Some(text.as_str())));
    }
}
