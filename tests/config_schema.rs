//! The schema that editors check `config.json` with says the same as the app.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use partner_recovery::config::Config;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SHIPPED: &str = include_str!("../public/config.json");
const SCHEMA: &str = include_str!("../docs/config.schema.json");

fn shipped() -> Value {
    serde_json::from_str(SHIPPED).unwrap()
}

#[test]
fn the_schema_is_one() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
}

/// Each sample is put in the place of its entry, and both judge it as it is said here.
#[test]
fn the_schema_and_the_app_judge_alike() {
    let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let links =
        ["https://contoso.example", "https://contoso.example/a?b#c", "mailto:a@contoso.example", "tel:+8131234"];
    let no_links = [
        "",
        "https://",
        "http://contoso.example",
        "javascript:alert(1)",
        "//contoso.example",
        "https://a@contoso.example/",
        "https://contoso.example/ a",
        "https://contoso.example\\a",
        "mailto:",
        "tel:",
        "ftp://contoso.example",
    ];
    let texts = |texts: &[&str]| texts.iter().map(|text| json!(text)).collect::<Vec<_>>();
    let not_texts = [json!(1), json!([]), json!({})];
    let pages = |is_right: bool| {
        if is_right {
            [
                &texts(&["https://portal.contoso.example", "https://portal.contoso.example:65535/a?b#c"])[..],
                &[Value::Null],
            ]
            .concat()
        } else {
            let others =
                ["mailto:a@contoso.example", "https://Portal.contoso.example", "https://portal.contoso.example:65536"];
            [&texts(&no_links)[..], &texts(&others), &not_texts].concat()
        }
    };
    let samples: [(&str, Vec<Value>, Vec<Value>); 12] = [
        (
            "/api/client_id",
            [&texts(&["a1b2"])[..], &[Value::Null]].concat(),
            [&texts(&["", " "])[..], &not_texts].concat(),
        ),
        ("/links/other_page", pages(true), pages(false)),
        ("/api", vec![], vec![Value::Null, json!({}), json!("recovery-v1")]),
        ("/brand", vec![], vec![Value::Null, json!({}), json!("Partner Center")]),
        ("/links", vec![], vec![Value::Null, json!({}), json!([])]),
        (
            "/api/driver",
            texts(&["recovery-v1", "allauth"]),
            vec![json!("recovery-v2"), json!(""), Value::Null, json!(1)],
        ),
        (
            "/api/base_url",
            texts(&[
                "https://api.contoso.example",
                "https://api.contoso.example/",
                "https://api.contoso.example:8443/a/b",
                "http://127.0.0.1:8081",
                "http://localhost:8081/",
            ]),
            texts(&[
                "",
                "https://",
                "http://api.contoso.example",
                "https://a@b.example",
                "https://api.contoso.example/?x",
                "https://api.contoso.example#x",
                "http://127.0.0.1:80@evil.example",
                "mailto:api@contoso.example",
            ]),
        ),
        (
            "/api/timeout_seconds",
            vec![json!(1), json!(15), json!(120), Value::Null],
            vec![json!(0), json!(121), json!(-1), json!(1.5), json!("15")],
        ),
        ("/brand/product_name", texts(&["Partner Center", " a "]), [&texts(&["", " "])[..], &not_texts].concat()),
        ("/links/support", texts(&links), [&texts(&no_links)[..], &not_texts].concat()),
        (
            "/links/personal_account",
            [&texts(&links)[..], &[Value::Null]].concat(),
            [&texts(&no_links)[..], &not_texts].concat(),
        ),
        ("/links/portal", pages(true), pages(false)),
    ];
    for (entry, right, wrong) in samples {
        for (values, is_right) in [(right, true), (wrong, false)] {
            for value in values {
                judged(&schema, entry, value, is_right);
            }
        }
    }
    for (value, is_right) in [
        (json!([]), true),
        (Value::Null, true),
        (json!(["https://apps.contoso.example/", "https://apps.contoso.example:8443/sales/..a"]), true),
        (json!(["https://apps.contoso.example"]), false),
        (json!(["https://apps.contoso.example/?a"]), false),
        (json!(["https://apps.contoso.example/%2e%2e/"]), false),
        (json!(["https://apps.contoso.example/a/../b"]), false),
        (json!(["https://apps.contoso.example/a/.."]), false),
        (json!(["https://apps.contoso.example/..;a/b"]), false),
        (json!(["https://*.contoso.example/"]), false),
        (json!(["http://apps.contoso.example/"]), false),
        (json!(["https://apps.contoso.example/", ""]), false),
        (json!([1]), false),
        (json!("https://apps.contoso.example/"), false),
    ] {
        judged(&schema, "/links/return_to", value, is_right);
    }
    for (client_id, is_right) in [(json!("a1b2"), true), (Value::Null, false), (json!(""), false)] {
        let mut entra = shipped();
        entra["api"]["driver"] = json!("entra");
        entra["api"]["client_id"] = client_id;
        let named = Config::read(entra.to_string().as_bytes()).map_or_else(|bad| bad.path, |_| "");
        assert_eq!(named, if is_right { "" } else { "api.client_id" });
        assert_eq!(schema.is_valid(&entra), is_right, "{entra}");
    }
    for value in [json!([]), json!(1), Value::Null] {
        judged(&schema, "", value, false);
    }
}

fn judged(schema: &jsonschema::Validator, entry: &str, value: Value, is_right: bool) {
    let mut config = shipped();
    match entry.rsplit_once('/') {
        None => config = value.clone(),
        Some((parent, name)) => config.pointer_mut(parent).unwrap()[name] = value.clone(),
    }
    let judgement = Config::read(config.to_string().as_bytes());
    assert_eq!(judgement.is_ok(), is_right, "the app judges {entry}: {value}");
    // A wrong group may be named by the entry that it lacks.
    let named = judgement.map_or_else(|bad| bad.path, |_| "");
    let name = entry.trim_start_matches('/').replace('/', ".");
    assert!(is_right || named.starts_with(&name), "{name} is wrong: {value}. The app names {named}");
    assert_eq!(schema.is_valid(&config), is_right, "the schema judges {entry}: {value}");
}

/// The app does not need to know where the site is; what makes the hosts' files does.
#[test]
fn the_address_of_the_site_is_an_origin() {
    let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    for (address, is_right) in [
        ("https://account.contoso.example", true),
        ("https://account.contoso.example/", true),
        ("https://account.contoso.example/en/", false),
        ("http://account.contoso.example", false),
        ("", false),
    ] {
        let mut config = shipped();
        config["site"]["url"] = json!(address);
        assert_eq!(schema.is_valid(&config), is_right, "{address}");
    }
}

/// All entries below a part of the schema, by their names.
fn entries(schema: &Value, above: &str) -> BTreeSet<String> {
    let Some(properties) = schema["properties"].as_object() else { return BTreeSet::from([above.to_owned()]) };
    let below = |name: &str| if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") };
    properties.iter().flat_map(|(name, schema)| entries(schema, &below(name))).collect()
}

#[test]
fn the_table_for_operators_has_every_entry() {
    let lines = include_str!("../docs/deploying.md").lines().skip_while(|line| *line != "## config.json").skip(1);
    let table = lines.take_while(|line| !line.starts_with("## "));
    let listed = table.filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()));
    assert_eq!(listed.collect::<BTreeSet<_>>(), entries(&serde_json::from_str(SCHEMA).unwrap(), ""));
}
