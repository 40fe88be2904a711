//! The app in the browser. `src/boot.js` loads it and speaks for it if it cannot start.

use partner_recovery::{app, browser};

/// Nothing that the app links in may use the standard library's own, or both are there (src/components/state.rs).
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    browser::spawn(app::start());
}
