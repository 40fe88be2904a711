//! The pages are those of the driver that `config.json` names.

#![allow(clippy::expect_used)]
use super::*;
use partner_recovery::domain::capabilities::Ability;

/// The page at `route` in English, as it is before the app has arrived, for an API of this driver.
fn still(driver: &str, route: Route) -> String {
    let file = include_str!("../../../../public/config.json").replace("recovery-v1", driver);
    let config = Config::read(file.as_bytes()).expect("the file is right");
    let pack = PACKS.iter().find(|pack| pack.tag == "en").expect("there is English");
    app::still(Speech::of(pack).expect("its rules are known").spoken(), &config, &choices(), route, Reading::Loading)
}

#[test]
fn the_pages_fit_the_driver_of_the_build() {
    let is_missing = |page: &str| page.contains("This is not offered here");
    for route in Route::ALL {
        assert!(!is_missing(&still("recovery-v1", route)), "{route:?}");
        let page = still("allauth", route);
        assert_eq!(is_missing(&page), matches!(route.needs(), Some(ability) if ability != Ability::ChangePassword));
        for gone in [Route::ServiceRequest, Route::RequestStatus, Route::Users, Route::Verification] {
            assert!(!page.contains(&format!("href=\"{}\"", gone.href("en"))) || gone == route, "{route:?}: {gone:?}");
        }
    }
    let [all, fewer] = ["recovery-v1", "allauth"].map(|driver| still(driver, Route::Recover));
    assert!(all.contains("Step 1 of 5") && fewer.contains("Step 1 of 4"), "{fewer}");
}
