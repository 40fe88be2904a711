//! Answers, and what is expected of them.

use reqwest::header::HeaderMap;
use serde_json::Value;

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    /// Null if the body is no JSON.
    pub json: Value,
    /// Where it differs from the contract.
    pub differences: Vec<String>,
}

impl Answer {
    /// The name of the problem, without `urn:partner-recovery:`.
    pub fn problem(&self) -> Option<&str> {
        self.json["type"].as_str()?.strip_prefix("urn:partner-recovery:")
    }

    /// Insists on a problem.
    pub fn expect_problem(self, status: u16, name: &str) -> Self {
        assert_eq!((self.status, self.problem()), (status, Some(name)), "{}", self.json);
        self
    }

    /// Insists on a status.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.json);
        self
    }

    /// The `errors` as `pointer code`.
    pub fn errors(&self) -> Vec<String> {
        let errors = self.json["errors"].as_array().into_iter().flatten();
        errors.map(|error| format!("{} {}", error["pointer"], error["code"]).replace('"', "")).collect()
    }
}
