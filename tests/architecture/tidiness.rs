//! What keeps the sources easy to find one's way in.

use crate::code::SOURCES;
use crate::{expect_none, files};

/// The most lines of a source file that is no test.
const LONGEST: usize = 300;

/// The pages without a heading of their own, and why.
const WITHOUT_A_TITLE: [&str; 10] = [
    // What several pages share.
    "stage",
    "troubles",
    "next_actions",
    "user_id",
    "fields",
    "service_request",
    "request_status",
    // It waits under the heading of the page that will follow.
    "checking",
    // Headings for each reason (stop-…-title) and each situation (advice-…-title).
    "stopped",
    "recovery",
];

#[test]
fn a_file_has_one_reason_to_change_and_is_short() {
    let own: Vec<_> = SOURCES.iter().map(|code| code.path.as_str()).collect();
    let files = files::below("src").into_iter().filter(|file| !file.has_extension("ftl"));
    let files = files.filter(|file| !file.has_extension("rs") || own.contains(&file.path.as_str()));
    let long = files.map(|file| (file.text.lines().count(), file.path)).filter(|(lines, _)| *lines > LONGEST);
    expect_none(long.map(|(lines, path)| format!("{path}: {lines} lines")), "divide these by reasons to change:");
}

#[test]
fn names_say_what_is_inside() {
    let is_vague = |path: &str| {
        let mut parts = path.split(['/', '.']);
        parts.any(|part| {
            ["util", "utils", "helper", "helpers", "common", "misc", "shared", "lib2", "manager"].contains(&part)
        })
    };
    let vague = files::all().into_iter().filter(|file| is_vague(&file.path)).map(|file| file.path);
    expect_none(vague, "name these after what they hold:");
}

#[test]
fn every_page_has_its_section_in_the_catalogue() {
    let catalogue = files::read("src/i18n/en.ftl");
    let titles: Vec<_> =
        catalogue.lines().filter_map(|line| line.split_once("-title = ").map(|(name, _)| name)).collect();
    let pages = SOURCES.iter().filter_map(|code| code.module.strip_prefix("pages::")?.split("::").last());
    let pages: Vec<_> = pages.filter(|page| !WITHOUT_A_TITLE.contains(page)).collect();
    assert!(pages.len() > 8, "the pages are somewhere else now");
    let has_section = |page: &str| {
        let prefix = page.replace('_', "-");
        titles
            .iter()
            .any(|title| *title == prefix || title.strip_prefix(&prefix).is_some_and(|rest| rest.starts_with('-')))
    };
    let lost = pages.into_iter().filter(|page| !has_section(page)).map(|page| format!("src/pages/**/{page}.rs"));
    expect_none(lost, "name the messages of a page after its file, beginning with `<page>-title`:");
}

#[test]
fn nothing_depends_on_one_machine_or_one_registry() {
    // Put together here, so that this file does not name them either.
    let registries = [
        concat!("crates", ".io"),
        concat!("npm", "js.org"),
        concat!("npm", "js.com"),
        concat!("pypi", ".org"),
        concat!("deb.", "debian.org"),
        concat!("proxy.", "golang.org"),
        concat!("github", "usercontent"),
    ];
    let folders = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/t", "mp/"), concat!("/Us", "ers/")];
    // Cargo writes where it found each crate, and nobody else writes there.
    let files = files::all().into_iter().filter(|file| file.path != "Cargo.lock");
    let complaints = files
        .flat_map(|file| file.lines_where(|line| registries.iter().chain(&folders).any(|trace| line.contains(trace))));
    expect_none(complaints, "use the client's own default registry, and paths relative to the project:");
}
