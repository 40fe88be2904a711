//! One driver for each recovery API. The configuration names the one to use.
//!
//! The code of each is in a file of its own, which is loaded where it is used.

mod allauth;
mod entra;
mod recovery_v1;

use super::SharedApi;
use super::http::Transport;
use crate::domain::capabilities::Capabilities;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

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
    /// All of them.
    const ALL: [Self; 3] = [Self::RecoveryV1, Self::Entra, Self::Allauth];

    /// Its name in `config.json`. The file with its code is called so too.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RecoveryV1 => "recovery-v1",
            Self::Entra => "entra",
            Self::Allauth => "allauth",
        }
    }

    /// The driver with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|driver| driver.name() == name)
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
    ///
    /// # Errors
    /// When the file with its code cannot be had.
    pub async fn connect(
        self,
        base_url: String,
        client_id: Option<String>,
        transport: Rc<dyn Transport>,
    ) -> Result<SharedApi, SplitLoaderError> {
        match self {
            Self::RecoveryV1 => connect_recovery_v1(base_url, transport).await,
            Self::Entra => connect_entra(base_url, client_id.unwrap_or_default(), transport).await,
            Self::Allauth => connect_allauth(base_url, transport).await,
        }
    }
}

#[wasm_split(recovery_v1, fallible)]
fn connect_recovery_v1(base_url: String, transport: Rc<dyn Transport>) -> Result<SharedApi, SplitLoaderError> {
    Ok(recovery_v1::connect(base_url, transport))
}

#[wasm_split(entra, fallible)]
fn connect_entra(
    base_url: String,
    client_id: String,
    transport: Rc<dyn Transport>,
) -> Result<SharedApi, SplitLoaderError> {
    Ok(entra::connect(base_url, client_id, transport))
}

#[wasm_split(allauth, fallible)]
fn connect_allauth(base_url: String, transport: Rc<dyn Transport>) -> Result<SharedApi, SplitLoaderError> {
    Ok(allauth::connect(base_url, transport))
}
