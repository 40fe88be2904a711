//! Where a recovery can stand.

use super::codes::SentCode;
use super::next::{LeaveReason, Method};
use super::problem::{Problem, RECOVERY_LOCKED, SELF_SERVICE_UNAVAILABLE};
use serde::{Deserialize, Serialize};

/// Where a recovery stands, with what it has to remember there.
#[derive(Serialize, Deserialize)]
pub enum Stage {
    Identify,
    ChooseMethod {
        methods: Vec<Method>,
        proofs_left: u32,
    },
    EnterCode {
        method: Method,
        /// The ways that are left for a second proof.
        others: Vec<Method>,
        proofs_left: u32,
        code: SentCode,
    },
    SetPassword {
        rejected: Vec<String>,
    },
    Wait {
        /// Seconds since 1970.
        ready_at: i64,
        hash: String,
        /// A password was rejected before this one.
        is_second: bool,
    },
    Done,
    Left(LeaveReason),
    Stopped(Stop),
}

/// Why a recovery cannot go on.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub enum Stop {
    Locked,
    NoSelfService,
}

impl From<Stop> for Problem {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Locked => RECOVERY_LOCKED.into(),
            Stop::NoSelfService => SELF_SERVICE_UNAVAILABLE.into(),
        }
    }
}
