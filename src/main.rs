//! The app in the browser. `src/boot.js` loads it and speaks for it if it cannot start.

use partner_recovery::{app, browser};

fn main() {
    browser::spawn(app::start());
}
