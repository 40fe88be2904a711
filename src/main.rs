//! The app in the browser.
fn main() {
    use leptos::prelude::*;
    leptos::mount::mount_to_body(|| view! { <p>"partner-recovery"</p> });
}
