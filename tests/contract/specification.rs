//! Reads docs/api/openapi.yaml and says where a request or an answer differs from it.

use jsonschema::{Draft, Validator};
use reqwest::header::HeaderMap;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex};

/// The contract, read once.
pub static CONTRACT: LazyLock<Specification> = LazyLock::new(Specification::read);

const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// A method, a path as the contract writes it, and a status.
pub type Place = (String, String, u16);

/// The contract.
pub struct Specification {
    document: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Specification {
    fn read() -> Self {
        let text = include_str!("../../docs/api/openapi.yaml");
        let mut document: Value = serde_saphyr::from_str(text).expect("the contract is YAML");
        close(&mut document);
        Self { document, validators: Mutex::default() }
    }

    /// Every answer that the contract lists.
    pub fn places(&self) -> BTreeSet<Place> {
        let mut places = BTreeSet::new();
        for (path, calls) in object(&self.document["paths"]) {
            for (method, operation) in object(calls) {
                for status in object(&operation["responses"]).keys() {
                    if let Ok(status) = status.parse() {
                        places.insert((method.clone(), path.clone(), status));
                    }
                }
            }
        }
        places
    }

    /// The names of all problems, without `urn:partner-recovery:`.
    pub fn problem_names(&self) -> BTreeSet<String> {
        self.document["components"]["schemas"]["Problem"]["properties"]["type"]["enum"]
            .as_array()
            .expect("the problems are listed")
            .iter()
            .filter_map(|name| Some(name.as_str()?.rsplit(':').next()?.to_owned()))
            .collect()
    }

    /// The path as the contract writes it.
    pub fn template(&self, path: &str) -> String {
        let path = path.split('?').next().expect("split gives something");
        let fits = |template: &&String| {
            let (given, expected): (Vec<_>, Vec<_>) = (path.split('/').collect(), template.split('/').collect());
            given.len() == expected.len()
                && given.iter().zip(&expected).all(|(given, expected)| given == expected || expected.starts_with('{'))
        };
        object(&self.document["paths"])
            .keys()
            .find(fits)
            .unwrap_or_else(|| panic!("{path} is not in the contract"))
            .clone()
    }

    fn operation(&self, method: &str, path: &str) -> &Value {
        assert!(METHODS.contains(&method), "{method} is not used here");
        let operation = &self.document["paths"][self.template(path)][method];
        assert!(operation.is_object(), "{method} {path} is not in the contract");
        operation
    }

    /// Where a request differs from the contract.
    pub fn check_request(&self, method: &str, path: &str, headers: &HeaderMap, body: Option<&Value>) -> Vec<String> {
        let operation = self.operation(method, path);
        let mut differences = Vec::new();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let parameter = self.resolve(parameter);
            if parameter["in"] == "header" {
                differences.extend(self.check_header(&parameter["name"], parameter, headers));
            }
        }
        for scheme in operation["security"].as_array().into_iter().flatten() {
            let header = if scheme.get("session").is_some() { "cookie" } else { "authorization" };
            if !headers.contains_key(header) {
                differences.push(format!("{header} is missing"));
            }
        }
        let expected = self.resolve(&operation["requestBody"]);
        match (body, expected.is_null()) {
            (None, true) => {}
            (None, false) => differences.push("the body is missing".to_owned()),
            (Some(_), true) => differences.push("there is a body".to_owned()),
            (Some(body), false) => {
                differences.extend(self.check_value(&expected["content"]["application/json"]["schema"], body));
            }
        }
        differences
    }

    /// Where an answer differs from the contract.
    pub fn check_answer(&self, method: &str, path: &str, status: u16, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
        let listed = &self.operation(method, path)["responses"][status.to_string()];
        if listed.is_null() {
            return vec![format!("{status} is not listed")];
        }
        let expected = self.resolve(listed);
        let mut differences = Vec::new();
        for (name, header) in object(&expected["headers"]) {
            differences.extend(self.check_header(&json!(name), self.resolve(header), headers));
        }
        let content_type = headers.get("content-type").and_then(|value| value.to_str().ok());
        match (content_type, expected.get("content")) {
            (None, None) if body.is_empty() => {}
            (Some(content_type), Some(content)) if content.get(content_type).is_some() => {
                let schema = &content[content_type]["schema"];
                if content_type.ends_with("json") {
                    match serde_json::from_slice::<Value>(body) {
                        Ok(value) => {
                            differences.extend(self.check_value(schema, &value));
                            if status >= 400 && value["status"] != status {
                                differences.push("the status is not that of the body".to_owned());
                            }
                            let retry_after = headers.get("retry-after").and_then(|value| value.to_str().ok());
                            if retry_after.map(str::to_owned) != value.get("retry_after").map(Value::to_string) {
                                differences.push("Retry-After is not retry_after".to_owned());
                            }
                        }
                        Err(error) => differences.push(error.to_string()),
                    }
                }
            }
            (content_type, _) => differences.push(format!("the content is {content_type:?}")),
        }
        differences
    }

    fn check_header(&self, name: &Value, expected: &Value, headers: &HeaderMap) -> Vec<String> {
        let name = name.as_str().expect("a header has a name");
        let Some(value) = headers.get(name) else {
            let is_required = expected["required"] == true;
            return is_required.then(|| format!("{name} is missing")).into_iter().collect();
        };
        let text = value.to_str().expect("header values are text");
        let value = match expected["schema"]["type"].as_str() {
            Some("integer") => serde_json::from_str(text).unwrap_or(json!(text)),
            _ => json!(text),
        };
        self.check_value(&expected["schema"], &value)
            .into_iter()
            .map(|difference| format!("{name}: {difference}"))
            .collect()
    }

    fn check_value(&self, schema: &Value, value: &Value) -> Vec<String> {
        let validator = self.validator(schema);
        validator
            .iter_errors(value)
            .map(|error| format!("{} at {:?}", error, error.instance_path().to_string()))
            .collect()
    }

    fn validator(&self, schema: &Value) -> Arc<Validator> {
        let mut validators = self.validators.lock().expect("validators are built without panics");
        let validator = validators.entry(schema.to_string()).or_insert_with(|| {
            let mut schema = object(schema).clone();
            schema.insert("components".to_owned(), self.document["components"].clone());
            let validator = jsonschema::options()
                .with_draft(Draft::Draft202012)
                .should_validate_formats(true)
                .build(&Value::Object(schema))
                .expect("the contract has valid schemas");
            Arc::new(validator)
        });
        Arc::clone(validator)
    }

    fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value.get("$ref").and_then(Value::as_str) {
            Some(reference) => self
                .document
                .pointer(reference.trim_start_matches('#'))
                .unwrap_or_else(|| panic!("{reference} leads nowhere")),
            None => value,
        }
    }
}

/// The contract is open: a client ignores what it does not know. The tests are closed: what is not described is a mistake.
fn close(value: &mut Value) {
    match value {
        Value::Object(object) => {
            let is_open = object.contains_key("properties")
                && object.get("type").is_some_and(|kind| kind == "object")
                && !object.contains_key("additionalProperties");
            if is_open {
                object.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            object.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

fn object(value: &Value) -> &Map<String, Value> {
    static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
    value.as_object().unwrap_or(&NONE)
}
