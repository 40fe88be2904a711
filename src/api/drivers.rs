//! One driver for each recovery API. The configuration names the one to use.

pub mod entra;
pub mod recovery_v1;

use super::SharedApi;
use super::http::Transport;
use std::rc::Rc;

/// The drivers there are, by the names that `config.json` uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriverKind {
    /// Our own contract, `docs/api/openapi.yaml`.
    RecoveryV1,
}

impl DriverKind {
    /// The driver with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "recovery-v1" => Some(Self::RecoveryV1),
            _ => None,
        }
    }

    /// The driver itself, for the API at `base_url`, which has no slash at its end.
    #[must_use]
    pub fn connect(self, base_url: String, transport: Rc<dyn Transport>) -> SharedApi {
        match self {
            Self::RecoveryV1 => Rc::new(recovery_v1::RecoveryV1::new(base_url, transport)),
        }
    }
}
