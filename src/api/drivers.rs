//! One driver for each recovery API. The configuration names the one to use.

mod allauth;
mod entra;
pub mod recovery_v1;

use super::SharedApi;
use super::http::Transport;
use crate::domain::capabilities::Capabilities;
use std::rc::Rc;

/// The drivers there are, by the names that `config.json` uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriverKind {
    /// Our own contract, `docs/api/openapi.yaml`.
    RecoveryV1,
    /// Microsoft Entra External ID, native authentication V1.
    Entra,
    /// django-allauth headless.
    Allauth,
}

impl DriverKind {
    /// The driver with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "recovery-v1" => Some(Self::RecoveryV1),
            "entra" => Some(Self::Entra),
            "allauth" => Some(Self::Allauth),
            _ => None,
        }
    }

    /// What its APIs can do.
    #[must_use]
    pub fn capabilities(self) -> Capabilities {
        match self {
            Self::RecoveryV1 => recovery_v1::CAPABILITIES,
            Self::Entra => entra::CAPABILITIES,
            Self::Allauth => allauth::CAPABILITIES,
        }
    }

    /// Whether its APIs want to know which app it is that calls them.
    #[must_use]
    pub fn needs_client_id(self) -> bool {
        match self {
            Self::RecoveryV1 | Self::Allauth => false,
            Self::Entra => true,
        }
    }

    /// The driver itself, for the API at `base_url`, which has no slash at its end. `client_id` is there if it is needed.
    #[must_use]
    pub fn connect(self, base_url: String, client_id: Option<String>, transport: Rc<dyn Transport>) -> SharedApi {
        match self {
            Self::RecoveryV1 => Rc::new(recovery_v1::RecoveryV1::new(base_url, transport)),
            Self::Entra => entra::connect(base_url, client_id.unwrap_or_default(), transport),
            Self::Allauth => allauth::connect(base_url, transport),
        }
    }
}
