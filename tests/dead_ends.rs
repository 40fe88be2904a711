//! Wherever it does not go on, something else does: every stop and every situation has a next action, and the page that it
//! leads to exists.

use partner_recovery::domain::capabilities::{Ability, Capabilities};
use partner_recovery::domain::link::Link;
use partner_recovery::domain::recovery::{NextAction, Situation, Stop};
use partner_recovery::domain::service_request::Reason;
use partner_recovery::route::{Destination, Route, destination};

/// Every reason to stop. A new one does not compile here until it is listed.
fn every_stop() -> Vec<Stop> {
    let url = Link::parse("https://other.contoso.example/");
    let all = vec![
        Stop::NotOffered,
        Stop::Locked,
        Stop::Expired,
        Stop::PersonalAccount,
        Stop::AnotherPage { url },
        Stop::AnotherPage { url: None },
        Stop::WaitedTooLong,
        Stop::OutcomeUnknown,
    ];
    for stop in &all {
        match stop {
            Stop::NotOffered
            | Stop::Locked
            | Stop::Expired
            | Stop::PersonalAccount
            | Stop::AnotherPage { .. }
            | Stop::WaitedTooLong
            | Stop::OutcomeUnknown => {}
        }
    }
    all
}

/// Where it does not go on, in words, and what can be done there.
fn every_dead_end() -> Vec<(String, Vec<NextAction>)> {
    let stops = every_stop().into_iter().map(|stop| (format!("{stop:?}"), stop.next_actions()));
    let situations = Situation::ALL.map(|situation| (format!("{situation:?}"), situation.next_actions()));
    stops.chain(situations).collect()
}

#[test]
fn every_dead_end_has_a_way_on_to_a_page_that_exists() {
    for (place, actions) in every_dead_end() {
        assert!(!actions.is_empty(), "{place} leads nowhere");
        for action in actions {
            match destination(&action) {
                Destination::Page(route) => {
                    assert!(Route::ALL.contains(&route), "{place}: {action:?} leads to a page that does not exist");
                    assert_eq!(Route::parse(&route.href("en")), ("en", route), "{place}: {action:?}");
                }
                Destination::Support
                | Destination::PersonalAccount
                | Destination::OtherPage
                | Destination::Outside(_) => {}
            }
        }
    }
}

#[test]
fn no_dead_end_leads_outside_only_where_the_app_itself_can_help() {
    let is_inside = |action: &NextAction| matches!(destination(action), Destination::Page(_));
    for (place, actions) in every_dead_end() {
        // Where the API names another page, that page is the way on.
        let goes_elsewhere = actions.iter().any(|action| matches!(action, NextAction::OtherPage(_)));
        assert!(goes_elsewhere || actions.iter().any(is_inside), "{place}");
    }
}

#[test]
fn whoever_needs_support_gets_there_with_the_reason_known() {
    for (situation, reason) in
        [(Situation::OnlyAdminLockedOut, Reason::OnlyAdminLockedOut), (Situation::AdminHasLeft, Reason::AdminHasLeft)]
    {
        assert_eq!(situation.next_actions(), [NextAction::ServiceRequest(reason)]);
    }
    assert!(Stop::NotOffered.next_actions().contains(&NextAction::ServiceRequest(Reason::SelfServiceNotOffered)));
    assert_eq!(Situation::ColleagueLockedOut.next_actions(), [NextAction::ResetColleague]);
}

/// Where an API cannot do something, what needs it is not there, and nothing else is missing.
#[test]
fn a_page_is_there_if_the_api_can_do_what_it_needs() {
    for ability in Ability::ALL {
        let others: Vec<_> = Ability::ALL.into_iter().filter(|other| *other != ability).collect();
        let api = Capabilities::of(&others);
        for route in Route::ALL {
            assert_eq!(route.is_offered_by(api), route.needs() != Some(ability), "{route:?} without {ability:?}");
        }
    }
    let always = Route::ALL.into_iter().filter(|route| route.is_offered_by(Capabilities::of(&[])));
    assert!(always.clone().any(|route| route == Route::SignIn) && always.clone().any(|route| route == Route::Recover));
}
