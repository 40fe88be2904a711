//! Whole journeys of the domain's state machines through the driver for Entra and over real HTTP, against the stand-in for it:
//! what goes well, everything that can go wrong, and what this API cannot do. Each scenario takes an API and what a person
//! has beside the page, as those of `tests/drivers.rs` do.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    dead_code,
    reason = "a test stops at the first thing that is not as expected; some of its modules are those of other tests"
)]

#[path = "entra_driver/broken.rs"]
mod broken;
#[path = "entra_driver/code.rs"]
mod code;
#[path = "entra_stand_in/server.rs"]
mod entra_stand_in;
#[path = "entra_driver/gaps.rs"]
mod gaps;
#[path = "drivers/native_transport.rs"]
mod native_transport;
#[path = "entra_driver/password.rs"]
mod password;
#[path = "drivers/person.rs"]
mod person;
#[path = "entra_driver/session.rs"]
mod session;
#[path = "entra_driver/surroundings.rs"]
mod surroundings;

/// What a person needs to know of the stand-in.
mod stand_in {
    pub mod sentinels {
        pub use crate::entra_stand_in::accounts::PASSWORD;
    }
}

/// Makes a test of each scenario.
macro_rules! scenarios {
    ($($module:ident { $($name:ident),* $(,)? })*) => {
        mod entra {
            $(mod $module {
                $(#[tokio::test] async fn $name() {
                    let surroundings = crate::surroundings::Surroundings::start().await;
                    crate::$module::$name(surroundings.connect(), &surroundings).await;
                })*
            })*
        }
    };
}

scenarios! {
    code {
        the_right_code_leads_to_the_new_password,
        a_wrong_code_keeps_the_step,
        another_code_can_be_sent,
        whoever_goes_back_gets_another_code,
        a_recovery_can_expire,
        an_unknown_user_id_is_answered_like_a_known_one,
        a_user_id_of_no_form_is_said_to_be_wrong,
        a_code_that_cannot_be_sent_is_said,
        the_way_may_lead_elsewhere,
    }
    password {
        the_new_password_holds,
        every_broken_rule_is_said,
        a_slow_change_is_waited_for,
        a_change_that_never_comes_is_given_up,
        a_change_that_fails_can_be_tried_again,
    }
    session {
        the_right_password_lets_in_and_out,
        a_wrong_password_keeps_the_user_id,
        a_session_ends_with_its_token,
        nobody_is_signed_in_on_another_page,
        a_password_that_has_had_its_day_is_said,
        signing_in_may_lead_elsewhere,
    }
    broken {
        answers_that_make_no_sense_keep_the_step,
        a_service_that_is_down_is_no_fault_of_the_person,
        too_many_requests_block_for_as_long_as_the_api_says,
        silence_ends_with_the_time_out,
        nobody_answers,
    }
    gaps {
        what_entra_cannot_do_is_neither_offered_nor_asked_for,
        no_request_is_one_that_browsers_would_ask_about_first,
        an_app_that_is_not_registered_is_refused,
    }
}
