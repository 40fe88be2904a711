//! The way to the API. Its code is in files of its own: one for how requests travel, one for each driver.
//!
//! Nobody needs it before something is sent. So no page waits for it, unless it asks at once who is signed in.

use super::App;
use crate::api::SharedApi;
use crate::api::drivers::DriverKind;
use crate::browser::fetch::Fetch;
use crate::browser::{is_offline, leaving};
use crate::config::Config;
use crate::domain::capabilities::Capabilities;
use crate::domain::moment::Seconds;
use crate::domain::problem::{Fault, Problem};
use std::cell::OnceCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What the operator set, and the driver once its code is here.
pub(super) struct Connection {
    driver: DriverKind,
    base_url: String,
    client_id: Option<String>,
    timeout: Seconds,
    api: OnceCell<SharedApi>,
}

impl Connection {
    pub(super) fn new(config: &Config) -> Self {
        Self {
            driver: config.driver,
            base_url: config.api_base_url.clone(),
            client_id: config.client_id.clone(),
            timeout: config.api_timeout,
            api: OnceCell::new(),
        }
    }

    /// What the API can do. Its driver need not be here for that.
    pub(super) fn capabilities(&self) -> Capabilities {
        self.driver.capabilities()
    }

    /// Says in which language (BCP 47) the API shall write its mails from now on.
    pub(super) fn speak(&self, language: &str) {
        if let Some(api) = self.api.get() {
            api.speak(language);
        }
    }
}

impl App {
    /// The API, which is needed now. Whoever is the first waits for the code of its driver. If a deploy has removed that, the page is
    /// loaded as it is now.
    ///
    /// # Errors
    /// When it cannot be had. It may be tried again.
    pub(super) async fn api(self) -> Result<SharedApi, Fault> {
        match self.connect().await {
            Ok(api) => Ok(api),
            Err(_) => Err(without_code().await.into()),
        }
    }

    /// The API, with the code of its driver got first if that is not here.
    ///
    /// # Errors
    /// When that cannot be had. It may be tried again.
    pub(super) async fn connect(self) -> Result<SharedApi, SplitLoaderError> {
        let connection = &self.0.connection;
        if let Some(api) = connection.api.get() {
            return Ok(api.clone());
        }
        let connected = connecting(connection).await?.await?;
        // Somebody else may have waited for the same: a recovery that is under way is known to one driver only.
        let api = connection.api.get_or_init(|| connected);
        api.speak(&self.site.tag_untracked());
        Ok(api.clone())
    }
}

/// What there is to say when code cannot be had that something on this page needs. If a deploy may have removed it, the page is loaded
/// again first; where that is done, this does not return.
pub(super) async fn without_code() -> Problem {
    if is_offline() {
        return Problem::Offline;
    }
    leaving::load_again().await;
    Problem::Unreachable
}

/// A driver that is on its way.
type Connecting = Pin<Box<dyn Future<Output = Result<SharedApi, SplitLoaderError>>>>;

#[wasm_split(connection, fallible)]
fn connecting(connection: &'static Connection) -> Result<Connecting, SplitLoaderError> {
    let Connection { driver, base_url, client_id, timeout, .. } = connection;
    let transport = Rc::new(Fetch { timeout: *timeout });
    Ok(Box::pin(driver.connect(base_url.clone(), client_id.clone(), transport)))
}
