//! What can be chosen on the command line.

use argh::FromArgs;
use std::path::PathBuf;

/// Measures the sign-in page of the built site beside others.
#[derive(FromArgs)]
pub struct Options {
    /// how often everything is measured (9)
    #[argh(option, default = "9")]
    pub rounds: usize,
    /// the peers to measure as well, by the folders of their recipes (none)
    #[argh(option, default = "String::new()")]
    peers: String,
    /// the folder with what the peers are made of (`make bench-tools` fetches it)
    #[argh(option, default = "PathBuf::new()")]
    pub packages: PathBuf,
    /// the folder of another build of the site, to be measured as well (none)
    #[argh(option)]
    pub beside: Option<PathBuf>,
    /// how often the main journey is made in one page (none)
    #[argh(option, default = "0")]
    pub journeys: usize,
    /// compile the app with a further language and more help, and compare
    #[argh(switch)]
    pub growth: bool,
    /// a document to write the result into, below its heading “Measured”
    #[argh(option)]
    pub write: Option<PathBuf>,
}

impl Options {
    /// The names of the peers' recipes.
    pub fn peers(&self) -> Vec<&str> {
        self.peers.split_whitespace().collect()
    }
}
